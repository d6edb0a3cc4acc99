import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { nameKey, patchedNameKey, upgradedNameKey } from "../solutions/solutionNames";
import { byStartNewestFirst } from "./historyIndex";

/** Whose operation it was: the solution's own, one of its patches', or its staged upgrade's (`…_Upgrade`). */
export type OperationRole = "own" | "patch" | "upgrade";

export interface HistoryEntry {
  readonly operation: SolutionOperation;
  readonly role: OperationRole;
}

/**
 * What was done to a solution, newest first. Operations on its patches and its staged upgrades belong to it, also of
 * those that are gone by now; a patch has only its own.
 * @param solutions all installed solutions, by which patches with names of their own are known
 */
export function solutionHistory(
  solution: InstalledSolution,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[],
): HistoryEntry[] {
  const own = nameKey(solution.uniqueName);
  const patches = solutions.filter(({ parentId }) => parentId === solution.id);
  const patchNames = new Set(patches.map(({ uniqueName }) => nameKey(uniqueName)));
  const installed = new Set(solutions.map(({ uniqueName }) => nameKey(uniqueName)));

  const roleOf = ({ solutionUniqueName }: SolutionOperation): OperationRole | undefined => {
    const name = nameKey(solutionUniqueName);
    if (name === own) return "own";
    if (patchNames.has(name)) return "patch";
    // By name alone only what is not there any more: an installed patch says by itself whose it is.
    if (patchedNameKey(name) === own && !installed.has(name)) return "patch";
    return upgradedNameKey(name) === own && solution.managed ? "upgrade" : undefined;
  };
  return history
    .flatMap((operation) => {
      const role = roleOf(operation);
      return role === undefined ? [] : [{ operation, role }];
    })
    .sort((a, b) => byStartNewestFirst(a.operation, b.operation));
}
