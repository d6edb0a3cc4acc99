import { isMergeType } from "../layers/mergeTypes";
import { DEFAULT_BOOKKEEPING } from "../overrides/bookkeeping";
import type { Attribution } from "./attribution";
import type { LayerName, StackedComponent } from "./deepFacts";
import { isOwn } from "./platformSolutions";

/** A layer of an own solution under another solution's, which decides something that it sets. */
export interface LayerShadow {
  readonly component: StackedComponent;
  /** Unique names. */
  readonly solution: string;
  readonly by: string;
  readonly samePublisher: boolean;
}

const NOT_MEANT: ReadonlySet<string> = new Set(DEFAULT_BOOKKEEPING);

/**
 * Who hides what of whom. A higher layer hides a lower one where both set the same property (fact sheet §8.1 [?]: that
 * it goes by property is the working assumption); types that are merged hide nothing as a whole. The lowest layer sets
 * everything, whether it says so or not (§4.4).
 */
export function layerShadows(component: StackedComponent, attribution: Attribution): LayerShadow[] {
  if (isMergeType(component.typeName)) return [];
  const managed = component.layers.filter(({ kind }) => kind === "managed");
  return managed.flatMap((layer, place) => {
    const own = attribution.solution(attribution.baseOf(layer.solution));
    if (!own || !isOwn(own)) return [];
    const isBase = place === managed.length - 1 && component.layers.every(({ kind }) => kind !== "system");
    const over = managed
      .slice(0, place)
      .filter(({ solution }) => attribution.baseOf(solution) !== own.uniqueName)
      .find((other) => hides(other, layer, isBase));
    if (!over) return [];
    const by = attribution.solution(attribution.baseOf(over.solution));
    return [
      {
        component,
        solution: own.uniqueName,
        by: by?.uniqueName ?? over.solution,
        samePublisher: by?.publisher.id === own.publisher.id,
      },
    ];
  });
}

/** Whether one of the layers cannot be compared, so that "hides nothing" would be a guess. */
export const isUncertain = ({ layers }: StackedComponent): boolean =>
  layers.some(({ kind, changes }) => kind === "managed" && changes === undefined);

function hides(other: LayerName, layer: LayerName, isBase: boolean): boolean {
  const set = meant(other);
  if (isBase) return set.length > 0;
  const own = new Set(meant(layer));
  return set.some((property) => own.has(property));
}

const meant = ({ changes = [] }: LayerName): string[] =>
  changes.filter((property) => !NOT_MEANT.has(property.toLowerCase()));
