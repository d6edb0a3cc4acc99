import { XmlElement, type XmlNode } from "./element";
import { decodeEntities, escapeText } from "./entities";
import { XmlError } from "./xmlError";

const NAME = String.raw`[:A-Z_a-z\u00C0-\uFFFD][-.:\w\u00B7\u00C0-\uFFFD]*`;
const START = new RegExp(`<(${NAME})`, "y");
const ATTRIBUTE = new RegExp(String.raw`\s+(${NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')`, "y");
const START_END = /\s*(\/?)>/y;
const END = new RegExp(String.raw`</(${NAME})\s*>`, "y");
const WRONG_REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/;
/** Forms, the deepest thing there is, need about 20. */
const MAX_DEPTH = 200;
/** Tags, comments and the like between two places where reading may pause: well under a millisecond. */
const TAGS_AT_ONCE = 500;
/**
 * Elements, attributes, texts and comments of one document. Each takes up to 300 bytes, however few it has in the file: a
 * hundred megabytes of empty elements would fill any memory. The largest real document known has less than a million.
 */
const MAX_PARTS = 4_000_000;

/**
 * Reads a document into elements, everything escaped as it is written. Our own reader, since the control pays for every
 * kilobyte and reads packages of many megabytes, and since general parsers repair what they are given: what is judged
 * and packed must be what was meant. DOCTYPE is refused, so no entity can be declared.
 * @param place file or entry, kept on the elements.
 * @param maxParts how many elements, attributes, texts and comments it may have
 * @throws XmlError broken, forbidden or tooLarge, naming the line.
 */
export function readXml(text: string, place: string, maxParts = MAX_PARTS): XmlElement {
  const steps = readXmlInSteps(text, place, maxParts);
  let next = steps.next();
  while (next.done !== true) next = steps.next();
  return next.value;
}

/** The same, with places where it may pause: a page must not stand still while megabytes are read. */
export function readXmlInSteps(text: string, place: string, maxParts = MAX_PARTS): Generator<undefined, XmlElement> {
  return new XmlReader(text, place, maxParts).read();
}

class XmlReader {
  private position = 0;
  private parts = 0;
  private root: XmlElement | undefined;
  private readonly open: XmlElement[] = [];

  constructor(
    private readonly text: string,
    private readonly place: string,
    private readonly maxParts: number,
  ) {}

  *read(): Generator<undefined, XmlElement> {
    for (let count = 1; this.position < this.text.length; count += 1) {
      this.readText();
      if (this.position < this.text.length) this.readMarkup();
      if (count % TAGS_AT_ONCE === 0) yield;
    }
    const unclosed = this.open.at(-1);
    if (unclosed) return this.fail(`<${unclosed.name}> is not closed.`);
    return this.root ?? this.fail("The document has no root element.");
  }

  private readText(): void {
    const next = this.text.indexOf("<", this.position);
    const raw = this.text.slice(this.position, next < 0 ? undefined : next);
    if (raw !== "") this.add({ kind: "text", raw: this.checked(raw) });
    this.position += raw.length;
  }

  private readMarkup(): void {
    if (this.text.startsWith("</", this.position)) this.readEnd();
    else if (this.text.startsWith("<!--", this.position))
      this.add({ kind: "comment", raw: this.between("<!--", "-->") });
    else if (this.text.startsWith("<?", this.position)) this.between("<?", "?>");
    else if (this.text.startsWith("<![CDATA[", this.position)) {
      // The same text, in the notation that needs no delimiters.
      this.add({ kind: "text", raw: escapeText(this.between("<![CDATA[", "]]>")) });
    } else this.readStart();
  }

  private between(start: string, end: string): string {
    const from = this.position + start.length;
    const to = this.text.indexOf(end, from);
    if (to < 0) return this.fail(`${start} is not closed.`);
    this.position = to + end.length;
    return this.text.slice(from, to);
  }

  private readStart(): void {
    if (this.text.startsWith("<!", this.position)) {
      this.fail("DOCTYPE and entity declarations are not allowed", "forbidden");
    }
    const name = this.match(START)?.[1] ?? this.fail("There is no element, comment or text here.");
    const element = new XmlElement(name, new Map(), [], this.place);
    for (let found = this.match(ATTRIBUTE); found; found = this.match(ATTRIBUTE)) {
      const key = found[1] ?? "";
      if (element.rawAttributes.has(key)) this.fail(`<${name}> has the attribute ${key} twice.`);
      this.count();
      element.rawAttributes.set(key, this.checked(found[2] ?? found[3] ?? ""));
    }
    const end = this.match(START_END) ?? this.fail(`The tag <${name}> is not well-formed.`);
    this.add(element);
    if (end[1] === "") this.open.push(element);
    if (this.open.length > MAX_DEPTH) this.fail("Elements are nested too deeply.");
  }

  private readEnd(): void {
    const name = this.match(END)?.[1];
    const element = this.open.pop();
    if (name === undefined || element?.name !== name) {
      this.fail(`</${name ?? ""}> does not close <${element?.name ?? ""}>.`);
    }
  }

  private count(): void {
    this.parts += 1;
    if (this.parts > this.maxParts) this.fail("There are too many elements and attributes.", "tooLarge");
  }

  private add(node: XmlNode): void {
    this.count();
    const around = this.open.at(-1);
    if (around) around.nodes.push(node);
    else if (node.kind === "element" && this.root === undefined) this.root = node;
    else if (node.kind === "element" || (node.kind === "text" && node.raw.trim() !== "")) {
      this.fail("Something stands beside the root element.");
    }
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.position = pattern.lastIndex;
    return found;
  }

  private checked(raw: string): string {
    if (!raw.includes("&")) return raw;
    if (WRONG_REFERENCE.test(raw)) this.fail("An & begins no known character reference.");
    // A number may still name no character; found here, so that reading a value later never fails.
    if (raw.includes("&#")) this.decodable(raw);
    return raw;
  }

  private decodable(raw: string): void {
    try {
      decodeEntities(raw);
    } catch (error) {
      this.fail(error instanceof XmlError ? error.message : String(error));
    }
  }

  private fail(message: string, code: XmlError["code"] = "broken"): never {
    throw new XmlError(code, message, this.text.slice(0, this.position).split("\n").length);
  }
}
