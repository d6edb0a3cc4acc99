import { toFamilies } from "../../solutions/solutionFamilies";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";

/** A solution named like a staged upgrade, without the solution that it would upgrade. */
export const upgradeWithoutBase = defineRule({
  id: "upgradeWithoutBase",
  group: "operation",
  severity: "attention",
  source: "fact sheet §1.4",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"upgradeWithoutBase"> {
    const alone = toFamilies(solutions).filter(({ orphan, kind }) => orphan && kind !== "patch");
    return {
      findings: alone.map(({ solution }) => ({
        solution: solution.uniqueName,
        subjects: [solutionSubject(solution)],
        ...sinceOf(solution.installedOn),
        evidence: { base: solution.uniqueName.replace(/_upgrade$/i, ""), version: solution.version },
        action: { kind: "solution", solution: solution.uniqueName, tab: "overview" },
      })),
    };
  },
});
