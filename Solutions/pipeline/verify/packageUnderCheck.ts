import type { PackageError } from "../../../SolutionHealth/package/errors";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";

/** One file of the zip. */
export interface CheckedEntry {
  /** As written, with forward slashes. */
  readonly name: string;
  /** Bytes, inflated. */
  readonly size: number;
  /** @throws PackageError tooLarge, damagedZip. */
  read(): Uint8Array;
}

/** A package as the rules see it: as much of it as can be read. */
export interface PackageUnderCheck {
  /** Bytes of the zip itself. */
  readonly size: number;
  /** Files in the order of the zip; folders are left out. */
  readonly entries: readonly CheckedEntry[];
  /** The file at a path as XML writes it (leading slash, any case), or undefined. */
  readonly find: (path: string) => CheckedEntry | undefined;
  /** Root of an entry's XML; undefined when the entry is absent or broken (which {@link xmlFault} tells). */
  readonly xml: (path: string) => XmlElement | undefined;
  /** Why an entry's XML cannot be read; undefined when it can, or when the entry is absent. */
  readonly xmlFault: (path: string) => PackageError | undefined;
  /** What the reader of packages found wrong, and every entry that does not inflate to what it should. */
  readonly faults: readonly PackageError[];
}

export const SOLUTION = "solution.xml";
export const CUSTOMIZATIONS = "customizations.xml";
export const CONTENT_TYPES = "[Content_Types].xml";

/** The `<SolutionManifest>` element, where there is one. */
export function manifestOf(checked: PackageUnderCheck): XmlElement | undefined {
  return checked.xml(SOLUTION)?.child("SolutionManifest");
}

/** Elements of one section of customizations.xml, e.g. `WebResources`, `WebResource`. */
export function sectionOf(checked: PackageUnderCheck, section: string, element: string): readonly XmlElement[] {
  const root = checked.xml(CUSTOMIZATIONS);
  return (root?.childrenNamed(section) ?? []).flatMap((part) => part.childrenNamed(element));
}

/** Customization prefix of the publisher, lower case; undefined where the package does not say. */
export function prefixOf(checked: PackageUnderCheck): string | undefined {
  return manifestOf(checked)?.child("Publisher")?.childText("CustomizationPrefix")?.toLowerCase();
}
