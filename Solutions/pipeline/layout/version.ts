import { PackagingError } from "./packagingError";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";

/** Solution.xml wants four numbers, a control's manifest three. */
export interface StampedVersion {
  readonly solution: string;
  readonly control: string;
}

/**
 * Reads the version of the product.
 * @param version `1.2.3`, or with a fourth number; pre-release labels have no counterpart in a solution.
 * @throws PackagingError badVersion.
 */
export function parseStampedVersion(version: string): StampedVersion {
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?$/.exec(version);
  if (!match) {
    throw new PackagingError("badVersion", `${version} is no version of three or four numbers.`, "package.json");
  }
  const [major, minor, patch, revision] = match.slice(1);
  const control = `${major ?? "0"}.${minor ?? "0"}.${patch ?? "0"}`;
  return { solution: `${control}.${revision ?? "0"}`, control };
}

/** Stamps the version into a solution manifest (the root of Solution.xml). */
export function stampSolution(root: XmlElement, version: StampedVersion): void {
  const element = root.child("SolutionManifest")?.child("Version");
  if (element === undefined) throw new PackagingError("brokenXml", "The manifest has no Version.", root.place);
  element.text = version.solution;
}

/** Stamps the version into the manifest of a control: hosts keep a control's old bundle until it rises. */
export function stampControl(root: XmlElement, version: StampedVersion): void {
  const control = root.child("control");
  if (control === undefined) throw new PackagingError("brokenXml", "The manifest has no <control>.", root.place);
  control.rawAttributes.set("version", version.control);
}
