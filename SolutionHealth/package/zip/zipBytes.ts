import { DEFAULT_LIMITS, type PackageLimits } from "../limits";
import { runNow } from "../reading/steps";
import { openArchive, type Archive } from "./archive";
import type { ZipEntry } from "./directory";

/** A checked zip whose bytes are at hand: entries are read at once. */
export interface ZipBytes {
  readonly entries: readonly ZipEntry[];
  /** See {@link Archive.find}. */
  find(path: string): ZipEntry | undefined;
  /** @throws PackageError tooLarge, damagedZip. */
  read(entry: ZipEntry): Uint8Array;
}

/** @throws PackageError as `openArchive` does. */
export function openZip(bytes: Uint8Array, limits: PackageLimits = DEFAULT_LIMITS): ZipBytes {
  const archive: Archive = runNow(openArchive(bytes.length, limits), bytes);
  return {
    entries: archive.entries,
    find: (path) => archive.find(path),
    read: (entry) => runNow(archive.read(entry), bytes),
  };
}
