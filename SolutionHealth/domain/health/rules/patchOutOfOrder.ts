import { higherBefore } from "../../solutions/patchOrder";
import { defineRule } from "../defineRule";
import { patchesOfBases } from "../patchesOfBases";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";

/** A patch came after one of a higher version: its layers may lie above what should decide. */
export const patchOutOfOrder = defineRule({
  id: "patchOutOfOrder",
  group: "patches",
  severity: "attention",
  source: "fact sheet §1.5",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"patchOutOfOrder"> {
    return {
      findings: patchesOfBases(solutions).flatMap(({ patch, siblings }) => {
        const higher = higherBefore(patch, siblings);
        if (!higher) return [];
        return [
          {
            solution: patch.uniqueName,
            subjects: [solutionSubject(patch), solutionSubject(higher)],
            ...sinceOf(patch.installedOn),
            evidence: { version: patch.version, higher: higher.version },
            action: { kind: "solution", solution: patch.uniqueName, tab: "patches" } as const,
          },
        ];
      }),
    };
  },
});
