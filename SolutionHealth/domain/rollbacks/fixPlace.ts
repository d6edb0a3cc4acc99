import type { ComponentLayer } from "../layers/componentLayer";
import type { Departures } from "./departures";
import type { LayerNames } from "./layerNames";
import type { FixPlace } from "./rollbackPreview";

/** Where something has to be changed that this layer says (fact sheet §8.3). */
export function fixPlaceOf(layer: ComponentLayer | undefined, departures: Departures, names: LayerNames): FixPlace {
  if (layer === undefined || layer.kind === "system") return { where: "unknown" };
  if (layer.kind === "active") return { where: "here" };
  // A layer of a leaving solution that is still there is one that goes too late.
  const where = departures.stepOf(layer) === undefined ? "solution" : "order";
  return { where, solution: names.nameOf(layer) };
}
