import { XMLParser } from "fast-xml-parser";

type Node = Readonly<Record<string, unknown>>;

/** Containers whose every element is one component at least, as paths from the root; `*` is any name. */
const LISTS = [
  ["*"],
  ["Entities", "*", "EntityInfo", "*", "attributes"],
  ["Entities", "*", "FormXml", "*"],
  ["Entities", "*", "SavedQueries", "*"],
];
/** Sections that hold no components of their own. */
const NO_COMPONENTS = new Set(["Languages", "#text", "#comment"]);

/**
 * How many components a well-formed customizations.xml describes at least, counted by another parser and without any of
 * the reader's knowledge of what makes a component.
 */
export function countDescribed(xml: string): number {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: true, processEntities: false });
  const root = (parser.parse(xml) as readonly Node[]).find((node) => "ImportExportXml" in node);
  return LISTS.reduce((sum, path) => sum + elementsAt(root?.ImportExportXml, path), 0);
}

function elementsAt(children: unknown, [name, ...rest]: readonly string[]): number {
  if (!Array.isArray(children)) return 0;
  const nodes = (children as readonly Node[]).flatMap((node) => Object.entries(node));
  const elements = nodes.filter(([key]) => !NO_COMPONENTS.has(key) && key !== ":@");
  if (name === undefined) return elements.length;
  const wanted = elements.filter(([key]) => name === "*" || key === name);
  return wanted.reduce((sum, [, inside]) => sum + elementsAt(inside, rest), 0);
}
