import type { ComponentKey, LayerStack } from "../layers/componentLayer";
import { propertyWinners } from "../layers/winners";
import type { PropertyValue } from "../model/property";
import type { NotKnown, RollbackComponent } from "./rollbackFacts";
import type { ComponentFate, FateKind, RollbackPreview, ValueChange } from "./rollbackPreview";
import { collectionOf, same } from "./valuesAfter";

/** How a component is found after the uninstall. */
export type FoundAfter =
  | { readonly status: "gone" }
  | { readonly status: "there"; readonly stack: LayerStack }
  | { readonly status: "unknown"; readonly why: NotKnown };

/** What came out otherwise than the preview said. */
export interface RollbackSurprise {
  readonly component: RollbackComponent;
  readonly said: FateKind;
  readonly found: "gone" | "there" | "otherValues" | "unknown";
  /** Properties whose value is not the one that was announced. */
  readonly properties: readonly string[];
}

export interface RollbackComparison {
  /** Components looked at again, without those of which nothing could be announced. */
  readonly compared: number;
  readonly asSaid: number;
  /** Empty when everything came as announced. */
  readonly surprises: readonly RollbackSurprise[];
}

/** What was announced against what is there now. Components that were not looked at again are not counted. */
export function compareRollback(
  { fates }: Pick<RollbackPreview, "fates">,
  found: ReadonlyMap<ComponentKey, FoundAfter>,
): RollbackComparison {
  const surprises: RollbackSurprise[] = [];
  let compared = 0;
  for (const fate of fates) {
    const after = found.get(fate.component.key);
    if (after === undefined || fate.kind === "unknown") continue;
    compared += 1;
    const surprise = surpriseOf(fate, after);
    if (surprise) surprises.push({ component: fate.component, said: fate.kind, ...surprise });
  }
  return { compared, asSaid: compared - surprises.length, surprises };
}

function surpriseOf(
  { kind, changes }: ComponentFate,
  after: FoundAfter,
): Pick<RollbackSurprise, "found" | "properties"> | undefined {
  if (after.status === "unknown") return { found: "unknown", properties: [] };
  if (after.status === "gone") return kind === "deleted" ? undefined : { found: "gone", properties: [] };
  if (kind === "deleted") return { found: "there", properties: [] };
  const properties = changes.filter((change) => !isAsSaid(change, after.stack)).map(({ property }) => property);
  return properties.length > 0 ? { found: "otherValues", properties } : undefined;
}

/** Of what was only likely, the value before, or none, is as good an end as the one that was announced. */
function isAsSaid({ property, now, then, certain }: ValueChange, stack: LayerStack): boolean {
  const value = valueIn(stack, property);
  return same(value, then) || (!certain && (value === undefined || same(value, now)));
}

const valueIn = (stack: LayerStack, property: string): PropertyValue | undefined =>
  propertyWinners(stack).get(property)?.value ?? collectionOf(stack.layers, property);
