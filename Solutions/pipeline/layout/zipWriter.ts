import { type Zippable, zipSync } from "fflate";
import { PackagingError } from "./packagingError";

/**
 * The oldest time a zip can hold, at noon so that it is the same day everywhere: fflate writes local time as it is.
 * Times in a package mean nothing to the platform, and one that changes would make equal sources differ.
 */
const FIXED_TIME = new Date(1980, 0, 1, 12);

/** Level 9 takes three times as long for one percent. */
const LEVEL = 6;

/** Collects the entries of a package; the same entries in the same order give the same bytes. */
export class ZipWriter {
  private readonly entries: Zippable = {};
  private readonly keys = new Map<string, string>();

  /**
   * Adds an entry.
   * @throws PackagingError duplicateComponent: the platform finds entries without regard to case.
   */
  add(path: string, content: Uint8Array): void {
    const twin = this.keys.get(path.toLowerCase());
    if (twin !== undefined) {
      throw new PackagingError("duplicateComponent", `Two components need the entry ${path}.`, path);
    }
    this.keys.set(path.toLowerCase(), path);
    this.entries[path] = [content, { mtime: FIXED_TIME, level: LEVEL }];
  }

  get paths(): readonly string[] {
    return [...this.keys.values()];
  }

  /** The zip. */
  finish(): Uint8Array {
    return zipSync(this.entries);
  }
}
