import { activeLayer } from "../layers/layerStack";
import type { ComponentLayer, LayerStack } from "../layers/componentLayer";
import { isMergeType } from "../layers/mergeTypes";
import { nameKey } from "../solutions/solutionNames";
import type { LayerNames } from "./layerNames";
import type { NotKnown, RollbackComponent } from "./rollbackFacts";
import type { ComponentFate, FateKind, ValueChange } from "./rollbackPreview";
import { unchangedReason } from "./unchangedReason";
import { type Goes, valuesAfter } from "./valuesAfter";

/** What decides a fate beside the component's own layers. */
export interface FateContext {
  readonly names: LayerNames;
  readonly goes: Goes;
  /** Families (`LayerNames.familyOf`) of the solutions that go. */
  readonly families: ReadonlySet<string>;
}

/** What stays the same in all fates of a component. */
type Common = Pick<ComponentFate, "component" | "leaving" | "changes" | "heldBy" | "merged" | "hasOverride">;

/** The fate of a component whose layers were not needed: deleted (`needsLayers`). */
export const fateOfHeld = (
  component: RollbackComponent,
  leaving: readonly string[],
  flagged: boolean | undefined,
): ComponentFate => ({ ...common(component, leaving), kind: "deleted", hasOverride: flagged });

export const unknownFate = (
  component: RollbackComponent,
  leaving: readonly string[],
  flagged: boolean | undefined,
  why: NotKnown,
): ComponentFate => ({ ...common(component, leaving), kind: "unknown", hasOverride: flagged, why });

function common(component: RollbackComponent, leaving: readonly string[]): Common {
  return {
    component,
    leaving,
    changes: [],
    heldBy: [],
    merged: isMergeType(component.typeName),
    hasOverride: undefined,
  };
}

/** The fate by the layers (fact sheet §8.2), whatever becomes of the table it is part of. */
export function fateOfStack(component: RollbackComponent, stack: LayerStack, context: FateContext): ComponentFate {
  const { goes, names } = context;
  const leaving = stack.layers.filter(goes);
  const staying = stack.layers.filter((layer) => !goes(layer));
  const shared: Common = {
    ...common(
      component,
      leaving.map(({ solution }) => solution),
    ),
    heldBy: staying.filter(({ kind }) => kind === "managed").map((layer) => names.nameOf(layer)),
    hasOverride: activeLayer(stack) !== undefined,
  };
  if (leaving.length > 0 && !hasBase(staying)) return { ...shared, kind: "deleted" };
  const why = unreadableIn(leaving);
  const { changes, likelyKept } = valuesAfter(stack, goes, names);
  const newBase = newBaseOf(stack, goes, names);
  const kept = { ...shared, ...(newBase && { newBase }), ...(likelyKept.length > 0 && { likelyKept }) };
  if (changes.length > 0) return { ...kept, kind: kindOfChange(changes, stack, context), changes };
  if (why) return { ...shared, kind: "unknown", why };
  return { ...kept, kind: newBase ? "survives" : "unchanged", ...unchangedReason(stack, goes, names) };
}

/** An Active layer holds nothing (§8.2): only managed layers and the platform's own do. */
export const hasBase = (layers: readonly ComponentLayer[]): boolean => layers.some(({ kind }) => kind !== "active");

/**
 * `returns` where a layer comes to the fore that is no part of the leaving family, of the family that owns the component,
 * or of the platform: a customization that was covered.
 */
function kindOfChange(changes: readonly ValueChange[], { layers }: LayerStack, context: FateContext): FateKind {
  const { names, families } = context;
  const base = [...layers].reverse().find(({ kind }) => kind !== "active");
  const byName = new Map(layers.map((layer) => [nameKey(layer.solution), layer]));
  const returns = changes.some(({ from }) => {
    const layer = from && byName.get(nameKey(from.solution));
    if (layer === undefined || layer.kind === "system") return false;
    const family = names.familyOf(layer.solution);
    return !families.has(family) && (base === undefined || names.familyOf(base.solution) !== family);
  });
  return returns ? "returns" : "fallsBack";
}

function newBaseOf({ layers }: LayerStack, goes: Goes, names: LayerNames): ComponentFate["newBase"] {
  const bases = [...layers].reverse().filter(({ kind }) => kind !== "active");
  const heir = bases.find((layer) => !goes(layer));
  return bases[0] !== undefined && goes(bases[0]) && heir ? names.nameOf(heir) : undefined;
}

/** What a leaving layer sets cannot be told: then nothing is known of what falls back. */
function unreadableIn(leaving: readonly ComponentLayer[]): NotKnown | undefined {
  const broken = leaving.some(
    ({ changes, properties, children }) =>
      children.status === "unreadable" || (changes.status === "unreadable" && properties.status === "unreadable"),
  );
  return broken ? { reason: "unreadable" } : undefined;
}
