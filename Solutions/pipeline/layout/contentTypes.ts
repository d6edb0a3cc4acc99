import { escapeText } from "../../../SolutionHealth/package/xmlEntities";
import { byPath } from "./sourceFiles";

const OCTETS = "application/octet-stream";
const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";

/**
 * `[Content_Types].xml` for the entries of a package: one Default for each extension, one Override for each entry
 * without (fact sheet §13.3). `text/xml` for XML as SolutionPackager writes it; exports say octet-stream there.
 */
export function contentTypesXml(paths: readonly string[]): Uint8Array {
  const extensions = new Set<string>();
  const overrides: string[] = [];
  for (const path of paths) {
    const extension = extensionOf(path);
    if (extension === undefined) overrides.push(path);
    else extensions.add(extension);
  }
  const defaults = [...extensions]
    .sort(byPath)
    .map((extension) => `<Default Extension="${attribute(extension)}" ContentType="${typeOf(extension)}" />`);
  const parts = overrides
    .sort(byPath)
    .map((path) => `<Override PartName="/${attribute(path)}" ContentType="${OCTETS}" />`);
  const xml = `<?xml version="1.0" encoding="utf-8"?><Types xmlns="${NAMESPACE}">${defaults.join("")}${parts.join("")}</Types>`;
  return new TextEncoder().encode(xml);
}

/** What follows the last dot of the file's name; a name that ends with a dot has none. */
function extensionOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 || dot === name.length - 1 ? undefined : name.slice(dot + 1);
}

function typeOf(extension: string): string {
  return extension === "xml" ? "text/xml" : OCTETS;
}

function attribute(text: string): string {
  return escapeText(text).replace(/"/g, "&quot;");
}
