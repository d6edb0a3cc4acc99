import type { InstalledSolution } from "../model/solution";
import { toFamilies } from "../solutions/solutionFamilies";

/** Each patch with its base and its siblings, newest on top. */
export interface PatchOfBase {
  readonly patch: InstalledSolution;
  readonly base: InstalledSolution;
  readonly siblings: readonly InstalledSolution[];
}

export const patchesOfBases = (solutions: readonly InstalledSolution[]): PatchOfBase[] =>
  toFamilies(solutions).flatMap(({ solution, patches, kind }) =>
    kind === "patch" ? [] : patches.map((patch) => ({ patch, base: solution, siblings: patches })),
  );
