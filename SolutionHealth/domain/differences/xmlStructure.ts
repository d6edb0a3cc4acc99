import { type Content, type Contents, numbersOf } from "./content";
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
 * @param contents those of the comparison
 */
export const xmlStructure = (element: XmlElement, contents: Contents): StructureNode =>
  new XmlStructure(element, contents);

/** Everything but the content is worked out when it is asked for: of most elements it never is. */
class XmlStructure implements StructureNode {
  readonly what: string;
  readonly children: readonly XmlStructure[];
  readonly ordered: boolean;
  readonly content: Content;
  private readonly known: { identity?: string | undefined; name?: string | undefined; fields?: Fields } = {};

  constructor(
    private readonly element: XmlElement,
    contents: Contents,
  ) {
    this.what = element.name;
    this.children = element.children.map((child) => new XmlStructure(child, contents));
    this.ordered = !LABELS.has(this.what);
    this.content = contents.of(contentText(element, this.children));
  }

  get fields(): Fields {
    return (this.known.fields ??= new Map(this.element.attributes));
  }

  get value(): string {
    return this.element.text.trim();
  }

  get identity(): string | undefined {
    if (!("identity" in this.known)) {
      this.known.identity = ownIdentity(this.what, this.fields) ?? heldIdentity(this.what, this.children);
    }
    return this.known.identity;
  }

  get name(): string | undefined {
    if (!("name" in this.known)) {
      this.known.name = this.ownName() ?? heldName(this.children) ?? firstOf(this.fields, ["id", "Id"]);
    }
    return this.known.name;
  }

  get borrowed(): boolean {
    return this.ownName() === undefined && this.name !== undefined;
  }

  private ownName(): string | undefined {
    return nameOf(this.fields, this.children);
  }
}

/** Neither attributes nor text have a `<` as written, so it can stand between them. */
function contentText({ name, rawAttributes, nodes }: XmlElement, children: readonly XmlStructure[]): string {
  let text = name;
  for (const [attribute, raw] of rawAttributes) text += `<${attribute}=${raw}`;
  text += "<<";
  for (const node of nodes) if (node.kind === "text") text += node.raw;
  return `${text.trimEnd()}<<${numbersOf(children)}`;
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
