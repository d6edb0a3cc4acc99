/** A change of a document; `from` and `to` are shares of its length, or of the number of its elements. */
export interface Corruption {
  readonly kind: "cut" | "double" | "swap" | "rename" | "drop" | "empty" | "letter";
  readonly from: number;
  readonly to: number;
}

/** Letters that mean something in XML, and one that does not. */
const LETTERS = "&<>\"'/ x";

/** Changes a document in one place: some changes break it, others make another well-formed document of it. */
export function corruptXml(xml: string, { kind, from, to }: Corruption): string {
  const [start, end] = [from, to].map((share) => Math.floor(share * xml.length)).sort((a, b) => a - b) as [
    number,
    number,
  ];
  switch (kind) {
    case "cut":
      return xml.slice(0, start) + xml.slice(end);
    case "double":
      return xml.slice(0, end) + xml.slice(start);
    case "letter":
      return `${xml.slice(0, start)}${LETTERS.charAt(end % LETTERS.length)}${xml.slice(start + 1)}`;
    case "swap":
    case "rename":
    case "drop":
    case "empty":
      return changeElement(xml, kind, from, to);
  }
}

/** A whole element, found without parsing: from its start tag to the next end tag of that name, or its own end. */
function changeElement(xml: string, kind: "swap" | "rename" | "drop" | "empty", from: number, to: number): string {
  const elements = [...xml.matchAll(/<([A-Za-z]\w*)\b[^>]*?(\/?)>/g)];
  const chosen = elements[Math.floor(from * (elements.length - 1))];
  if (!chosen) return xml;
  const [tag, name = "", selfClosing] = chosen;
  const begin = chosen.index;
  const close = selfClosing === "/" ? begin + tag.length : xml.indexOf(`</${name}>`, begin);
  const finish = selfClosing === "/" ? close : close + name.length + 3;
  const whole = xml.slice(begin, finish);
  if (kind === "drop") return xml.slice(0, begin) + xml.slice(finish);
  if (kind === "empty") return `${xml.slice(0, begin)}<${name} />${xml.slice(finish)}`;
  if (kind === "rename") return xml.slice(0, begin) + whole.replaceAll(name, `${name}z`) + xml.slice(finish);
  const other = elements[Math.floor(to * (elements.length - 1))]?.index ?? 0;
  const rest = xml.slice(0, begin) + xml.slice(finish);
  return rest.slice(0, other) + whole + rest.slice(other);
}
