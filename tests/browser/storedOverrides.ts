import type { StoredComponent, StoredLayer } from "../../sandbox/store/model";

export type StoredOverrideState = "real" | "stateOnly" | "phantom";

/** What the sandbox itself writes into Active layers (fact sheet §4.5); nothing here is taken from the control. */
const WRITTEN_BY_THE_PLATFORM: ReadonlySet<string> = new Set([
  "componentstate",
  "modifiedby",
  "modifiedon",
  "overwritetime",
  "solutionid",
  "versionnumber",
]);

const activeLayer = ({ layers }: StoredComponent): StoredLayer | undefined =>
  layers.length > 1 ? layers.find(({ solution }) => solution === "Active") : undefined;

function stateOf({ properties, children }: StoredLayer): StoredOverrideState {
  const changed = Object.keys(properties).filter((name) => !WRITTEN_BY_THE_PLATFORM.has(name));
  if (children === undefined && changed.length === 0) return "phantom";
  const onlyState = children === undefined && changed.every((name) => name === "statecode" || name === "statuscode");
  return onlyState ? "stateOnly" : "real";
}

/** Every managed component with an Active layer, by id, as the engine's own store has it. */
export function storedOverrides(components: readonly StoredComponent[]): Readonly<Record<string, StoredOverrideState>> {
  const found: Record<string, StoredOverrideState> = {};
  for (const component of components) {
    const layer = activeLayer(component);
    if (layer) found[component.id] = stateOf(layer);
  }
  return found;
}

export const countOf = (overrides: Readonly<Record<string, StoredOverrideState>>, state: StoredOverrideState): number =>
  Object.values(overrides).filter((it) => it === state).length;
