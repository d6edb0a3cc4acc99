import type { Environment } from "../../sandbox/engine/contract";
import type { EnvironmentState } from "../../sandbox/store/model";

/**
 * Freezes something with all that is in it. What is frozen already is passed over, so a state of which little has changed
 * costs little.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}

/**
 * The environment as it stands, for an environment of its own in which something is tried. It shares what it is made of with
 * the original: the engine replaces what it changes and edits nothing, to which freezing holds it.
 */
export function stateToTry({ state }: Environment): EnvironmentState {
  const copy = { ...state };
  for (const part of Object.values(copy)) frozen(part);
  return copy;
}
