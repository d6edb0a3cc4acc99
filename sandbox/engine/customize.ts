import { ACTIVE_LAYER, type Row, type StoredComponent, type StoredLayer } from "../store/model";
import { notCustomizable } from "./faults";
import { hasBase, placeLayer, withoutLayers } from "./layers";
import { isCustomizable } from "./managedRules";
import { deleteComponent } from "./removal";
import { NEVER_OVERWRITTEN } from "./systemComponents";
import type { Work } from "./work";

const ACTIVE_ONLY: ReadonlySet<string> = new Set([ACTIVE_LAYER]);

/** Turning a flow on or off is no customization: the managed property does not forbid it (§4.5). */
const STATE = new Set(["statecode", "statuscode"]);

/**
 * An ordinary edit: the properties go into the Active layer, beside those that are there.
 * @throws 0x8004F032 when a managed component is not customizable.
 */
export function customize(work: Work, component: StoredComponent, properties: Row): void {
  const stateOnly = Object.keys(properties).every((name) => STATE.has(name));
  if (hasBase(component) && !stateOnly && !isCustomizable(withoutLayers(component, ACTIVE_ONLY))) {
    throw notCustomizable("Update", component);
  }
  const previous = component.layers.find((layer) => layer.solution === ACTIVE_LAYER);
  const layer: StoredLayer = {
    createdOn: work.at,
    overwriteTime: NEVER_OVERWRITTEN,
    ...previous,
    solution: ACTIVE_LAYER,
    properties: { ...previous?.properties, ...properties },
  };
  work.store.putComponent({
    ...component,
    layers: placeLayer(component.layers, layer, work.store),
    modifiedOn: work.at,
    modifiedBy: work.caller.userId,
  });
}

/** Takes the Active layer off; a component that has no other goes altogether (§4.5, §6.1). */
export function removeActiveLayer(work: Work, component: StoredComponent): void {
  if (!component.layers.some((layer) => layer.solution === ACTIVE_LAYER)) return;
  const left = withoutLayers(component, ACTIVE_ONLY);
  if (hasBase(left)) work.store.putComponent({ ...left, modifiedOn: work.at, modifiedBy: work.caller.userId });
  else deleteComponent(work.store, component);
}
