import { strToU8, zipSync } from "fflate";

/** A publisher of the demo: unique name, display name and prefix. */
export interface SmallPublisher {
  readonly name: string;
  readonly title: string;
  readonly prefix: string;
}

/** One component of a small package, written as an export writes it. */
export interface SmallPart {
  /** Element of customizations.xml that it lies in; undefined for one with a file of its own. */
  readonly section?: string;
  /** Its line in the manifest; undefined for a kind whose number each environment gives itself. */
  readonly root?: string;
  readonly xml: string;
  /** Files beside it, by path in the package. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A package as the demo needs it: a manifest, and a component or two. */
export interface SmallPackage {
  readonly name: string;
  readonly title?: string;
  readonly version: string;
  readonly managed?: boolean;
  readonly publisher?: SmallPublisher;
  /** Platform version it was made for. */
  readonly madeFor?: string;
  readonly parts?: readonly SmallPart[];
}

export const HARBOUR: SmallPublisher = { name: "harbourworks", title: "Harbour Works", prefix: "hbw" };

const PLATFORM = "9.2";

/** The zip of a small package. */
export function smallPackage(content: SmallPackage): Uint8Array {
  const parts = content.parts ?? [];
  const files = Object.assign({}, ...parts.map(({ files: own }) => own ?? {})) as Record<string, string>;
  return zipSync({
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "solution.xml": strToU8(manifestOf(content, parts)),
    "customizations.xml": strToU8(customizationsOf(parts)),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  });
}

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="utf-8"?>' +
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" />';

function manifestOf(content: SmallPackage, parts: readonly SmallPart[]): string {
  const { name, title = name, version, managed = true, publisher = HARBOUR, madeFor = PLATFORM } = content;
  return (
    `<ImportExportXml version="9.2.25112.171" SolutionPackageVersion="${madeFor}" languagecode="1033">` +
    `<SolutionManifest><UniqueName>${name}</UniqueName>${named(title)}<Descriptions />` +
    `<Version>${version}</Version><Managed>${managed ? 1 : 0}</Managed>` +
    `<Publisher><UniqueName>${publisher.name}</UniqueName>${named(publisher.title)}<Descriptions />` +
    `<CustomizationPrefix>${publisher.prefix}</CustomizationPrefix>` +
    "<CustomizationOptionValuePrefix>73150</CustomizationOptionValuePrefix></Publisher>" +
    `<RootComponents>${parts.map(({ root = "" }) => root).join("")}</RootComponents>` +
    "<MissingDependencies /></SolutionManifest></ImportExportXml>"
  );
}

function customizationsOf(parts: readonly SmallPart[]): string {
  const sections = new Map<string, string>();
  for (const { section, xml } of parts) {
    if (section !== undefined) sections.set(section, `${sections.get(section) ?? ""}${xml}`);
  }
  const written = [...sections].map(([section, xml]) => `<${section}>${xml}</${section}>`).join("");
  return `<ImportExportXml>${written}<Languages><Language>1033</Language></Languages></ImportExportXml>`;
}

const named = (text: string): string =>
  `<LocalizedNames><LocalizedName description="${text}" languagecode="1033" /></LocalizedNames>`;
