import { ACTIVE_LAYER, type Row, type StoredComponent, type StoredLayer } from "../store/model";
import { effectiveProperties } from "./effective";
import { notCustomizable } from "./faults";
import { storedLabels } from "./labelTexts";
import { hasBase, named, placeLayer, withoutLayers } from "./layers";
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
  const displayName = newDisplayName(component, properties);
  const layer: StoredLayer = {
    createdOn: work.at,
    overwriteTime: NEVER_OVERWRITTEN,
    ...previous,
    solution: ACTIVE_LAYER,
    properties: { ...previous?.properties, ...properties },
    ...(displayName === undefined ? {} : { displayName }),
  };
  const edited: StoredComponent = {
    ...component,
    layers: placeLayer(component.layers, layer, work.store),
    modifiedOn: work.at,
    modifiedBy: work.caller.userId,
  };
  work.store.putComponent(displayName === undefined ? edited : named(edited));
}

/** Properties that hold the name people see: which of them does, differs by kind. */
const NAMES = ["localizedname", "displayname", "friendlyname", "title", "name"];

/** The name people see afterwards, where the edit changes the property that holds it; else undefined. */
function newDisplayName(component: StoredComponent, properties: Row): string | undefined {
  const before = effectiveProperties(component);
  const holder = NAMES.find((name) => before[name] === component.displayName);
  const value = holder === undefined ? newLabel(component.displayName, before, properties) : properties[holder];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Metadata has its names in labels: the new one in the language of the one that is shown. */
function newLabel(shown: string, before: Row, properties: Row): string | undefined {
  for (const name of LABELS) {
    const language = storedLabels(before[name]).find(({ Label }) => Label === shown)?.LanguageCode;
    const label = storedLabels(properties[name]).find(({ LanguageCode }) => LanguageCode === language);
    if (language !== undefined && label) return label.Label;
  }
  return undefined;
}

const LABELS = ["LocalizedName - LocalizedLabel", "DisplayName - LocalizedLabel"];

/** Takes the Active layer off; a component that has no other goes altogether (§4.5, §6.1). */
export function removeActiveLayer(work: Work, component: StoredComponent): void {
  if (!component.layers.some((layer) => layer.solution === ACTIVE_LAYER)) return;
  const left = withoutLayers(component, ACTIVE_ONLY);
  if (hasBase(left)) work.store.putComponent({ ...left, modifiedOn: work.at, modifiedBy: work.caller.userId });
  else deleteComponent(work.store, component);
}
