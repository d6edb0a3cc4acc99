import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import { openPackage } from "../../package/openPackage";
import { sourceOfFile, type StoredFile } from "../../package/reading/fileSource";
import type { PackageOpening } from "./ports";

/** Part of the work after which each phase of reading ends: reading components takes longest. */
const PHASES = { opening: [0, 0.05], definitions: [0.05, 0.4], components: [0.4, 0.9], checksum: [0.9, 1] } as const;

/**
 * Reads a package where it lies, in slices, so that the page stays responsive and a large file is never in memory as a
 * whole.
 * @throws PackageError; the signal's reason on Cancel
 */
export function openPackageFile(file: StoredFile, { signal, onProgress }: PackageOpening): Promise<IncomingPackage> {
  return openPackage(sourceOfFile(file), {
    signal,
    onProgress: ({ phase, done, total }) => {
      const [from, to] = PHASES[phase];
      onProgress(from + (to - from) * (total > 0 ? done / total : 0));
    },
  });
}
