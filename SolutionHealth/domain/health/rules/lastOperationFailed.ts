import type { OperationGroup } from "../../history/operationGroups";
import { present } from "../../present";
import { nameKey } from "../../solutions/solutionNames";
import { defineRule } from "../defineRule";
import type { RuleAnswer, RuleFinding } from "../rule";
import { operationsBySolution } from "../solutionOperations";
import { operationSubject, sinceOf } from "../solutionSubject";

/**
 * The last operation on an installed solution failed: it is not in the state that whoever started it wanted. What ended
 * without a result is not known.
 */
export const lastOperationFailed = defineRule({
  id: "lastOperationFailed",
  group: "operation",
  severity: "atRisk",
  source: "fact sheet §5.1, §8.3",
  scope: "all",
  needs: ["solutions", "history"],
  evaluate({ solutions, history }): RuleAnswer<"lastOperationFailed"> {
    const operations = operationsBySolution(history);
    const last = solutions.flatMap(({ uniqueName }) => {
      const [newest] = operations.get(nameKey(uniqueName)) ?? [];
      return newest ? [{ uniqueName, newest }] : [];
    });
    return {
      findings: last
        .filter(({ newest }) => newest.result === "failed")
        .map(({ uniqueName, newest }) => toFinding(uniqueName, newest)),
      unknowns: last
        .filter(({ newest }) => newest.result === "unknown")
        .map(({ uniqueName }) => ({ solution: uniqueName, reason: "notTold", part: "history" })),
    };
  },
});

function toFinding(solution: string, group: OperationGroup): RuleFinding<"lastOperationFailed"> {
  const { failed, act, version, startedOn } = group;
  return {
    solution,
    subjects: [operationSubject(group)],
    ...sinceOf(startedOn),
    // An export, say, leaves the solution as it was.
    ...(act === "other" && { severity: "attention" }),
    evidence: { act, version, ...present({ errorCode: failed?.errorCode, errorText: failed?.errorText }) },
    action: { kind: "history", solution, operation: failed?.id ?? group.key },
  };
}
