import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { runningGroups } from "../runningGroups";
import { operationSubject, sinceOf } from "../solutionSubject";

/** Something runs: what is read of the solution now may be half old, half new. */
export const operationRunning = defineRule({
  id: "operationRunning",
  group: "operation",
  severity: "info",
  source: "fact sheet §5.1, §6.8",
  scope: "all",
  needs: ["history"],
  thresholds: ["stuckAfterHours"],
  evaluate({ history }, { thresholds, now }): RuleAnswer<"operationRunning"> {
    const running = runningGroups(history, now).filter(({ hours }) => !(hours > thresholds.stuckAfterHours));
    return {
      findings: running.map(({ group }) => ({
        solution: group.solution,
        subject: group.key,
        subjects: [operationSubject(group)],
        ...sinceOf(group.startedOn),
        evidence: { act: group.act, version: group.version },
        action: { kind: "history", solution: group.solution, operation: group.key },
      })),
    };
  },
});
