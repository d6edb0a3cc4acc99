import type { Properties } from "../domain/model/property";
import { encodeBase64 } from "./base64";
import { PackageError } from "./errors";
import type { PackageLimits } from "./limits";
import type { DeferredContent, PackageFile } from "./model";
import type { Steps } from "./reading/steps";
import type { XmlElement } from "../domain/xml/element";
import type { UnreadParts } from "./unreadParts";
import { parseXmlInSteps } from "./xml";
import { decodeXmlInSteps } from "./xmlBytes";
import type { Archive } from "./zip/archive";
import type { ZipEntry } from "./zip/directory";

/** How a package is read. */
export interface ReadingWay {
  /**
   * Inflates a large content when its property is read, which only somebody with the whole file at hand can. Without
   * it, large contents are left out of the properties and named in `deferred`.
   */
  readonly inflate?: (entry: ZipEntry) => Uint8Array;
  /** What cannot be read beside the two main documents is told, instead of refusing the package for it. */
  readonly tolerant: boolean;
}

/** The files beside customizations.xml, by the paths the XML writes (`/WebResources/…`). */
export class PackageFiles {
  private deferred: DeferredContent[] = [];

  constructor(
    private readonly archive: Archive,
    private readonly limits: PackageLimits,
    private readonly way: ReadingWay,
    private readonly unread: UnreadParts,
  ) {}

  /** Every file, in the order of the zip. */
  all(): readonly PackageFile[] {
    return this.archive.entries.filter((entry) => !entry.name.endsWith("/")).map(describe);
  }

  /** Files inside a folder, at any depth, in the order of the zip. */
  under(folder: string): readonly PackageFile[] {
    return this.archive.under(folder).map(describe);
  }

  /** A file that the XML names; noted where the zip does not hold it. */
  find(path: string | undefined): PackageFile | undefined {
    const entry = this.entry(path);
    return entry === undefined ? undefined : describe(entry);
  }

  /** A file that may be there or not. */
  has(path: string): boolean {
    return this.archive.find(path) !== undefined;
  }

  /** Contents that were left on the file since the last call. */
  takeDeferred(): readonly DeferredContent[] {
    const deferred = this.deferred;
    this.deferred = [];
    return deferred;
  }

  /** Text of a file (UTF-8 unless it says otherwise), or undefined when it is absent. */
  *text(path: string | undefined): Steps<string | undefined> {
    const entry = this.entry(path);
    return entry && (yield* this.attempt(entry, this.decode(entry)));
  }

  /** Undefined when it is absent. */
  *xml(path: string): Steps<XmlElement | undefined> {
    const entry = this.entry(path);
    return entry && (yield* this.attempt(entry, this.parse(entry, path)));
  }

  /** A document without which there is no package: never only noted. */
  *requiredXml(path: string): Steps<XmlElement> {
    const entry = this.entry(path);
    if (entry === undefined) throw new PackageError("missingEntry", `The package has no ${path}`, path);
    return yield* this.parse(entry, path);
  }

  /**
   * Puts a file's content, as base64, under a column. Above the limit `eagerBytes` it is not inflated before somebody
   * asks for it, so that a package made of one huge web resource can be judged without it: see {@link ReadingWay}. A
   * damaged one then throws its PackageError on that reading.
   * @param child name of the child whose properties these are; undefined for the component's own.
   */
  *putContent(properties: Properties, column: string, path: string | undefined, child?: string): Steps<void> {
    const entry = this.entry(path);
    if (entry === undefined) return;
    const { inflate } = this.way;
    if (entry.size <= this.limits.eagerBytes) {
      const content = yield* this.attempt(entry, this.archive.read(entry));
      if (content !== undefined) properties[column] = encodeBase64(content);
    } else if (inflate !== undefined) {
      const get = (): string => encodeBase64(inflate(entry));
      Object.defineProperty(properties, column, { enumerable: true, configurable: true, get });
    } else this.deferred.push({ ...describe(entry), column, ...(child === undefined ? {} : { child }) });
  }

  /** Puts a file's text under a column, or its content as base64 when it is no text (icons, documents). */
  *putTextOrContent(properties: Properties, column: string, path: string): Steps<void> {
    const entry = this.entry(path);
    if (entry === undefined) return;
    const read = yield* this.attempt(entry, this.textOrNothing(entry));
    if (read === undefined) return;
    if (read.text === undefined) yield* this.putContent(properties, column, path);
    else properties[column] = read.text;
  }

  private *textOrNothing(entry: ZipEntry): Steps<{ readonly text?: string }> {
    try {
      return { text: yield* this.decode(entry) };
    } catch (error) {
      if (error instanceof PackageError && error.code === "brokenXml") return {};
      throw error;
    }
  }

  private *decode(entry: ZipEntry): Steps<string> {
    return yield* decodeXmlInSteps(yield* this.archive.read(entry), entry.name);
  }

  private *parse(entry: ZipEntry, path: string): Steps<XmlElement> {
    return yield* parseXmlInSteps(yield* this.decode(entry), path, this.limits.xmlParts);
  }

  private *attempt<T>(entry: ZipEntry, steps: Steps<T>): Steps<T | undefined> {
    try {
      return yield* steps;
    } catch (error) {
      if (!this.way.tolerant || !(error instanceof PackageError)) throw error;
      const { code, place = entry.name, message: text } = error;
      this.unread.add({ code, entry: entry.name, place, text }, entry);
      return undefined;
    }
  }

  private entry(path: string | undefined): ZipEntry | undefined {
    if (path === undefined || path === "") return undefined;
    const entry = this.archive.find(path);
    if (entry === undefined) {
      const text = "The package names a file that it does not hold";
      this.unread.add({ code: "missingFile", entry: path, place: path, text }, path);
    }
    return entry;
  }
}

function describe(entry: ZipEntry): PackageFile {
  return { path: entry.name, size: entry.size, crc32: entry.crc };
}
