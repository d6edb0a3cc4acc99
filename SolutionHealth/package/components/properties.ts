import type { Properties } from "../../domain/model/property";
import { labelIn, labelsValue, readLabels } from "../labels";
import type { Label } from "../model";
import type { XmlElement } from "../../domain/xml/element";
import { columnValue } from "./columnValue";

/** Label lists, and the column whose labels they are. `name` stays with the kinds that have a column of that name. */
const LABELS: Readonly<Record<string, string>> = {
  LocalizedNames: "LocalizedName",
  LocalizedCollectionNames: "LocalizedCollectionName",
  displaynames: "DisplayName",
  Descriptions: "Description",
};

/**
 * Leaf children of an element as columns of its backing table: `<IsCustomizable>1</IsCustomizable>` is
 * `iscustomizable: true`. Label lists become `… - LocalizedLabel` keys (fact sheet §4.4). Children with structure are
 * left to the caller, who names them.
 */
export function leafProperties(element: XmlElement, except: readonly string[] = []): Properties {
  const properties: Properties = {};
  for (const child of element.children) {
    const label = LABELS[child.name];
    const column = child.name.toLowerCase();
    if (except.includes(child.name)) continue;
    if (label !== undefined) properties[`${label} - LocalizedLabel`] = labelsValue(readLabels(child));
    else if (child.children.length === 0) properties[column] = leafValue(child, column);
  }
  return properties;
}

function leafValue(child: XmlElement, column: string): Properties[string] {
  return child.attribute("xsi:nil") === "true" ? null : columnValue(column, child.text.trim());
}

/** Attributes of an element as columns. */
export function attributeProperties(element: XmlElement): Properties {
  return Object.fromEntries(
    element.attributes
      .filter(([name]) => name !== "unmodified" && !name.startsWith("xmlns"))
      .map(([name, text]) => [name.toLowerCase(), columnValue(name.toLowerCase(), text)]),
  );
}

/** The label shown to people: that of the package's language, from the first list that is there. */
export function displayLabel(
  element: XmlElement,
  languageCode: number | undefined,
  lists: readonly string[] = ["LocalizedNames", "displaynames"],
): string | undefined {
  for (const list of lists) {
    const labels: readonly Label[] = readLabels(element.child(list));
    if (labels.length > 0) return labelIn(labels, languageCode);
  }
  return undefined;
}
