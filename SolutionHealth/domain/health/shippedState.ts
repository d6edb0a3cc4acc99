import type { LayerStack } from "../layers/componentLayer";
import { activeLayer } from "../layers/layerStack";
import { valueBelow } from "../layers/winners";
import type { PropertyValue } from "../model/property";
import type { SwitchKind } from "./workingParts";

export type ShippedState = "on" | "off" | "unknown";

/**
 * State that the managed layers give to a component that is off. Where they do not tell and the Active layer has changed
 * the state, it was switched off here (fact sheet §4.5). A package that ships it on, without an Active layer: the import
 * could not turn it on.
 */
export function shippedState(stack: LayerStack, kind: SwitchKind): ShippedState {
  if (stack.layers.length === 0) return "unknown";
  const active = activeLayer(stack);
  const { value } = valueBelow(stack, "statecode", active ? stack.layers.indexOf(active) + 1 : 0);
  const state = numberIn(value);
  if (state !== undefined) return state === (kind === "step" ? 0 : 1) ? "on" : "off";
  const changes = active?.changes;
  return changes?.status === "read" && "statecode" in changes.value ? "on" : "unknown";
}

/** Options come as a number, as text, or as an object that holds one (§4.4). */
function numberIn(value: PropertyValue | undefined): number | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return numberIn(value.Value);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
