import { normaliseGuid } from "../../domain/model/guid";
import type { Properties, PropertyValue } from "../../domain/model/property";
import { labelsValue, readLabels } from "../labels";
import type { XmlElement } from "../../domain/xml/element";
import { attributeProperties } from "./properties";
import { columnValue } from "./columnValue";
import { lookupsOf, typeOfTable } from "./lookups";
import type { ComponentDraft } from "./source";

/**
 * Kinds that came after the numbers: each is a row written under its table's name, its alternate key as attributes:
 * `<customapi uniquename="x"><name>…</name></customapi>`. The type is the table's name (fact sheet §13.1).
 */
export function readNewerKind(element: XmlElement): ComponentDraft {
  const keys = element.attributes.filter(([name]) => !name.startsWith("xmlns") && name !== "unmodified");
  const name = keyText(keys);
  const id = normaliseGuid(name);
  const properties = { ...attributeProperties(element), ...rowProperties(element) };
  const label = properties.displayname ?? properties.name;
  return {
    type: typeOfTable(element.name),
    key: (id ?? name).toLowerCase(),
    name,
    id,
    displayName: typeof label === "string" && label !== "" ? label : undefined,
    properties,
    lookups: lookupsOf(element, keys),
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
