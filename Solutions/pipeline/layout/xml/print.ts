import type { XmlElement, XmlNode } from "./tree";

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const INDENT = "  ";
const encoder = new TextEncoder();

/** UTF-8 bytes of a document, indented by two spaces; lines end with LF so that every machine writes the same. */
export function printDocument(root: XmlElement): Uint8Array {
  const out: string[] = [DECLARATION];
  printElement(root, "", out);
  out.push("\n");
  return encoder.encode(out.join(""));
}

function printElement(element: XmlElement, indent: string, out: string[]): void {
  out.push("<", element.name);
  for (const [name, value] of element.attributes) out.push(" ", name, '="', attributeText(value), '"');
  const children = meaningful(element.children);
  if (children.length === 0) {
    out.push(" />");
    return;
  }
  out.push(">");
  // White space beside text is part of the text: only elements among themselves may be indented.
  const inline = children.some((child) => child.kind === "text");
  for (const child of children) {
    if (!inline) out.push("\n", indent, INDENT);
    printNode(child, indent + INDENT, out);
  }
  if (!inline) out.push("\n", indent);
  out.push("</", element.name, ">");
}

function printNode(node: XmlNode, indent: string, out: string[]): void {
  if (node.kind === "text") out.push(lineFeeds(node.raw));
  else if (node.kind === "comment") out.push("<!--", lineFeeds(node.raw), "-->");
  else printElement(node, indent, out);
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

/** A value that stood between apostrophes may hold quotation marks. */
function attributeText(raw: string): string {
  return raw.includes('"') ? raw.replace(/"/g, "&quot;") : raw;
}
