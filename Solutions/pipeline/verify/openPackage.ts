import { PackageError } from "../../../SolutionHealth/package/errors";
import { readPackage } from "../../../SolutionHealth/package/readPackage";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";
import { parseXml } from "../../../SolutionHealth/package/xml";
import { decodeXml } from "../../../SolutionHealth/package/xmlBytes";
import { openZip, type ZipBytes } from "../../../SolutionHealth/package/zip/zipBytes";
import type { CheckedEntry, PackageUnderCheck } from "./packageUnderCheck";

interface Document {
  readonly root?: XmlElement;
  readonly fault?: PackageError;
}

/** Opens a package for the rules. Never throws for what a file can hold: what is wrong with it is in `faults`. */
export function openPackage(bytes: Uint8Array): PackageUnderCheck {
  const archive = attempt(() => openZip(bytes));
  if (archive instanceof PackageError) {
    return nothing(bytes.length, archive);
  }
  const documents = new Map<string, Document>();
  const documentOf = (path: string): Document => {
    const known = documents.get(path);
    const document = known ?? readDocument(archive, path);
    documents.set(path, document);
    return document;
  };
  const files = archive.entries.filter(({ name }) => !name.endsWith("/"));
  return {
    size: bytes.length,
    entries: files.map(({ name, size }) => checkedEntry(archive, name, size)),
    find: (path) => {
      const found = path === "" ? undefined : archive.find(path);
      return found && checkedEntry(archive, found.name, found.size);
    },
    xml: (path) => documentOf(path).root,
    xmlFault: (path) => documentOf(path).fault,
    faults: findFaults(bytes),
  };
}

function nothing(size: number, fault: PackageError): PackageUnderCheck {
  const none = (): undefined => undefined;
  return { size, entries: [], find: none, xml: none, xmlFault: none, faults: [fault] };
}

function checkedEntry(archive: ZipBytes, name: string, size: number): CheckedEntry {
  return {
    name,
    size,
    read: () => {
      const entry = archive.find(name);
      if (entry === undefined) {
        throw new PackageError("missingEntry", "The entry is gone", name);
      }
      return archive.read(entry);
    },
  };
}

function readDocument(archive: ZipBytes, path: string): Document {
  const entry = archive.find(path);
  if (entry === undefined) {
    return {};
  }
  const root = attempt(() => parseXml(decodeXml(archive.read(entry), entry.name), entry.name));
  return root instanceof PackageError ? { fault: root } : { root };
}

/**
 * Reads everything once, with limits of its own: the reader of packages leaves alone what nobody asks for, and a
 * damaged web resource would only be found by whoever opens it.
 */
function findFaults(bytes: Uint8Array): PackageError[] {
  const whole = attempt(() => readPackage(bytes));
  const archive = openZip(bytes);
  const parts = archive.entries.map((entry) => attempt(() => archive.read(entry)));
  return [whole, ...parts].filter((result) => result instanceof PackageError);
}

/** Only what a package can cause is caught; anything else is a fault of ours and goes on. */
function attempt<T>(read: () => T): T | PackageError {
  try {
    return read();
  } catch (error) {
    if (error instanceof PackageError) {
      return error;
    }
    throw error;
  }
}
