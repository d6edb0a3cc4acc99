import { Sha256 } from "../domain/sha256";
import { PackageError } from "./errors";
import { DEFAULT_LIMITS, type PackageLimits } from "./limits";
import type { PackageFile, SolutionPackage } from "./model";
import type { FileSource } from "./reading/fileSource";
import { FileWindow } from "./reading/fileWindow";
import { runInSlices, type SliceOptions } from "./reading/runInSlices";
import type { Steps } from "./reading/steps";
import { readSolution } from "./readSolution";
import { openArchive } from "./zip/archive";

/** How the reading goes on beside the page. */
export type ReadingOptions = Omit<SliceOptions, "file">;

export interface OpenOptions extends ReadingOptions {
  readonly limits?: Partial<PackageLimits>;
}

/** A package that was read and whose file is still there. */
export interface OpenedPackage extends SolutionPackage {
  readonly fileName: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Of the whole file, lower-case hexadecimal. */
  readonly sha256: string;
  /**
   * Inflates one of the package's files, e.g. a content that `deferred` names.
   * @throws PackageError when it is damaged, too large, or the file is no longer there; the signal's reason.
   */
  readContent(file: Pick<PackageFile, "path">, options?: ReadingOptions): Promise<Uint8Array>;
}

/** Bytes of the file between two steps of its checksum. */
const HASHED_AT_ONCE = 64 * 1024;

/**
 * Opens a solution.zip where it lies: reads the directory of the zip and the entries that matter, in slices of some
 * milliseconds, so that a page stays responsive and a large file is never in memory as a whole. What cannot be
 * understood beside the two main documents is told in `partial`.
 * @throws PackageError when it is no package; the signal's reason when it aborts.
 */
export async function openPackage(source: FileSource, options: OpenOptions = {}): Promise<OpenedPackage> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const slices = { ...options, file: new FileWindow(source) };
  options.onProgress?.({ phase: "opening", done: 0, total: 1 });
  const archive = await runInSlices(openArchive(source.size, limits), slices);
  const read = await runInSlices(readSolution(archive, limits, { tolerant: true }), slices);
  const sha256 = await runInSlices(hashOf(source.size), slices);
  return {
    ...read,
    fileName: source.name,
    size: source.size,
    sha256,
    readContent: async ({ path }, reading) => {
      const entry = archive.find(path);
      if (entry === undefined) throw new PackageError("missingEntry", "The package has no such file", path);
      return runInSlices(archive.read(entry), { ...reading, file: new FileWindow(source) });
    },
  };
}

/** SHA-256 of the file, piece by piece. */
function* hashOf(size: number): Steps<string> {
  const hash = new Sha256();
  for (let from = 0; from < size; from += HASHED_AT_ONCE) {
    hash.update(yield { from, to: Math.min(from + HASHED_AT_ONCE, size) });
    yield { phase: "checksum", done: Math.min(from + HASHED_AT_ONCE, size), total: size };
  }
  return hash.hex();
}
