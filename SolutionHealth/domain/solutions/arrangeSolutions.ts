import { indexHistory } from "../history/historyIndex";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution, SolutionKind } from "../model/solution";
import { assessFamily } from "./assessFamily";
import { type SolutionAssessment, assess } from "./assessment";
import { toFamilies } from "./solutionFamilies";

/** One line of the list of solutions. */
export interface SolutionRow {
  readonly solution: InstalledSolution;
  readonly kind: SolutionKind;
  /** 0 for what stands alone, 1 for patches and `_Upgrade` rows under their base. */
  readonly level: 0 | 1;
  /** A patch without its base, or a row named `…_Upgrade` without the solution it would upgrade. */
  readonly orphan: boolean;
  readonly patchCount: number;
  readonly assessment: SolutionAssessment;
}

/** A base with what stands under it: `_Upgrade` rows, then patches, newest on top – the order of layers (§8.1). */
export interface SolutionGroup {
  readonly base: SolutionRow;
  readonly below: readonly SolutionRow[];
}

/**
 * Arranges and assesses all solutions; every one is in exactly one row.
 * @param history undefined when it could not be read: nothing is then said to be without problems
 */
export function arrangeSolutions(
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[] | undefined,
): SolutionGroup[] {
  const index = history && indexHistory(history);
  return toFamilies(solutions).map((family) => {
    const assessments = assessFamily(family, index);
    const row = (solution: InstalledSolution, kind: SolutionKind, place: "base" | "below"): SolutionRow => ({
      solution,
      kind,
      level: place === "base" ? 0 : 1,
      orphan: place === "base" && family.orphan,
      patchCount: place === "base" ? family.patches.length : 0,
      assessment: assessments.get(solution) ?? assess([{ kind: "historyUnread" }]),
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
