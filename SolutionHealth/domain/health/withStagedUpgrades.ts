import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { toFamilies } from "../solutions/solutionFamilies";
import type { RuleId } from "./evidence";
import type { JudgedFinding } from "./healthReport";
import { byGravity } from "./judgeFindings";

/** What is found about the upgrade of a solution, whichever of its two rows the history names (fact sheet §1.4, §5.1). */
const OF_THE_UPGRADE: ReadonlySet<RuleId> = new Set<RuleId>([
  "lastOperationFailed",
  "operationRunning",
  "operationStuck",
  "upgradeLeftOver",
  "upgradeWaiting",
]);

/**
 * Findings by solution, with those about an upgrade told of the staged upgrade too: it stands in every list beside the
 * base that they are told of. In the report each is once.
 */
export function withStagedUpgrades(
  findings: ReadonlyMap<string, readonly JudgedFinding[]>,
  solutions: readonly InstalledSolution[],
): ReadonlyMap<string, readonly JudgedFinding[]> {
  const all = new Map(findings);
  for (const { solution, holdings } of toFamilies(solutions)) {
    const ofBase = findings.get(nameKey(solution.uniqueName)) ?? [];
    for (const { id, uniqueName } of holdings) {
      const shared = ofBase.filter(({ ruleId, subjects }) => OF_THE_UPGRADE.has(ruleId) && isAbout(subjects, id));
      const key = nameKey(uniqueName);
      if (shared.length > 0) all.set(key, [...(all.get(key) ?? []), ...shared].sort(byGravity));
    }
  }
  return all;
}

/** Where staged upgrades are named, whether this one is. */
function isAbout(subjects: JudgedFinding["subjects"], id: string): boolean {
  const named = subjects.filter(({ kind }) => kind === "solution");
  return named.length === 0 || named.some((subject) => subject.id === id);
}
