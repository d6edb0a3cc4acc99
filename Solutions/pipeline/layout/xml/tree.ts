import { decodeEntities, escapeText } from "../../../../SolutionHealth/package/xmlEntities";

/** Text between tags, escaped, exactly as written. */
export interface XmlText {
  readonly kind: "text";
  readonly raw: string;
}

export interface XmlComment {
  readonly kind: "comment";
  readonly raw: string;
}

export type XmlNode = XmlElement | XmlText | XmlComment;

/**
 * An element that can be moved between documents. Text and attribute values stay escaped as written, so that moving
 * never changes what they mean.
 */
export class XmlElement {
  readonly kind = "element";

  constructor(
    public name: string,
    /** Values are escaped, as written. */
    readonly attributes: Map<string, string>,
    public children: XmlNode[],
    /** File or entry it was read from, for errors. */
    readonly place: string,
  ) {}

  /** Child elements in order. */
  get elements(): XmlElement[] {
    return this.children.filter((node): node is XmlElement => node.kind === "element");
  }

  /** First child element of this name. */
  child(name: string): XmlElement | undefined {
    return this.elements.find((element) => element.name === name);
  }

  attribute(name: string): string | undefined {
    const raw = this.attributes.get(name);
    return raw === undefined ? undefined : decodeEntities(raw, this.place);
  }

  /** Own text, decoded and trimmed. */
  get text(): string {
    const raw = this.children.map((node) => (node.kind === "text" ? node.raw : "")).join("");
    return decodeEntities(raw, this.place).trim();
  }

  set text(value: string) {
    this.children = [{ kind: "text", raw: escapeText(value) }];
  }

  /** Text of a child, or undefined where it is absent or empty. */
  childText(name: string): string | undefined {
    const text = this.child(name)?.text;
    return text === "" ? undefined : text;
  }

  /** This element and all below it. */
  *descendants(): IterableIterator<XmlElement> {
    yield this;
    for (const element of this.elements) yield* element.descendants();
  }
}

/** A new element without a place of its own. */
export function newElement(name: string, children: XmlNode[], place: string): XmlElement {
  return new XmlElement(name, new Map(), children, place);
}
