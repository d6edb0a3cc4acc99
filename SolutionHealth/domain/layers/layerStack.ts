import {
  ACTIVE_LAYER,
  type ComponentLayer,
  type ComponentRef,
  type LayerRow,
  type LayerStack,
  SYSTEM_LAYER,
} from "./componentLayer";
import { readChildren, readProperties } from "./layerJson";

/** The stack of a component from its rows in any order, top first (fact sheet §4.1: the highest order is on top). */
export function toLayerStack(component: ComponentRef, rows: readonly LayerRow[]): LayerStack {
  const layers = rows.map(readLayer).sort((a, b) => b.order - a.order || rank(b) - rank(a));
  return { component, layers };
}

/** The unmanaged layer, if there is one. Its name is what tells it: the table has no such column (§4.1). */
export const activeLayer = ({ layers }: LayerStack): ComponentLayer | undefined =>
  layers.find(({ kind }) => kind === "active");

/** All but the unmanaged layer, top first: what shows without it. */
export const layersBelowActive = ({ layers }: LayerStack): readonly ComponentLayer[] =>
  layers.filter(({ kind }) => kind !== "active");

/**
 * Solution that owns the component: that of the lowest layer. A component of the platform that a managed solution
 * customizes counts as that solution's, since that is where somebody looks for it.
 */
export function ownerOf(stack: LayerStack): string | undefined {
  const managed = stack.layers.filter(({ kind }) => kind === "managed");
  return managed[managed.length - 1]?.solution ?? layersBelowActive(stack)[0]?.solution;
}

function readLayer(row: LayerRow): ComponentLayer {
  const { name, solution, publisher, order, overwrittenOn } = row;
  return {
    name,
    solution,
    kind: kindOf(solution),
    publisher,
    order,
    ...(overwrittenOn && { overwrittenOn }),
    changes: readProperties(row.changes),
    properties: readProperties(row.componentJson),
    children: readChildren(row.children),
  };
}

function kindOf(solution: string): ComponentLayer["kind"] {
  const name = solution.toLowerCase();
  if (name === ACTIVE_LAYER.toLowerCase()) return "active";
  return name === SYSTEM_LAYER.toLowerCase() ? "system" : "managed";
}

/** Where two rows claim the same order: Active is always on top, System always at the bottom (§8.1). */
const rank = ({ kind }: ComponentLayer): number => ({ active: 2, managed: 1, system: 0 })[kind];
