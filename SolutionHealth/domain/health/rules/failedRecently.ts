import { nameKey } from "../../solutions/solutionNames";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { isWithin, operationsBySolution } from "../solutionOperations";
import { operationSubject, sinceOf } from "../solutionSubject";

/**
 * Operations that failed lately although a later one went well, or on a solution that is not there: worth a look before
 * the next release. The last one of an installed solution is told by a rule of its own.
 */
export const failedRecently = defineRule({
  id: "failedRecently",
  group: "operation",
  severity: "info",
  source: "fact sheet §5.1",
  scope: "all",
  needs: ["solutions", "history"],
  thresholds: ["failedWithinDays"],
  evaluate({ solutions, history }, { thresholds: { failedWithinDays: days }, now }): RuleAnswer<"failedRecently"> {
    const installed = new Set(solutions.map(({ uniqueName }) => nameKey(uniqueName)));
    const findings = [...operationsBySolution(history)].flatMap(([key, groups]) => {
      const candidates = installed.has(key) ? groups.slice(1) : groups;
      const failed = candidates.filter((group) => group.result === "failed" && isWithin(group, days, now));
      const [newest] = failed;
      // A solution that was removed in the end leaves nothing to look at.
      if (newest === undefined || (!installed.has(key) && groups[0]?.act === "uninstall")) return [];
      return [
        {
          solution: newest.solution,
          subjects: failed.map(operationSubject),
          ...sinceOf(newest.startedOn),
          evidence: { failures: failed.length, days },
          action: { kind: "history", solution: newest.solution, operation: newest.failed?.id ?? newest.key } as const,
        },
      ];
    });
    return { findings };
  },
});
