import { nameKey } from "../../solutions/solutionNames";
import { compareVersions } from "../../version";
import { defineRule } from "../defineRule";
import { importSteps } from "../importSteps";
import { isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";
import { isWithin, operationsBySolution } from "../solutionOperations";
import { operationSubject, sinceOf } from "../solutionSubject";

/** A lower version was imported over a higher one: components of the higher one stay, some of them older now. */
export const versionLowered = defineRule({
  id: "versionLowered",
  group: "operation",
  severity: "attention",
  source: "fact sheet §6.4, §8.3",
  scope: "own",
  needs: ["solutions", "history"],
  thresholds: ["importsWithinDays"],
  evaluate({ solutions, history }, { thresholds, now }): RuleAnswer<"versionLowered"> {
    const operations = operationsBySolution(history);
    return {
      findings: solutions.filter(isOwn).flatMap(({ uniqueName }) => {
        const [lowered] = importSteps(operations.get(nameKey(uniqueName)) ?? []).filter(
          ({ before, after }) =>
            compareVersions(after.version, before.version) < 0 && isWithin(after, thresholds.importsWithinDays, now),
        );
        if (!lowered) return [];
        const { before, after } = lowered;
        return [
          {
            solution: uniqueName,
            subjects: [operationSubject(after)],
            ...sinceOf(after.startedOn),
            evidence: { from: before.version, to: after.version },
            action: { kind: "history", solution: uniqueName, operation: after.key } as const,
          },
        ];
      }),
    };
  },
});
