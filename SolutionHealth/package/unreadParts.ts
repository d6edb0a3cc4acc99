import type { PackageErrorCode } from "./errors";
import type { ComponentKey, UnreadPart } from "./model";
import type { XmlElement } from "../domain/xml/element";

/** Why a part of a package is told instead of read. */
export type UnreadCode =
  | PackageErrorCode
  | "unknownElement" // the XML holds something that no reader knows
  | "nameless" // a component without name or id
  | "duplicateComponent" // a second definition; the first counts
  | "notDescribed" // a root component of which the package says nothing
  | "brokenJson" // values of an environment variable
  | "missingFile" // the XML names a file that the zip does not hold
  | "more"; // there is more of the kind above than is told one by one

/** Parts that are told one by one. A package with more is beyond reading; telling all would fill the memory and the page. */
const MOST_TOLD = 1_000;

const MORE: UnreadPart = {
  code: "more",
  entry: "customizations.xml",
  place: "the package",
  text: `More than ${String(MOST_TOLD)} parts could not be read; these are the first`,
};

/** Collects what could not be read, each thing once, however many readers come across it. */
export class UnreadParts {
  private readonly parts = new Map<unknown, UnreadPart>();
  private hasMore = false;

  /** @param about the thing concerned: an element, or a text that names it. */
  add(part: UnreadPart, about: unknown): void {
    if (this.parts.has(about)) return;
    if (this.parts.size < MOST_TOLD) this.parts.set(about, part);
    else this.hasMore = true;
  }

  /** An element of which nothing is known. */
  addElement(code: "unknownElement" | "nameless", element: XmlElement, inside = ""): void {
    const what = `<${element.name}>${inside === "" ? "" : ` in <${inside}>`}`;
    const text = code === "nameless" ? `${what} has neither name nor id` : `${what} is not known`;
    this.add({ code, entry: element.place, place: `${element.place}, ${what}`, text }, element);
  }

  /** Files that are missing since the last call are missing to this component. */
  claimMissing({ type, key }: ComponentKey): void {
    for (const [about, part] of this.parts) {
      if (part.code === "missingFile" && part.key === undefined) this.parts.set(about, { ...part, type, key });
    }
  }

  get list(): readonly UnreadPart[] {
    return this.hasMore ? [...this.parts.values(), MORE] : [...this.parts.values()];
  }
}
