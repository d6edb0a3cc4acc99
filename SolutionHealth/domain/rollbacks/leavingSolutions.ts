import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";
import { nameKey, upgradedNameKey } from "../solutions/solutionNames";
import { compareVersions } from "../version";
import type { RefusalReason } from "./rollbackPreview";

/** A target that the server would not take back, whatever else is true. */
export interface RefusedTarget {
  readonly solutionId: Guid;
  readonly name: string;
  readonly reason: RefusalReason;
}

/** What goes when the targets go. */
export interface Leaving {
  /** Targets that can be taken back, each once, in the order chosen. */
  readonly targets: readonly InstalledSolution[];
  readonly refused: readonly RefusedTarget[];
  /** Targets, and the patches of target bases, which go with them (fact sheet §1.5). */
  readonly solutions: readonly InstalledSolution[];
  /** `_Upgrade` rows of the targets that are no targets themselves: they stay, and hold what their base leaves (§1.4). */
  readonly holdings: readonly InstalledSolution[];
}

/** The platform's own containers: deleting them is refused (0x8004F005, fact sheet §6.8). */
const RESTRICTED: ReadonlySet<string> = new Set(["active", "default", "basic", "system"]);

/**
 * What leaves the environment when these solutions are uninstalled.
 * @param solutions all that are installed
 */
export function leavingSolutions(solutions: readonly InstalledSolution[], targets: readonly Guid[]): Leaving {
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const accepted = new Set<InstalledSolution>();
  const refused: RefusedTarget[] = [];
  for (const id of new Set(targets)) {
    const solution = byId.get(id);
    const reason = refusalOf(solution);
    if (solution === undefined || reason) {
      refused.push({ solutionId: id, name: solution?.uniqueName ?? id, reason: reason ?? "notInstalled" });
    } else accepted.add(solution);
  }
  const patches = solutions.filter(({ parentId }) => [...accepted].some(({ id }) => id === parentId));
  return {
    targets: [...accepted],
    refused,
    solutions: [...new Set([...accepted, ...patches])],
    holdings: holdingsOf(solutions, accepted),
  };
}

function refusalOf(solution: InstalledSolution | undefined): RefusalReason | undefined {
  if (solution === undefined) return "notInstalled";
  if (RESTRICTED.has(nameKey(solution.uniqueName))) return "restricted";
  return solution.managed ? undefined : "unmanaged";
}

function holdingsOf(
  solutions: readonly InstalledSolution[],
  targets: ReadonlySet<InstalledSolution>,
): InstalledSolution[] {
  const names = new Set([...targets].map(({ uniqueName }) => nameKey(uniqueName)));
  return solutions.filter(
    (solution) => solution.managed && !targets.has(solution) && names.has(upgradedNameKey(solution.uniqueName) ?? ""),
  );
}

/** Patches of a base among these, in the order in which they go: newest first (§1.5). */
export const patchesNewestFirst = (
  solutions: readonly InstalledSolution[],
  base: InstalledSolution,
): InstalledSolution[] =>
  solutions.filter(({ parentId }) => parentId === base.id).sort((a, b) => compareVersions(b.version, a.version));
