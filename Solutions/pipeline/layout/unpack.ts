import { openZip } from "../../../SolutionHealth/package/zip/zipBytes";
import { safePath, toPath } from "./entryName";
import { writeFolder } from "./folderWriter";
import { componentKinds } from "./kinds/registry";
import type { UnpackContext } from "./kinds/kind";
import { trimSlash } from "./kinds/payloads";
import { refuseUnsupportedSection } from "./kinds/unsupported";
import { PackagingError } from "./packagingError";
import { packageTypeOf } from "./packageType";
import { parseRoot } from "./xml/parse";
import { printDocument } from "./xml/print";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";

export interface UnpackOptions {
  /** Replaces a folder that holds something; otherwise such a folder is refused. */
  readonly replace?: boolean;
}

const NAMESPACE = ["xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"] as const;

/**
 * Unpacks a solution package into a folder in the layout of SolutionPackager. The folder is written as a whole or not
 * at all.
 * @param zip the package.
 * @throws PackageError for a zip that cannot be read; PackagingError for everything else.
 */
export async function unpackPackage(zip: Uint8Array, folder: string, options: UnpackOptions = {}): Promise<void> {
  await writeFolder(folder, unpackFiles(zip), { replace: options.replace ?? false });
}

/** Files of the folder by path, without writing them: see {@link unpackPackage}. */
export function unpackFiles(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = readEntries(zip);
  const files = new FileSet();
  const take = (name: string): Uint8Array => takeEntry(entries, name, "Every solution");
  entries.delete("[Content_Types].xml");
  const manifest = parseRoot(take("solution.xml"), "solution.xml", "ImportExportXml");
  const customizations = parseRoot(take("customizations.xml"), "customizations.xml", "ImportExportXml");
  unpackSections(customizations, contextOf(entries, files, packageTypeOf(manifest) === "managed"));
  files.writeXml("Other/Solution.xml", manifest);
  files.writeXml("Other/Customizations.xml", customizations);
  writeOtherEntries(entries, files);
  return files.all;
}

function unpackSections(customizations: XmlElement, context: UnpackContext): void {
  const kinds = new Map(componentKinds.map((kind) => [kind.section, kind]));
  for (const section of customizations.children) {
    if (section.children.length === 0) continue;
    refuseUnsupportedSection(section.name, customizations.place);
    kinds.get(section.name)?.unpack(section, context);
  }
}

type Entries = Map<string, () => Uint8Array>;

function readEntries(zip: Uint8Array): Entries {
  const archive = openZip(zip);
  const entries: Entries = new Map();
  for (const entry of archive.entries) {
    if (entry.name.endsWith("/")) continue;
    const path = toPath(entry.name);
    if (entries.has(path)) throw new PackagingError("duplicateComponent", `The entry ${path} is there twice.`, path);
    entries.set(path, () => archive.read(entry));
  }
  return entries;
}

function contextOf(entries: Entries, files: FileSet, managed: boolean): UnpackContext {
  return {
    managed,
    entriesBelow: (folder) => [...entries.keys()].filter((name) => name.startsWith(`${folder}/`)),
    hasEntry: (path) => entries.has(path),
    takeEntry: (path, asked) => takeEntry(entries, path, asked),
    writeFile: (path, content) => files.write(path, content),
    writeXml: (path, root) => files.writeXml(path, root),
    isWritten: (path) => files.has(path),
  };
}

/** Some packers write names in the zip in another case, or encoded twice: names are compared as the platform does. */
function takeEntry(entries: Entries, path: string, asked: string): Uint8Array {
  const wanted = trimSlash(path);
  const name = entries.has(wanted) ? wanted : findName(entries, wanted);
  const read = name === undefined ? undefined : entries.get(name);
  if (name === undefined || read === undefined) {
    throw new PackagingError("missingFile", `${asked} needs the entry ${wanted}, which is missing.`, wanted);
  }
  entries.delete(name);
  return read();
}

function findName(entries: Entries, wanted: string): string | undefined {
  const keys = new Set([wanted.toLowerCase(), toPath(wanted).toLowerCase()]);
  return [...entries.keys()].find((name) => keys.has(name.toLowerCase()));
}

/** Newer kinds have folders of their own, which the layout keeps as they are. */
function writeOtherEntries(entries: Entries, files: FileSet): void {
  const known = new Set([...componentKinds.map((kind) => kind.folder), "Connector"]);
  for (const [name, read] of entries) {
    const top = name.split("/")[0] ?? name;
    if (top === name || known.has(top)) {
      throw new PackagingError("unknownEntry", `No component refers to the entry ${name}.`, name);
    }
    files.write(name, read());
  }
}

/** The files of the folder. File systems that ignore case must be able to hold them all. */
class FileSet {
  readonly all = new Map<string, Uint8Array>();
  private readonly keys = new Set<string>();

  has(path: string): boolean {
    return this.keys.has(path.toLowerCase());
  }

  write(path: string, content: Uint8Array): void {
    if (this.has(path)) throw new PackagingError("duplicateComponent", `Two components need the file ${path}.`, path);
    this.all.set(safePath(path, path), content);
    this.keys.add(path.toLowerCase());
  }

  writeXml(path: string, root: XmlElement): void {
    if (!root.rawAttributes.has(NAMESPACE[0])) root.rawAttributes.set(...NAMESPACE);
    this.write(path, printDocument(root));
  }
}
