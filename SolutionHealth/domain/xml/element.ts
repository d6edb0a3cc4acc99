import { decodeEntities, escapeText } from "./entities";

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
 * An element that can be read, and moved between documents. Text and attribute values stay escaped as written, so that
 * moving never changes what they mean, and only what somebody looks at is decoded.
 */
export class XmlElement {
  readonly kind = "element";

  constructor(
    public name: string,
    /** Values are escaped, as written. */
    readonly rawAttributes: Map<string, string>,
    /** Everything inside, in order. */
    public nodes: XmlNode[],
    /** File or entry it was read from, for errors. */
    readonly place: string,
  ) {}

  /** Child elements in order. */
  get children(): XmlElement[] {
    return this.nodes.filter((node): node is XmlElement => node.kind === "element");
  }

  /** First child of this name. Names are case-sensitive, as in XML. */
  child(name: string): XmlElement | undefined {
    return this.nodes.find((node): node is XmlElement => node.kind === "element" && node.name === name);
  }

  childrenNamed(name: string): XmlElement[] {
    return this.nodes.filter((node): node is XmlElement => node.kind === "element" && node.name === name);
  }

  /** Value of one attribute, decoded. */
  attribute(name: string): string | undefined {
    const raw = this.rawAttributes.get(name);
    return raw === undefined ? undefined : decodeEntities(raw);
  }

  /** Names and decoded values, in order. */
  get attributes(): [name: string, value: string][] {
    return [...this.rawAttributes].map(([name, raw]) => [name, decodeEntities(raw)]);
  }

  /** Own text, decoded, without that of child elements. */
  get text(): string {
    return decodeEntities(this.nodes.map((node) => (node.kind === "text" ? node.raw : "")).join(""));
  }

  set text(value: string) {
    this.nodes = [{ kind: "text", raw: escapeText(value) }];
  }

  /** Trimmed text of a child, or undefined when it is absent or nil. */
  childText(name: string): string | undefined {
    const child = this.child(name);
    return child === undefined || child.rawAttributes.get("xsi:nil") === "true" ? undefined : child.text.trim();
  }

  /** This element and all below it, in document order. */
  *descendants(): IterableIterator<XmlElement> {
    yield this;
    for (const node of this.nodes) if (node.kind === "element") yield* node.descendants();
  }

  /**
   * XML text of the element and all below it. White space between elements, which exporters indent with, and comments
   * are dropped.
   */
  toXml(): string {
    let tag = `<${this.name}`;
    for (const [name, raw] of this.rawAttributes) tag += ` ${name}="${quotable(raw)}"`;
    const inner = this.innerXml();
    return inner === "" ? `${tag} />` : `${tag}>${inner}</${this.name}>`;
  }

  /** XML text of what lies inside the element. */
  innerXml(): string {
    const onlyText = !this.nodes.some((node) => node.kind === "element");
    return this.nodes
      .map((node) => {
        if (node.kind === "element") return node.toXml();
        if (node.kind === "comment") return "";
        return onlyText || node.raw.trim() !== "" ? node.raw : "";
      })
      .join("");
  }
}

/** A new element without attributes. */
export function newElement(name: string, nodes: XmlNode[], place: string): XmlElement {
  return new XmlElement(name, new Map(), nodes, place);
}

/** A value that stood between apostrophes may hold quotation marks. */
export function quotable(raw: string): string {
  return raw.includes('"') ? raw.replace(/"/g, "&quot;") : raw;
}
