import type { InstalledSolution, SolutionKind } from "../../domain/model/solution";

export type SolutionState = "installed" | "leftOver" | "failed";

/** One line of the list. */
export interface SolutionRow {
  readonly solution: InstalledSolution;
  readonly kind: SolutionKind;
  readonly state: SolutionState;
  /** 0 for a solution, 1 for a patch under its base. */
  readonly level: number;
  readonly patchCount: number;
}
