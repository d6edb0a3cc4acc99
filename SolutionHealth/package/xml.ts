import { XMLParser, XMLValidator } from "fast-xml-parser";
import { PackageError } from "./errors";
import { decodeEntities, escapeText } from "./xmlEntities";
import { refuseDeclarations } from "./xmlDeclarations";

/** A node of fast-xml-parser's ordered tree: one key is the element's name, `:@` holds its attributes. */
type RawNode = Record<string, unknown>;

const TEXT = "#text";
const CDATA = "#cdata";
const ATTRIBUTES = ":@";
/** Stands before attribute names in the raw tree. */
const PREFIX = "@";

/**
 * Everything stays text, undecoded and in order: the tree can be written back as it was, and only the parts somebody
 * looks at cost anything. `preserveOrder` is also the fastest of the parser's modes on the largest real package.
 */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  // The parser refuses attributes named like members of Object; every control manifest has one: `constructor`.
  attributeNamePrefix: PREFIX,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
  jPath: false,
  maxNestedTags: 200,
});

/** An element of a parsed document. Children and attributes are decoded when first asked for. */
export class XmlElement {
  private cachedChildren: readonly XmlElement[] | undefined;
  private cachedAttributes: Readonly<Record<string, string>> | undefined;

  constructor(
    readonly name: string,
    private readonly content: readonly RawNode[],
    private readonly rawAttributes: Readonly<Record<string, string>>,
    private readonly place: string,
  ) {}

  get attributes(): Readonly<Record<string, string>> {
    this.cachedAttributes ??= Object.fromEntries(
      Object.entries(this.rawAttributes).map(([name, value]) => [bareName(name), decodeEntities(value, this.place)]),
    );
    return this.cachedAttributes;
  }

  /** Value of one attribute, decoded. */
  attribute(name: string): string | undefined {
    const value = this.rawAttributes[PREFIX + name];
    return value === undefined ? undefined : decodeEntities(value, this.place);
  }

  /** Child elements in order. */
  get children(): readonly XmlElement[] {
    this.cachedChildren ??= this.content.flatMap((node) => {
      const name = nameOf(node);
      return name === TEXT || name === CDATA ? [] : [elementOf(node, name, this.place)];
    });
    return this.cachedChildren;
  }

  /** Own text, decoded, without that of child elements. */
  get text(): string {
    return this.content
      .map((node) => {
        if (CDATA in node) return textOf(node[CDATA]);
        return decodeEntities(ownText(node), this.place);
      })
      .join("");
  }

  /** First child of this name. Names are case-sensitive, as in XML. */
  child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  childrenNamed(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** Trimmed text of a child, or undefined when it is absent or nil. */
  childText(name: string): string | undefined {
    const child = this.child(name);
    return child === undefined || child.attribute("xsi:nil") === "true" ? undefined : child.text.trim();
  }

  /** This element and all below it, in document order. */
  descendants(): readonly XmlElement[] {
    const found: XmlElement[] = [];
    const visit = (element: XmlElement): void => {
      found.push(element);
      for (const child of element.children) visit(child);
    };
    visit(this);
    return found;
  }

  /** XML text of the element and all below it; white space between elements, which exporters indent with, is dropped. */
  toXml(): string {
    return writeElement(this.name, this.content, this.rawAttributes);
  }

  /** XML text of what lies inside the element. */
  innerXml(): string {
    return writeContent(this.content);
  }
}

/**
 * Parses a document.
 * @param place entry name, for errors.
 * @throws PackageError forbiddenXml (DOCTYPE or entity declarations), brokenXml.
 */
export function parseXml(text: string, place: string): XmlElement {
  refuseDeclarations(text, place);
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    throw new PackageError("brokenXml", valid.err.msg, `${place}, line ${String(valid.err.line)}`);
  }
  const nodes = parseNodes(text, place);
  const [root, ...more] = nodes.filter((node) => nameOf(node) !== TEXT);
  // The validator lets both pass: a second root, and text beside the root. What follows the last tag is not even parsed.
  const stray = nodes.some((node) => ownText(node).trim() !== "") || !text.trimEnd().endsWith(">");
  if (root === undefined || more.length > 0 || stray) {
    throw new PackageError("brokenXml", "The document is not one element", place);
  }
  return elementOf(root, nameOf(root), place);
}

function parseNodes(text: string, place: string): RawNode[] {
  try {
    return parser.parse(text) as RawNode[];
  } catch (cause) {
    throw new PackageError("brokenXml", "The document cannot be parsed", place, { cause });
  }
}

function elementOf(node: RawNode, name: string, place: string): XmlElement {
  return new XmlElement(name, (node[name] ?? []) as RawNode[], attributesOf(node), place);
}

function nameOf(node: RawNode): string {
  for (const key in node) if (key !== ATTRIBUTES) return key;
  return TEXT;
}

function ownText(node: RawNode): string {
  const text = node[TEXT];
  return typeof text === "string" ? text : "";
}

function textOf(nodes: unknown): string {
  return (nodes as RawNode[]).map(ownText).join("");
}

function bareName(prefixed: string): string {
  return prefixed.slice(PREFIX.length);
}

/** Writes from the raw tree: a form is written far more often than its elements are looked at. */
function writeElement(name: string, content: readonly RawNode[], attributes: Readonly<Record<string, string>>): string {
  let start = `<${name}`;
  for (const key in attributes) start += ` ${bareName(key)}="${attributeText(attributes[key] ?? "")}"`;
  const inner = writeContent(content);
  return inner === "" ? `${start} />` : `${start}>${inner}</${name}>`;
}

function writeContent(content: readonly RawNode[]): string {
  const leaf = content.every((node) => TEXT in node || CDATA in node);
  let xml = "";
  for (const node of content) {
    const name = nameOf(node);
    if (name === CDATA) xml += escapeText(textOf(node[CDATA]));
    else if (name !== TEXT) xml += writeElement(name, (node[name] ?? []) as RawNode[], attributesOf(node));
    else xml += leaf || ownText(node).trim() !== "" ? ownText(node) : "";
  }
  return xml;
}

function attributesOf(node: RawNode): Record<string, string> {
  return (node[ATTRIBUTES] ?? {}) as Record<string, string>;
}

function attributeText(raw: string): string {
  return raw.replace(/"/g, "&quot;").replace(/</g, "&lt;");
}
