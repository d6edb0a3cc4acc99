import { XmlError } from "../xml/xmlError";
import type { XmlElement } from "../xml/element";
import { readXml } from "../xml/readXml";
import type { Mentions } from "./mentions";

/**
 * Collects what a definition in XML names, by the places where forms, views, charts, site maps, apps, ribbons and
 * classic processes name tables, columns, web resources, controls and, by id, anything else. A name elsewhere – in a
 * label, in a comment – is only a word. XML that is broken names nothing: the platform could not use it either.
 * @param table to which columns without one belong
 */
export function collectFromXml(text: string, table: string | undefined, mentions: Mentions): void {
  const root = parse(text);
  if (root) collectFrom(root, table, mentions);
}

function parse(text: string): XmlElement | undefined {
  try {
    // Some of these texts have several roots.
    return readXml(`<definition>${text}</definition>`, "definition");
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

function collectFrom(root: XmlElement, table: string | undefined, mentions: Mentions): void {
  for (const element of root.descendants()) {
    if (element.name === "fetch") collectFromFetch(element, mentions);
    for (const [name, value] of element.attributes) {
      mentions.id(value);
      mentions.webResource(value);
      attributeReaders[name]?.(value, mentions, table);
    }
    const text = element.text.trim();
    if (text === "") continue;
    mentions.id(text);
    mentions.webResource(text);
    textReaders[element.name]?.(text, mentions, table);
  }
  for (const element of root.descendants()) elementReaders[element.name]?.(element, mentions, table);
}

type Reader<T> = (from: T, mentions: Mentions, table: string | undefined) => void;

const attributeReaders: Readonly<Record<string, Reader<string>>> = {
  datafieldname: (name, mentions, table) => mentions.column(table, name),
  Entity: (name, mentions) => mentions.table(name),
  EntityName: (name, mentions) => mentions.table(name),
  entityname: (name, mentions) => mentions.table(name),
  libraryName: (name, mentions) => mentions.add("WebResource", name.replace(/^\$webresource:/i, "")),
  imageproviderwebresource: (name, mentions) => mentions.add("WebResource", name.replace(/^\$webresource:/i, "")),
};

const textReaders: Readonly<Record<string, Reader<string>>> = {
  TargetEntityType: (name, mentions) => mentions.table(name),
  RelationshipName: (name, mentions) => mentions.add("EntityRelationship", name),
  // Quick forms are written as XML within the text of an element.
  QuickForms: (text, mentions, table) => collectFromXml(text, table, mentions),
};

const elementReaders: Readonly<Record<string, Reader<XmlElement>>> = {
  cell: (cell, mentions, table) => {
    const name = cell.attribute("name");
    // Columns of linked tables are written `alias.column`; the query names them too.
    if (name?.includes(".") === false) mentions.column(table, name);
  },
  Library: (library, mentions) => mentions.add("WebResource", library.attribute("name")),
  customControl: (control, mentions) => mentions.add("CustomControl", control.attribute("name")),
  AppModuleComponent: (part, mentions) => {
    // What a layer takes out of the app is not needed by it.
    if (part.attribute("solutionaction") === "Removed") return;
    mentions.addNumbered(part.attribute("type"), part.attribute("schemaName"));
  },
  SubArea: (area, mentions) => {
    const control = /[?&]controlName=([^&]+)/i.exec(area.attribute("Url") ?? "")?.[1];
    mentions.add("CustomControl", control);
    mentions.add("CanvasApp", area.attribute("Page"));
  },
};

/** Tables and columns that a FetchXML query reads. */
function collectFromFetch(fetch: XmlElement, mentions: Mentions): void {
  const aliases = new Map<string, string>();
  for (const entity of fetch.childrenNamed("entity")) collectLevel(entity, undefined, aliases, mentions);
}

function collectLevel(
  level: XmlElement,
  parent: string | undefined,
  aliases: Map<string, string>,
  mentions: Mentions,
): void {
  const table = level.attribute("name");
  mentions.table(table);
  const alias = level.attribute("alias");
  if (alias !== undefined && table !== undefined) aliases.set(alias, table);
  if (parent !== undefined) {
    mentions.column(table, level.attribute("from"));
    mentions.column(parent, level.attribute("to"));
  }
  collectColumns(level, table, aliases, mentions);
}

function collectColumns(
  level: XmlElement,
  table: string | undefined,
  aliases: Map<string, string>,
  mentions: Mentions,
): void {
  for (const child of level.children) {
    if (child.name === "link-entity") collectLevel(child, table, aliases, mentions);
    else if (child.name === "filter") collectColumns(child, table, aliases, mentions);
    else if (child.name === "attribute") mentions.column(table, child.attribute("name"));
    else if (child.name === "condition" || child.name === "order") {
      const other = child.attribute("entityname");
      mentions.column(other === undefined ? table : aliases.get(other), child.attribute("attribute"));
    }
  }
}
