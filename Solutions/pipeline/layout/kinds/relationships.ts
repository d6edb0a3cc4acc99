import { PackagingError } from "../packagingError";
import { byPath } from "../sourceFiles";
import { newElement, XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { filledText } from "./filledText";
import { safeName } from "./fileName";
import type { ComponentKind, PackContext } from "./kind";

const SECTION = "EntityRelationships";
const ITEM = "EntityRelationship";
const INDEX = "Other/Relationships.xml";
const FOLDER = "Other/Relationships";

/** Relationships: an index of all names, and one file for each table that is referenced (or first in N:N). */
export const relationships: ComponentKind = {
  section: SECTION,
  folder: "Other",
  isIn: (files) => files.below(FOLDER).length > 0,
  pack(target, context) {
    const definitions = readDefinitions(context);
    const index = context.takeXml(INDEX, SECTION, FOLDER);
    for (const entry of index.children) {
      const name = entry.attribute("Name") ?? "";
      const definition = definitions.get(name);
      if (definition === undefined) {
        throw new PackagingError(
          "danglingReference",
          `The relationship ${name} has no definition below ${FOLDER}.`,
          INDEX,
        );
      }
      target.nodes.push(definition);
      definitions.delete(name);
    }
    const [forgotten] = definitions.values();
    if (forgotten !== undefined) {
      const name = forgotten.attribute("Name") ?? "";
      throw new PackagingError(
        "danglingReference",
        `The relationship ${name} is missing in ${INDEX}.`,
        forgotten.place,
      );
    }
  },
  unpack(source, context) {
    const items = source.children;
    source.nodes = [];
    if (items.length === 0) return;
    const names = items.map((item) => item.attribute("Name") ?? "").sort(byPath);
    const index = names.map((name) => new XmlElement(ITEM, new Map([["Name", rawName(items, name)]]), [], INDEX));
    context.writeXml(INDEX, newElement(SECTION, index, INDEX));
    for (const [table, group] of byTable(items)) {
      context.writeXml(`${FOLDER}/${safeName(table)}.xml`, newElement(SECTION, group, INDEX));
    }
  },
};

function readDefinitions(context: PackContext): Map<string, XmlElement> {
  const definitions = new Map<string, XmlElement>();
  for (const path of context.files.below(FOLDER, ".xml")) {
    for (const item of context.takeXml(path, SECTION, INDEX).children) {
      const name = item.attribute("Name") ?? "";
      if (definitions.has(name)) {
        throw new PackagingError("duplicateComponent", `The relationship ${name} is defined twice.`, path);
      }
      definitions.set(name, item);
    }
  }
  return definitions;
}

/** Two tables whose names differ only in case share a file: some file systems could not hold both. */
function byTable(items: readonly XmlElement[]): Map<string, XmlElement[]> {
  const spelling = new Map<string, string>();
  const groups = new Map<string, XmlElement[]>();
  for (const item of items) {
    const written = filledText(item, "ReferencedEntityName") ?? filledText(item, "FirstEntityName") ?? "_";
    const table = spelling.get(written.toLowerCase()) ?? written;
    spelling.set(written.toLowerCase(), table);
    groups.set(table, [...(groups.get(table) ?? []), item]);
  }
  return groups;
}

function rawName(items: readonly XmlElement[], name: string): string {
  return items.find((item) => item.attribute("Name") === name)?.rawAttributes.get("Name") ?? name;
}
