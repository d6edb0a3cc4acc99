import type { InstalledSolution } from "../model/solution";
import { compareVersions } from "../version";

/** Whether a later version of the base has overtaken a patch, which still lies on top of it (fact sheet §1.5, §8.1). */
export const isOvertaken = (patch: InstalledSolution, base: InstalledSolution): boolean =>
  compareVersions(patch.version, base.version) <= 0;

/**
 * The first patch of a higher version that was installed before this one, so that this one may lie above it (§1.5: later
 * ones must be higher). Undefined also where it is not known when they were installed.
 */
export const higherBefore = (
  patch: InstalledSolution,
  siblings: readonly InstalledSolution[],
): InstalledSolution | undefined => siblings.find((other) => isHigherAndEarlier(other, patch));

function isHigherAndEarlier(other: InstalledSolution, patch: InstalledSolution): boolean {
  if (other.installedOn === undefined || patch.installedOn === undefined) return false;
  return compareVersions(other.version, patch.version) > 0 && other.installedOn < patch.installedOn;
}
