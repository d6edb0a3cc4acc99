import { quotable, type XmlElement, type XmlNode } from "../../../../SolutionHealth/domain/xml/element";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const INDENT = "  ";
const encoder = new TextEncoder();

/** UTF-8 bytes of a document, indented by two spaces; lines end with LF so that every machine writes the same. */
export function printDocument(root: XmlElement): Uint8Array {
  return encoder.encode(`${DECLARATION}${printElement(root, "\n")}\n`);
}

/** @param line line end and indentation of the element. */
function printElement(element: XmlElement, line: string): string {
  let tag = `<${element.name}`;
  for (const [name, value] of element.rawAttributes) tag += ` ${name}="${quotable(value)}"`;
  const children = meaningful(element.nodes);
  if (children.length === 0) return `${tag} />`;
  // White space beside text is part of the text: only elements among themselves may be indented.
  const inline = children.some((child) => child.kind === "text");
  const inner = line + INDENT;
  let text = `${tag}>`;
  for (const child of children) text += inline ? printNode(child, inner) : inner + printNode(child, inner);
  return `${text}${inline ? "" : line}</${element.name}>`;
}

function printNode(node: XmlNode, line: string): string {
  if (node.kind === "text") return lineFeeds(node.raw);
  return node.kind === "comment" ? `<!--${lineFeeds(node.raw)}-->` : printElement(node, line);
}

/** Drops the white space that exporters indent with. */
function meaningful(children: readonly XmlNode[]): readonly XmlNode[] {
  if (children.every((child) => child.kind === "text")) {
    const text = children.map((child) => child.raw).join("");
    return /^\s*$/.test(text) && (text === "" || text.includes("\n")) ? [] : children;
  }
  const mixed = children.some((child) => child.kind === "text" && child.raw.trim() !== "");
  return mixed ? children : children.filter((child) => child.kind !== "text");
}

/** XML readers turn every line end into LF, so writing LF changes nothing. */
function lineFeeds(raw: string): string {
  return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
}
