import type { ComponentLayer, LayerStack } from "../layers/componentLayer";
import { propertyWinners } from "../layers/winners";
import type { LayerNames } from "./layerNames";
import type { ComponentFate, UnchangedReason } from "./rollbackPreview";

type Reason = Pick<ComponentFate, "decidedBy"> & { readonly unchangedBecause: UnchangedReason };

/**
 * Why nothing that is seen changes although layers go. The Active layer comes first, since it is what an administrator
 * can take away; where all is decided below the leaving layers' own words, the layer beneath says the same.
 */
export function unchangedReason(
  stack: LayerStack,
  goes: (layer: ComponentLayer) => boolean,
  names: LayerNames,
): Reason {
  const { layers } = stack;
  const winners = propertyWinners(stack);
  const deciders = new Set<ComponentLayer>();
  for (const [index, layer] of layers.entries()) {
    if (!goes(layer)) continue;
    for (const property of ownProperties(layer, index === layers.length - 1)) {
      const decider = layers[winners.get(property)?.layer ?? index];
      if (decider) deciders.add(decider);
    }
    for (const collection of collectionsOf(layer)) {
      const decider = layers.find((above) => collectionsOf(above).includes(collection));
      if (decider) deciders.add(decider);
    }
  }
  if (deciders.size === 0) return { unchangedBecause: "nothingSet" };
  const above = [...deciders].filter((layer) => !goes(layer));
  if (above.some(({ kind }) => kind === "active")) return { unchangedBecause: "override" };
  const [higher] = above.sort((a, b) => b.order - a.order);
  return higher
    ? { unchangedBecause: "higherLayer", decidedBy: names.nameOf(higher) }
    : { unchangedBecause: "sameValues" };
}

/** What the layer says itself: its changes; of the lowest one, which may list none, all it has (fact sheet §4.4). */
function ownProperties({ changes, properties }: ComponentLayer, lowest: boolean): string[] {
  const listed = changes.status === "read" ? Object.keys(changes.value) : [];
  if (listed.length > 0 || !lowest) return listed;
  return properties.status === "read" ? Object.keys(properties.value) : [];
}

const collectionsOf = ({ children }: ComponentLayer): string[] =>
  children.status === "read"
    ? Object.keys(children.value).filter((name) => (children.value[name] ?? []).length > 0)
    : [];
