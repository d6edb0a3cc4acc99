import { escapeText } from "../../../SolutionHealth/domain/xml/entities";

const OCTETS = "application/octet-stream";
const DESCRIPTIONS: ReadonlySet<string> = new Set(["customizations.xml", "solution.xml"]);
const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";

/**
 * `[Content_Types].xml` for the entries of a package (fact sheet §13.3): one Default for each extension, one Override
 * for each entry without, and for those whose type is another than their extension's. The two descriptions of the
 * package are `text/xml`, as SolutionPackager writes them; every other entry is just bytes.
 */
export function contentTypesXml(paths: readonly string[]): Uint8Array {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const path of paths) {
    const extension = extensionOf(path);
    const type = DESCRIPTIONS.has(path) ? "text/xml" : OCTETS;
    if (extension === undefined) overrides.set(path, type);
    else if (!defaults.has(extension)) defaults.set(extension, type);
    else if (defaults.get(extension) !== type) overrides.set(path, type);
  }
  const parts = [
    ...[...defaults].map(([name, type]) => `<Default Extension="${attribute(name)}" ContentType="${type}" />`),
    ...[...overrides].map(([path, type]) => `<Override PartName="/${attribute(path)}" ContentType="${type}" />`),
  ];
  const xml = `<?xml version="1.0" encoding="utf-8"?><Types xmlns="${NAMESPACE}">${parts.join("")}</Types>`;
  return new TextEncoder().encode(xml);
}

/** What follows the last dot of the file's name; a name that ends with a dot has none. */
function extensionOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 || dot === name.length - 1 ? undefined : name.slice(dot + 1);
}

function attribute(text: string): string {
  return escapeText(text).replace(/"/g, "&quot;");
}
