import { PackagingError } from "./packagingError";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";

/** What a source folder can become (fact sheet §13.1: 2 stands only in source folders). */
export type PackageType = "unmanaged" | "managed" | "both";

const TYPES: readonly PackageType[] = ["unmanaged", "managed", "both"];

/**
 * Package type of a solution manifest.
 * @param root root element of solution.xml.
 * @throws PackagingError brokenXml.
 */
export function packageTypeOf(root: XmlElement): PackageType {
  const written = managedElement(root).text.trim();
  const type = /^[012]$/.test(written) ? TYPES[Number(written)] : undefined;
  if (type === undefined)
    throw new PackagingError("brokenXml", `Managed must be 0, 1 or 2, not "${written}".`, root.place);
  return type;
}

/** Writes the package type of a package. */
export function setManaged(root: XmlElement, managed: boolean): void {
  managedElement(root).text = managed ? "1" : "0";
}

function managedElement(root: XmlElement): XmlElement {
  const element = root.child("SolutionManifest")?.child("Managed");
  if (element === undefined) throw new PackagingError("brokenXml", "The solution manifest has no Managed.", root.place);
  return element;
}
