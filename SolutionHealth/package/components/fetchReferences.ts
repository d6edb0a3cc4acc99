import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import type { References } from "./references";

/** Tables by the alias under which a layout names their columns. */
export type Aliases = ReadonlyMap<string, string>;

/** Adds the tables and columns that a FetchXML query reads. @returns the aliases of its linked tables. */
export function fetchReferences(fetch: XmlElement, references: References): Aliases {
  const aliases = new Map<string, string>();
  for (const entity of fetch.childrenNamed("entity")) readLevel(entity, undefined, references, aliases);
  return aliases;
}

/** Adds the columns that a view's grid shows. Columns of linked tables are written `alias.column`. */
export function layoutReferences(layout: XmlElement, table: string, aliases: Aliases, references: References): void {
  for (const element of layout.descendants()) {
    if (element.name !== "cell") continue;
    const [first = "", second] = (element.attribute("name") ?? "").split(".");
    if (second === undefined) references.column(table, first);
    else references.column(aliases.get(first), second);
    const library = element.attribute("imageproviderwebresource");
    references.add(ComponentType.WebResource, library?.replace(/^\$webresource:/i, ""));
  }
}

function readLevel(
  level: XmlElement,
  parent: string | undefined,
  references: References,
  aliases: Map<string, string>,
): void {
  const table = level.attribute("name")?.toLowerCase();
  references.table(table);
  const alias = level.attribute("alias");
  if (alias !== undefined && table !== undefined) aliases.set(alias, table);
  if (parent !== undefined) {
    references.column(table, level.attribute("from"));
    references.column(parent, level.attribute("to"));
  }
  readColumns(level, table, references, aliases);
}

function readColumns(
  level: XmlElement,
  table: string | undefined,
  references: References,
  aliases: Map<string, string>,
): void {
  for (const child of level.children) {
    if (child.name === "link-entity") readLevel(child, table, references, aliases);
    else if (child.name === "attribute") references.column(table, child.attribute("name"));
    else if (child.name === "order")
      references.column(aliases.get(child.attribute("entityname") ?? "") ?? table, child.attribute("attribute"));
    else if (child.name === "condition") readCondition(child, table, references, aliases);
    else if (child.name === "filter") readColumns(child, table, references, aliases);
  }
}

function readCondition(
  condition: XmlElement,
  table: string | undefined,
  references: References,
  aliases: Map<string, string>,
): void {
  const other = condition.attribute("entityname");
  references.column(other === undefined ? table : aliases.get(other), condition.attribute("attribute"));
}
