import { DEFAULT_LIMITS, type PackageLimits } from "./limits";
import type { SolutionPackage } from "./model";
import { readSolution } from "./readSolution";
import { runNow } from "./reading/steps";
import { openArchive } from "./zip/archive";

/**
 * Reads a solution.zip whose bytes are at hand: its manifest and every component it holds. Only entries that matter
 * are inflated; contents above `limits.eagerBytes` stay in `bytes` (which must therefore not change) until their
 * property is read. Pages use `openPackage`, which reads the same without standing still.
 * @throws PackageError with the code of the first fault found; nothing is returned half read.
 */
export function readPackage(bytes: Uint8Array, limits: Partial<PackageLimits> = {}): SolutionPackage {
  const allLimits = { ...DEFAULT_LIMITS, ...limits };
  const archive = runNow(openArchive(bytes.length, allLimits), bytes);
  const inflate = (entry: (typeof archive.entries)[number]): Uint8Array => runNow(archive.read(entry), bytes);
  return runNow(readSolution(archive, allLimits, { inflate, tolerant: false }), bytes);
}
