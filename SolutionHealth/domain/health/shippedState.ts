import type { LayerStack } from "../layers/componentLayer";
import { activeLayer } from "../layers/layerStack";
import { optionNumber } from "../layers/optionNumber";
import { valueBelow } from "../layers/winners";
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
  const state = optionNumber(value);
  if (state !== undefined) return state === (kind === "step" ? 0 : 1) ? "on" : "off";
  const changes = active?.changes;
  return changes?.status === "read" && "statecode" in changes.value ? "on" : "unknown";
}
