import type { Guid } from "../model/guid";
import type { InstalledSolution, SolutionKind } from "../model/solution";
import { compareVersions } from "../version";
import { nameKey, patchedNameKey, upgradedNameKey } from "./solutionNames";

/** A solution with what belongs to it. */
export interface SolutionFamily {
  readonly solution: InstalledSolution;
  readonly kind: SolutionKind;
  /**
   * A patch whose base is not installed, or a row named `…_Upgrade` without the solution it would upgrade. It stands
   * alone, as the head of its own family.
   */
  readonly orphan: boolean;
  /** The `_Upgrade` row of a staged upgrade, while it is there (fact sheet §1.4); on the platform at most one. */
  readonly holdings: readonly InstalledSolution[];
  /** Newest on top. */
  readonly patches: readonly InstalledSolution[];
}

/** Puts patches and `_Upgrade` rows under their base. Every solution is in exactly one family. */
export function toFamilies(solutions: readonly InstalledSolution[]): SolutionFamily[] {
  const heads = new Set<InstalledSolution>();
  const members = new Map<InstalledSolution, InstalledSolution[]>();
  const baseOf = createBaseFinder(solutions);
  for (const solution of solutions) {
    const base = baseOf(solution);
    if (base === undefined) heads.add(solution);
    else members.set(base, [...(members.get(base) ?? []), solution]);
  }
  return [...heads].map((head) => toFamily(head, members.get(head) ?? []));
}

/** Kind of a solution that stands alone; `_Upgrade` in a name means nothing without the solution to be upgraded. */
function standAloneKind(solution: InstalledSolution): SolutionKind {
  if (isPatch(solution)) return "patch";
  return solution.managed ? "managed" : "unmanaged";
}

function toFamily(solution: InstalledSolution, members: readonly InstalledSolution[]): SolutionFamily {
  const patches = members.filter(isPatch).sort((a, b) => compareVersions(b.version, a.version));
  const namedUpgrade = solution.managed && upgradedNameKey(solution.uniqueName) !== undefined;
  return {
    solution,
    kind: standAloneKind(solution),
    orphan: isPatch(solution) || namedUpgrade,
    holdings: members.filter((member) => !isPatch(member)),
    patches,
  };
}

/** The server's own mark is the parent; the name is the only trace left when a parent's row is gone for good. */
function isPatch({ parentId, uniqueName, managed }: InstalledSolution): boolean {
  return parentId !== undefined || (managed && patchedNameKey(uniqueName) !== undefined);
}

function createBaseFinder(
  solutions: readonly InstalledSolution[],
): (solution: InstalledSolution) => InstalledSolution | undefined {
  const byId = new Map<Guid, InstalledSolution>(solutions.map((solution) => [solution.id, solution]));
  const byName = new Map(solutions.map((solution) => [nameKey(solution.uniqueName), solution]));

  const named = (solution: InstalledSolution): InstalledSolution | undefined => {
    if (!isPatch(solution)) {
      const upgraded = solution.managed ? byName.get(upgradedNameKey(solution.uniqueName) ?? "") : undefined;
      return upgraded?.managed ? upgraded : undefined;
    }
    if (solution.parentId !== undefined) return byId.get(solution.parentId);
    return byName.get(patchedNameKey(solution.uniqueName) ?? "");
  };
  return (solution) => {
    const base = named(solution);
    // The platform knows no patch of a patch: such a row is shown for itself, never lost two levels deep.
    return base === undefined || isPatch(base) || named(base) !== undefined ? undefined : base;
  };
}
