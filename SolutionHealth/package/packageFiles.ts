import type { Properties } from "../domain/model/property";
import { encodeBase64 } from "./base64";
import { PackageError } from "./errors";
import type { PackageLimits } from "./limits";
import type { PackageFile } from "./model";
import type { XmlElement } from "../domain/xml/element";
import { parseXml } from "./xml";
import { decodeXml } from "./xmlBytes";
import type { Archive } from "./zip/archive";
import type { ZipEntry } from "./zip/directory";

/** The files beside customizations.xml, by the paths the XML writes (`/WebResources/…`). */
export class PackageFiles {
  constructor(
    private readonly archive: Archive,
    private readonly limits: PackageLimits,
  ) {}

  /** Every file, in the order of the zip. */
  all(): readonly PackageFile[] {
    return this.archive.entries.filter((entry) => !entry.name.endsWith("/")).map(describe);
  }

  /** Files inside a folder, at any depth, in the order of the zip. */
  under(folder: string): readonly PackageFile[] {
    return this.archive.under(folder).map(describe);
  }

  find(path: string | undefined): PackageFile | undefined {
    const entry = path === undefined || path === "" ? undefined : this.archive.find(path);
    return entry === undefined ? undefined : describe(entry);
  }

  /** Text of a file (UTF-8 unless it says otherwise), or undefined when it is absent. */
  text(path: string | undefined): string | undefined {
    const entry = this.entry(path);
    return entry === undefined ? undefined : decodeXml(this.archive.read(entry), entry.name);
  }

  /** @throws PackageError brokenXml, forbiddenXml and what reading the entry may throw. */
  xml(path: string): XmlElement | undefined {
    const text = this.text(path);
    return text === undefined ? undefined : parseXml(text, path);
  }

  /**
   * Puts a file's content, as base64, under a column. Above the limit `eagerBytes` it is inflated each time somebody
   * reads the property and not before, so that a package made of one huge web resource can be judged without it; a
   * damaged one then throws its PackageError on that reading.
   */
  putContent(properties: Properties, column: string, path: string | undefined): void {
    const entry = this.entry(path);
    if (entry === undefined) return;
    const read = (): string => encodeBase64(this.archive.read(entry));
    if (entry.size <= this.limits.eagerBytes) properties[column] = read();
    else Object.defineProperty(properties, column, { enumerable: true, configurable: true, get: read });
  }

  /** Puts a file's text under a column, or its content as base64 when it is no text (icons, documents). */
  putTextOrContent(properties: Properties, column: string, path: string): void {
    try {
      const text = this.text(path);
      if (text !== undefined) properties[column] = text;
    } catch (error) {
      if (!(error instanceof PackageError) || error.code !== "brokenXml") throw error;
      this.putContent(properties, column, path);
    }
  }

  private entry(path: string | undefined): ZipEntry | undefined {
    return path === undefined || path === "" ? undefined : this.archive.find(path);
  }
}

function describe(entry: ZipEntry): PackageFile {
  return { path: entry.name, size: entry.size, crc32: entry.crc };
}
