import { type HistoryIndex, byStartNewestFirst } from "../history/historyIndex";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { compareVersions, sameMajorMinor } from "../version";
import { type SolutionAssessment, type SolutionReason, assess } from "./assessment";
import type { SolutionFamily } from "./solutionFamilies";

/** The assessments of a family's members. @param history undefined when it could not be read */
export function assessFamily(
  family: SolutionFamily,
  history: HistoryIndex | undefined,
): ReadonlyMap<InstalledSolution, SolutionAssessment> {
  const finish = (reasons: readonly SolutionReason[]): SolutionAssessment => assess(reasons, history?.knownSince);
  return new Map([
    [family.solution, finish(headReasons(family, history))],
    ...family.holdings.map((holding) => [holding, finish(upgradeReasons(family, holding, history))] as const),
    ...family.patches.map(
      (patch) => [patch, finish([...historyReasons([patch], history), ...patchReasons(patch, family)])] as const,
    ),
  ]);
}

function headReasons(family: SolutionFamily, history: HistoryIndex | undefined): SolutionReason[] {
  if (family.holdings.length > 0) {
    return family.holdings.flatMap((holding) => upgradeReasons(family, holding, history));
  }
  const reasons = historyReasons([family.solution], history);
  if (family.orphan) reasons.push({ kind: family.kind === "patch" ? "patchWithoutBase" : "upgradeWithoutBase" });
  return reasons;
}

/** An upgrade under way needs its `_Upgrade` row; after a failure the row is left over; else it waits. */
function upgradeReasons(
  { solution }: SolutionFamily,
  holding: InstalledSolution,
  history: HistoryIndex | undefined,
): SolutionReason[] {
  const reasons = historyReasons([solution, holding], history);
  if (reasons.some(({ kind }) => kind === "operationRunning")) return reasons;
  const failed = reasons.some(({ kind }) => kind === "lastOperationFailed");
  return [...reasons, { kind: failed ? "upgradeLeftOver" : "upgradeWaiting", holding }];
}

function patchReasons(patch: InstalledSolution, family: SolutionFamily): SolutionReason[] {
  const base = family.solution;
  const higher = family.patches.find((other) => isHigherAndEarlier(other, patch));
  const reasons: SolutionReason[] = [];
  if (compareVersions(patch.version, base.version) <= 0) reasons.push({ kind: "patchSuperseded", base });
  else if (!sameMajorMinor(patch.version, base.version)) reasons.push({ kind: "patchVersionMismatch", base });
  if (higher) reasons.push({ kind: "patchOutOfOrder", higher });
  return reasons;
}

function isHigherAndEarlier(other: InstalledSolution, patch: InstalledSolution): boolean {
  if (other.installedOn === undefined || patch.installedOn === undefined) return false;
  return compareVersions(other.version, patch.version) > 0 && other.installedOn < patch.installedOn;
}

/** What the newest operation on any of the rows says. */
function historyReasons(solutions: readonly InstalledSolution[], history: HistoryIndex | undefined): SolutionReason[] {
  if (history === undefined) return [{ kind: "historyUnread" }];
  const newest = solutions
    .map(({ uniqueName }) => history.operationsOf(uniqueName)[0])
    .filter((operation) => operation !== undefined)
    .sort(byStartNewestFirst)[0];
  return newest === undefined ? [] : operationReasons(newest);
}

function operationReasons(operation: SolutionOperation): SolutionReason[] {
  switch (operation.result) {
    case "failed":
      return [{ kind: "lastOperationFailed", operation }];
    case "running":
      return [{ kind: "operationRunning", operation }];
    case "unknown":
      return [{ kind: "lastOperationUnclear", operation }];
    case "succeeded":
      return [];
  }
}
