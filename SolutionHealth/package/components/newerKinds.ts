import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { Properties, PropertyValue } from "../../domain/model/property";
import { labelsValue, readLabels } from "../labels";
import type { XmlElement } from "../xml";
import { attributeProperties } from "./properties";
import { columnValue } from "./columnValue";
import { References } from "./references";
import type { ComponentDraft } from "./source";

/** Tables behind lookups that have a fixed number as component type; others are known by their table's name. */
const NUMBERED: Readonly<Record<string, number>> = {
  appmodule: ComponentType.AppModule,
  canvasapp: ComponentType.CanvasApp,
  entity: ComponentType.Entity,
  environmentvariabledefinition: ComponentType.EnvironmentVariableDefinition,
  pluginassembly: ComponentType.PluginAssembly,
  plugintype: ComponentType.PluginType,
  workflow: ComponentType.Workflow,
  webresource: ComponentType.WebResource,
};

/**
 * Kinds that came after the numbers: each is a row written under its table's name, its alternate key as attributes:
 * `<customapi uniquename="x"><name>…</name></customapi>`. The type is the table's name (fact sheet §13.1).
 */
export function readNewerKind(element: XmlElement): ComponentDraft {
  const keys = Object.entries(element.attributes).filter(
    ([name]) => !name.startsWith("xmlns") && name !== "unmodified",
  );
  const name = keyText(keys);
  const id = normaliseGuid(name);
  const properties = { ...attributeProperties(element), ...rowProperties(element) };
  const label = properties.displayname ?? properties.name;
  const references = new References();
  addLookups(element, references);
  for (const [attribute, value] of keys) addAssociation(attribute, value, references);
  return {
    type: NUMBERED[element.name] ?? element.name.toLowerCase(),
    key: (id ?? name).toLowerCase(),
    name,
    id,
    displayName: typeof label === "string" && label !== "" ? label : undefined,
    properties,
    references: references.list,
  };
}

/** One column: its value; several: as the platform joins them in export keys, `a=1,b=2`. */
function keyText(keys: readonly (readonly [string, string])[]): string {
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return only[1];
  return keys.map(([name, value]) => `${name}=${value}`).join(",");
}

/** Children as columns: texts, labels (`<name default="…"><label …/></name>`), lookups (an object of the target's key). */
export function rowProperties(element: XmlElement): Properties {
  const properties: Properties = {};
  for (const child of element.children) {
    const column = child.name.toLowerCase();
    const fallback = child.attribute("default");
    if (fallback !== undefined) {
      properties[column] = fallback;
      properties[`${column} - LocalizedLabel`] = labelsValue(readLabels(child));
    } else properties[column] = rowValue(child, column);
  }
  return properties;
}

function rowValue(child: XmlElement, column: string): PropertyValue {
  if (child.children.length === 0) return columnValue(column, child.text.trim());
  const leaf = child.children.every((part) => part.children.length === 0);
  return leaf ? Object.fromEntries(child.children.map((part) => [part.name, part.text.trim()])) : child.toXml();
}

function addLookups(element: XmlElement, references: References): void {
  for (const child of element.children) {
    const [only] = child.children;
    if (only !== undefined && child.children.length === 1 && only.children.length === 0) {
      references.add(tableOfLookup(child.name), only.text);
    }
  }
}

/** Rows of intersect tables name both ends in their key: `botcomponentid.schemaname="x"`. */
function addAssociation(attribute: string, value: string, references: References): void {
  const [lookup, column] = attribute.split(".");
  if (lookup !== undefined && column !== undefined) references.add(tableOfLookup(lookup), value);
}

/** Lookups are named after their target: `parentbotid` points to `bot`, `appmoduleid` to `appmodule`. */
function tableOfLookup(column: string): number | string {
  const table = column
    .toLowerCase()
    .replace(/^parent/, "")
    .replace(/id(?:one|two)?$/, "");
  return NUMBERED[table] ?? table;
}
