import type { ComponentLayer } from "../layers/componentLayer";
import type { Departures } from "./departures";
import { fixPlaceOf } from "./fixPlace";
import type { LayerNames } from "./layerNames";
import type { Blocker } from "./rollbackPreview";
import type { Subject } from "./subjects";

/**
 * Refusals because a base layer would go from under another publisher's managed layer (fact sheet §6.5, §8.2): found from
 * the layers. A layer of the same publisher inherits the base (scenario 3); where something of the platform lies below,
 * no base goes. Each foreign layer above is named, the lowest first: with it gone the next one stands in the way.
 */
export function baseLayerBlockers(subject: Subject, departures: Departures, names: LayerNames): Blocker[] {
  const { component, stack, why, member } = subject;
  if (stack === undefined) {
    return why && member && member.heldBy.length > 0 && member.alsoHeldBy.length > 0
      ? [{ kind: "unreadable", required: component, dependent: component, fix: { where: "unknown" }, round: 1, why }]
      : [];
  }
  const steps = new Set(stack.layers.flatMap((layer) => departures.stepOf(layer) ?? []));
  for (const step of steps) {
    const heirs = foreignHeirs(subject, step, departures, names);
    if (heirs.length === 0) continue;
    return heirs.map((heir, index) => ({
      kind: "baseLayer",
      required: component,
      dependent: component,
      fix: fixPlaceOf(heir, departures, names),
      round: index + 1,
    }));
  }
  return [];
}

/** Layers of other publishers over a base layer that goes in this step, bottom first, up to the first rightful heir. */
function foreignHeirs(subject: Subject, step: number, departures: Departures, names: LayerNames): ComponentLayer[] {
  const base = bottomUp(departures.layersAfter(subject, step - 1))[0];
  if (base === undefined || departures.stepOf(base) !== step) return [];
  const publisher = names.publisherOf(base);
  const heirs = bottomUp(departures.layersAfter(subject, step));
  const rightful = heirs.findIndex((layer) => names.publisherOf(layer) === publisher);
  return rightful < 0 ? heirs : heirs.slice(0, rightful);
}

const bottomUp = (layers: readonly ComponentLayer[] = []): ComponentLayer[] =>
  [...layers].reverse().filter(({ kind }) => kind !== "active");
