import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { runningGroups } from "../runningGroups";
import { operationSubject, sinceOf } from "../solutionSubject";

/** An operation has run for longer than any should: while it holds the lock, nothing else can be installed. */
export const operationStuck = defineRule({
  id: "operationStuck",
  group: "operation",
  severity: "attention",
  source: "fact sheet §5.1, §5.4, §6.8 (0x80071151)",
  scope: "all",
  needs: ["history"],
  thresholds: ["stuckAfterHours"],
  evaluate({ history }, { thresholds, now }): RuleAnswer<"operationStuck"> {
    const stuck = runningGroups(history, now).filter(({ hours }) => hours > thresholds.stuckAfterHours);
    return {
      findings: stuck.map(({ group, hours }) => ({
        solution: group.solution,
        subject: group.key,
        subjects: [operationSubject(group)],
        ...sinceOf(group.startedOn),
        evidence: { act: group.act, version: group.version, hours },
        action: { kind: "history", solution: group.solution, operation: group.key },
      })),
    };
  },
});
