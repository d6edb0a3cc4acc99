import type { InstalledSolution, SolutionKind } from "../model/solution";
import { toFamilies } from "./solutionFamilies";
import type { SolutionStanding, StandingOf } from "./solutionStanding";

/** One line of the list of solutions. */
export interface SolutionRow {
  readonly solution: InstalledSolution;
  readonly kind: SolutionKind;
  /** 0 for what stands alone, 1 for patches and `_Upgrade` rows under their base. */
  readonly level: 0 | 1;
  /** A patch without its base, or a row named `…_Upgrade` without the solution it would upgrade. */
  readonly orphan: boolean;
  readonly patchCount: number;
  readonly standing: SolutionStanding;
}

/** A base with what stands under it: `_Upgrade` rows, then patches, newest on top – the order of layers (§8.1). */
export interface SolutionGroup {
  readonly base: SolutionRow;
  readonly below: readonly SolutionRow[];
}

/**
 * Arranges all solutions, each with its standing; every one is in exactly one row.
 */
export function arrangeSolutions(solutions: readonly InstalledSolution[], standingOf: StandingOf): SolutionGroup[] {
  return toFamilies(solutions).map((family) => {
    const row = (solution: InstalledSolution, kind: SolutionKind, place: "base" | "below"): SolutionRow => ({
      solution,
      kind,
      level: place === "base" ? 0 : 1,
      orphan: place === "base" && family.orphan,
      patchCount: place === "base" ? family.patches.length : 0,
      standing: standingOf(solution),
    });
    return {
      base: row(family.solution, family.kind, "base"),
      below: [
        ...family.holdings.map((holding) => row(holding, "holding", "below")),
        ...family.patches.map((patch) => row(patch, "patch", "below")),
      ],
    };
  });
}
