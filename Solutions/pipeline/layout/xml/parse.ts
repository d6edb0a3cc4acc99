import { XMLParser, XMLValidator } from "fast-xml-parser";
import { PackageError } from "../../../../SolutionHealth/package/errors";
import { decodeXml } from "../../../../SolutionHealth/package/xmlBytes";
import { refuseDeclarations } from "../../../../SolutionHealth/package/xmlDeclarations";
import { escapeText } from "../../../../SolutionHealth/package/xmlEntities";
import { PackagingError } from "../packagingError";
import { XmlElement, type XmlNode } from "./tree";

/** A node of fast-xml-parser's ordered tree: one key is the element's name, `:@` holds its attributes. */
type RawNode = Record<string, unknown>;

const TEXT = "#text";
const CDATA = "#cdata";
const COMMENT = "#comment";
const ATTRIBUTES = ":@";
/** Before each attribute's name: without it the parser refuses `constructor`, which every control's manifest has. */
const PREFIX = "@";

/** Nothing is decoded, trimmed or guessed: what is moved into another file must mean there what it meant here. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: PREFIX,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  commentPropName: COMMENT,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 200,
});

/**
 * Parses a document into a tree that can be taken apart and written again.
 * @param place path of the file or entry, for errors.
 * @throws PackagingError brokenXml: not well-formed, not text, or with a DOCTYPE.
 */
export function parseTree(bytes: Uint8Array, place: string): XmlElement {
  const text = textOfDocument(bytes, place);
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    throw new PackagingError("brokenXml", valid.err.msg, `${place}, line ${String(valid.err.line)}`);
  }
  const root = rawNodes(text, place)
    .map((node) => toNode(node, place))
    .find((node) => node.kind === "element");
  if (root?.kind !== "element") throw new PackagingError("brokenXml", "The document has no root element.", place);
  return root;
}

/**
 * Parses a document whose root element must have the given name.
 * @throws PackagingError brokenXml.
 */
export function parseRoot(bytes: Uint8Array, place: string, name: string): XmlElement {
  const root = parseTree(bytes, place);
  if (root.name !== name) {
    throw new PackagingError("brokenXml", `The root element is <${root.name}>; <${name}> belongs there.`, place);
  }
  return root;
}

function textOfDocument(bytes: Uint8Array, place: string): string {
  try {
    const text = decodeXml(bytes, place);
    refuseDeclarations(text, place);
    return text;
  } catch (cause) {
    if (cause instanceof PackageError) throw new PackagingError("brokenXml", cause.message, place, { cause });
    throw cause;
  }
}

function rawNodes(text: string, place: string): RawNode[] {
  try {
    return parser.parse(text) as RawNode[];
  } catch (cause) {
    throw new PackagingError("brokenXml", "The document cannot be parsed.", place, { cause });
  }
}

function toNode(raw: RawNode, place: string): XmlNode {
  for (const key in raw) {
    if (key === TEXT) return { kind: "text", raw: raw[TEXT] as string };
    // The same text, in the notation that needs no delimiters.
    if (key === CDATA) return { kind: "text", raw: escapeText(innerText(raw[CDATA])) };
    if (key === COMMENT) return { kind: "comment", raw: innerText(raw[COMMENT]) };
    if (key !== ATTRIBUTES) return toElement(raw, key, place);
  }
  return { kind: "text", raw: "" };
}

function toElement(raw: RawNode, name: string, place: string): XmlElement {
  const written = Object.entries((raw[ATTRIBUTES] ?? {}) as Record<string, string>);
  const attributes = new Map(written.map(([key, value]) => [key.slice(PREFIX.length), value]));
  const children = (raw[name] as RawNode[]).map((child) => toNode(child, place));
  return new XmlElement(name, attributes, children, place);
}

function innerText(nodes: unknown): string {
  return (nodes as Record<string, string | undefined>[]).map((node) => node[TEXT] ?? "").join("");
}
