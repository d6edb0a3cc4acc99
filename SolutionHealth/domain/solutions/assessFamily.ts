import { readFact } from "../health/fact";
import type { Finding } from "../health/finding";
import { NO_FACTS } from "../health/noFacts";
import type { HealthRule } from "../health/rule";
import { patchOutOfOrder } from "../health/rules/patchOutOfOrder";
import { patchSuperseded } from "../health/rules/patchSuperseded";
import { patchVersionMismatch } from "../health/rules/patchVersionMismatch";
import { DEFAULT_THRESHOLDS } from "../health/thresholds";
import { type HistoryIndex, byStartNewestFirst } from "../history/historyIndex";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
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

/** By the rules of health: what they find here is what they find everywhere. */
function patchReasons(patch: InstalledSolution, { solution, patches }: SolutionFamily): SolutionReason[] {
  const findings = PATCH_RULES.flatMap((rule) => findingsOf(rule, [solution, ...patches]));
  return findings
    .filter((finding) => finding.solution === patch.uniqueName)
    .flatMap(({ ruleId, subjects }): SolutionReason[] => {
      if (ruleId === "patchSuperseded" || ruleId === "patchVersionMismatch") return [{ kind: ruleId, base: solution }];
      const higher = patches.find(({ id }) => id === subjects[1]?.id);
      return higher ? [{ kind: "patchOutOfOrder", higher }] : [];
    });
}

const PATCH_RULES: readonly HealthRule[] = [patchSuperseded, patchVersionMismatch, patchOutOfOrder];

/** These rules go by the list of solutions alone, and by no time. */
function findingsOf(rule: HealthRule, solutions: readonly InstalledSolution[]): readonly Finding[] {
  const facts = { ...NO_FACTS, solutions: readFact(solutions, EPOCH) };
  return rule.judge({ facts, thresholds: DEFAULT_THRESHOLDS, now: EPOCH }).findings;
}

const EPOCH = new Date(0);

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
