import { PackagingError } from "../packagingError";
import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { filledText } from "./filledText";
import { safeName } from "./fileName";
import type { ComponentKind, PackContext, UnpackContext } from "./kind";
import { packTableParts, unpackTableParts } from "./tableParts";

const SECTION = "Entities";
const FILE = "Entity.xml";

/** Tables: a folder each, with forms, views, charts, the command bar and formulas in files of their own. */
export const tables: ComponentKind = {
  section: SECTION,
  folder: SECTION,
  isIn: (files) => files.below(SECTION).length > 0,
  pack(target, context) {
    for (const folder of tableFolders(context)) target.nodes.push(packTable(folder, context));
    refuseTwins(target);
  },
  unpack(source, context) {
    for (const table of source.children) unpackTable(table, context);
    source.nodes = [];
  },
};

function tableFolders(context: PackContext): string[] {
  const paths = context.files.below(SECTION).map((path) => path.split("/"));
  return [...new Set(paths.filter((path) => path.length > 2).map((path) => path.slice(0, 2).join("/")))];
}

function packTable(folder: string, context: PackContext): XmlElement {
  const path = `${folder}/${FILE}`;
  const table = context.takeXml(path, "Entity", folder);
  packTableParts(table, folder, context);
  return table;
}

function unpackTable(table: XmlElement, context: UnpackContext): void {
  const name = filledText(table, "Name");
  if (name === undefined) throw new PackagingError("brokenXml", "A table has no Name.", table.place);
  const folder = `${SECTION}/${safeName(name)}`;
  unpackTableParts(table, folder, context);
  context.writeXml(`${folder}/${FILE}`, table);
}

function refuseTwins(section: XmlElement): void {
  const seen = new Set<string>();
  for (const table of section.children) {
    const name = filledText(table, "Name") ?? "";
    if (seen.has(name.toLowerCase())) {
      throw new PackagingError("duplicateComponent", `The table ${name} is described twice.`, table.place);
    }
    seen.add(name.toLowerCase());
  }
}
