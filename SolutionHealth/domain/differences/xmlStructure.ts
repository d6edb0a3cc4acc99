import type { StructureNode } from "./structureNode";
import type { XmlElement } from "../xml/element";

/** Attributes that tell an element from its siblings, the surest first. */
const IDENTIFYING = [
  "id",
  "Id",
  "ID",
  "name",
  "Name",
  "attribute",
  "alias",
  "LCID",
  "languagecode",
  "key",
  "uniquename",
];
/** Attributes that people know an element by, the best first. */
const NAMING = [
  "Title",
  "title",
  "description",
  "name",
  "Name",
  "attribute",
  "datafieldname",
  "label",
  "alias",
  "Entity",
];
/** Elements that hold the labels of the element around them, in the languages they are in. */
const LABELS: ReadonlySet<string> = new Set(["labels", "Titles", "Descriptions", "LocalizedNames", "displaynames"]);
const LABEL_LANGUAGE = ["languagecode", "LCID"];

/**
 * An element as a structure. Order counts: cells, columns and sort orders are shown as they stand.
 * @throws XmlError for a reference to a character that does not exist
 */
export function xmlStructure(element: XmlElement): StructureNode {
  const { name: what } = element;
  const fields = new Map(element.attributes);
  const children = element.children.map(xmlStructure);
  const identity = ownIdentity(what, fields) ?? heldIdentity(what, children);
  const own = nameOf(fields, children);
  const name = own ?? heldName(children) ?? firstOf(fields, ["id", "Id"]);
  return {
    what,
    ...(identity !== undefined && { identity }),
    ...(name !== undefined && { name, borrowed: own === undefined }),
    fields,
    value: element.text.trim(),
    children,
    ordered: !LABELS.has(what),
  };
}

type Fields = ReadonlyMap<string, string>;

/** The first of these attributes that is there and not empty. */
function firstOf(fields: Fields, attributes: readonly string[]): string | undefined {
  const found = attributes.find((attribute) => (fields.get(attribute) ?? "") !== "");
  return found === undefined ? undefined : fields.get(found);
}

function ownIdentity(what: string, fields: Fields): string | undefined {
  const value = firstOf(fields, IDENTIFYING);
  return value === undefined ? undefined : `${what}|${value.toLowerCase()}`;
}

/** A row has nothing of its own: it is the row that holds a certain cell. */
function heldIdentity(what: string, children: readonly StructureNode[]): string | undefined {
  const held = children.find(({ what: inner, identity }) => !LABELS.has(inner) && identity !== undefined);
  return held && `${what}>${held.identity}`;
}

function nameOf(fields: Fields, children: readonly StructureNode[]): string | undefined {
  // A label is known by its language; its text is what changes.
  const language = children.length === 0 ? firstOf(fields, LABEL_LANGUAGE) : undefined;
  return language ?? labelIn(children) ?? firstOf(fields, NAMING);
}

/** The first label that is not empty. */
function labelIn(children: readonly StructureNode[]): string | undefined {
  for (const list of children.filter(({ what }) => LABELS.has(what))) {
    for (const { fields } of list.children) {
      const text = [...fields].find(([name, value]) => !LABEL_LANGUAGE.includes(name) && value.trim() !== "");
      if (text) return text[1];
    }
  }
  return undefined;
}

/** A cell is known by the control in it, a row by its only cell. */
function heldName(children: readonly StructureNode[]): string | undefined {
  const [only, ...more] = children.filter(({ what }) => !LABELS.has(what));
  return more.length === 0 ? only?.name : children.find(({ what }) => what === "control")?.name;
}
