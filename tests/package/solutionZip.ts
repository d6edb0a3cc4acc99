import { strToU8, zipSync, type Zippable } from "fflate";
import { PackageError } from "../../SolutionHealth/package/errors";
import type { PackageLimits } from "../../SolutionHealth/package/limits";
import type { PackageComponent, SolutionPackage } from "../../SolutionHealth/package/model";
import { readPackage } from "../../SolutionHealth/package/readPackage";

export const CONTENT_TYPES =
  '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" />';

/** A solution.xml; `body` comes before, `roots` inside RootComponents, `missing` inside MissingDependencies. */
export function solutionXml(
  parts: Partial<Record<"name" | "head" | "body" | "roots" | "missing", string>> = {},
): string {
  return (
    `<ImportExportXml ${parts.head ?? 'version="9.2.24.1" SolutionPackageVersion="9.2" languagecode="1033"'}>` +
    `<SolutionManifest><UniqueName>${parts.name ?? "Sample"}</UniqueName>` +
    '<LocalizedNames><LocalizedName description="Sample app" languagecode="1033" /></LocalizedNames><Descriptions />' +
    `<Version>1.2.3.4</Version><Managed>1</Managed>${parts.body ?? ""}` +
    "<Publisher><UniqueName>contoso</UniqueName><LocalizedNames /><CustomizationPrefix>con</CustomizationPrefix>" +
    "<CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix></Publisher>" +
    `<RootComponents>${parts.roots ?? ""}</RootComponents>` +
    `<MissingDependencies>${parts.missing ?? ""}</MissingDependencies></SolutionManifest></ImportExportXml>`
  );
}

export function customizationsXml(sections = ""): string {
  return `<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${sections}</ImportExportXml>`;
}

/** The three files every package needs, plus or instead of them `files`. */
export function solutionFiles(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Zippable {
  const all = {
    "[Content_Types].xml": CONTENT_TYPES,
    "solution.xml": solutionXml(),
    "customizations.xml": customizationsXml(),
    ...files,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, content]) =>
      content === undefined ? [] : [[name, typeof content === "string" ? strToU8(content) : content]],
    ),
  );
}

export function solutionZip(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Uint8Array {
  return zipSync(solutionFiles(files), { mtime: "2020-01-01T00:00:00Z" });
}

/** Reads a package made of these sections of customizations.xml and files. */
export function readSections(
  sections: string,
  roots = "",
  files: Readonly<Record<string, string | Uint8Array>> = {},
  limits: Partial<PackageLimits> = {},
): SolutionPackage {
  const zip = solutionZip({
    "solution.xml": solutionXml({ roots }),
    "customizations.xml": customizationsXml(sections),
    ...files,
  });
  return readPackage(zip, limits);
}

/** The only component of this type and key; fails the test when absent. */
export function component(read: SolutionPackage, type: number | string, key: string): PackageComponent {
  const found = read.components.filter((one) => one.type === type && one.key === key);
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const keys = read.components.map((one) => `${String(one.type)} ${one.key}`);
    throw new Error(`${String(found.length)} components ${String(type)} ${key} among: ${keys.join(", ")}`);
  }
  return only;
}

/** Code of the PackageError that reading ends in; anything else is rethrown, so a test cannot pass by accident. */
export function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof PackageError) return error.code;
    throw error;
  }
  return "no error";
}

/** The same zip with a text replaced by one of the same length, wherever it stands uncompressed (entry names). */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error("Only a name of the same length can be patched in");
  return Uint8Array.from(Buffer.from(Buffer.from(zip).toString("latin1").replaceAll(from, to), "latin1"));
}

/** The same zip with a size or checksum overwritten in the directory and in the entry's own header, which then agree. */
export function patchedEverywhere(zip: Uint8Array, name: string, field: number, value: number): Uint8Array {
  const copy = patchedDirectory(zip, name, field, value, 4);
  const view = new DataView(copy.buffer);
  const record = Buffer.from(copy).lastIndexOf(name, undefined, "latin1") - 46;
  // The local header has the same fields two bytes earlier.
  view.setUint32(view.getUint32(record + 42, true) + field - 2, value, true);
  return copy;
}

/** The same zip with the central directory's field at `fieldOffset` of this entry's record overwritten. */
export function patchedDirectory(
  zip: Uint8Array,
  name: string,
  fieldOffset: number,
  value: number,
  bytes: 2 | 4,
): Uint8Array {
  const copy = zip.slice();
  const record = Buffer.from(copy).lastIndexOf(name, undefined, "latin1") - 46;
  const view = new DataView(copy.buffer);
  if (view.getUint32(record, true) !== 0x02014b50) throw new Error("Not a directory record");
  if (bytes === 4) view.setUint32(record + fieldOffset, value, true);
  else view.setUint16(record + fieldOffset, value, true);
  return copy;
}
