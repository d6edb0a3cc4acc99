import { nameKey } from "../../solutions/solutionNames";
import { compareVersions } from "../../version";
import { defineRule } from "../defineRule";
import { importSteps } from "../importSteps";
import { isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";
import { isWithin, operationsBySolution } from "../solutionOperations";
import { operationSubject, sinceOf } from "../solutionSubject";

/** The same version came more than once: its number says no longer what is installed. */
export const versionRepeated = defineRule({
  id: "versionRepeated",
  group: "operation",
  severity: "info",
  source: "fact sheet §6.4 (same version)",
  scope: "own",
  needs: ["solutions", "history"],
  thresholds: ["importsWithinDays"],
  evaluate({ solutions, history }, { thresholds, now }): RuleAnswer<"versionRepeated"> {
    const operations = operationsBySolution(history);
    return {
      findings: solutions.filter(isOwn).flatMap(({ uniqueName }) => {
        const repeated = importSteps(operations.get(nameKey(uniqueName)) ?? []).filter(
          ({ before, after }) =>
            compareVersions(after.version, before.version) === 0 && isWithin(after, thresholds.importsWithinDays, now),
        );
        const [newest] = repeated;
        if (!newest) return [];
        const { after } = newest;
        return [
          {
            solution: uniqueName,
            subjects: [operationSubject(after)],
            ...sinceOf(after.startedOn),
            evidence: { version: after.version, times: repeated.length + 1 },
            action: { kind: "history", solution: uniqueName, operation: after.key } as const,
          },
        ];
      }),
    };
  },
});
