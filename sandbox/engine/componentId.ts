import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { guidFor } from "../store/guidFor";
import type { EnvironmentStore } from "../store/environmentStore";

/**
 * Kinds known by name, which each environment gives its own id (§8.3: "app modules, canvas apps, web resources by
 * unique name, ids may differ"). Metadata never brings an id.
 */
const OWN_ID_TYPES = new Set<number>([
  ComponentType.WebResource,
  ComponentType.AppModule,
  ComponentType.CanvasApp,
  ComponentType.SiteMap,
]);

/** Ids of first-party components that are the same everywhere, seen in recorded answers (§7). */
const WELL_KNOWN_IDS = new Map<string, Guid>([
  [`${String(ComponentType.Entity)}|account`, "70816501-edb9-4740-a16c-6a5efbc05d84"],
]);

/** The id a new component gets: the package's own where that kind keeps it, else one that depends on its name alone. */
export function newComponentId(store: EnvironmentStore, type: number, key: string, given?: Guid): Guid {
  if (given !== undefined && !OWN_ID_TYPES.has(type) && !store.component(given)) return given;
  const known = WELL_KNOWN_IDS.get(`${String(type)}|${key}`);
  return known ?? guidFor(store.state.organization.id, type, key);
}
