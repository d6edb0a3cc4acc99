import { randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Zip, ZipPassThrough } from "fflate";

const PIECE = 1024 * 1024;
const DOCUMENTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": "<Types />",
  "solution.xml":
    '<ImportExportXml version="9.2.24.1" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest>' +
    "<UniqueName>Large</UniqueName><LocalizedNames /><Descriptions /><Version>1.0.0.0</Version><Managed>1</Managed>" +
    "<Publisher><UniqueName>contoso</UniqueName><LocalizedNames /><CustomizationPrefix>con</CustomizationPrefix></Publisher>" +
    '<RootComponents><RootComponent type="61" schemaName="con_large" behavior="0" /></RootComponents>' +
    "<MissingDependencies /></SolutionManifest></ImportExportXml>",
  "customizations.xml":
    "<ImportExportXml><WebResources><WebResource><Name>con_large</Name><WebResourceType>5</WebResourceType>" +
    "<FileName>/WebResources/con_large</FileName></WebResource></WebResources></ImportExportXml>",
};

/** Gives the work a package that is mostly one web resource of so many bytes, which cannot be compressed. */
export async function withLargePackage<T>(bytes: number, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-package-"));
  try {
    const path = join(folder, "large.zip");
    write(path, bytes);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(path: string, bytes: number): void {
  const file = openSync(path, "w");
  const zip = new Zip((error, part) => {
    if (error) throw error;
    writeSync(file, part);
  });
  for (const [name, text] of Object.entries(DOCUMENTS)) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(Buffer.from(text), true);
  }
  const large = new ZipPassThrough("WebResources/con_large");
  zip.add(large);
  for (let left = bytes; left > 0; left -= PIECE) large.push(randomBytes(Math.min(PIECE, left)), left <= PIECE);
  zip.end();
  closeSync(file);
}
