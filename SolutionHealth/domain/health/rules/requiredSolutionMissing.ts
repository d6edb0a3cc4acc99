import { defineRule } from "../defineRule";
import { missingNeeds, needSubject } from "../missingNeeds";
import { needsBySolution } from "../needsBySolution";
import type { RuleAnswer } from "../rule";

/** A solution that another one builds on is not installed. */
export const requiredSolutionMissing = defineRule({
  id: "requiredSolutionMissing",
  group: "workingOrder",
  severity: "atRisk",
  source: "fact sheet §6.2, §7, §9",
  scope: "own",
  needs: ["solutions", "dependencies"],
  evaluate({ solutions, dependencies }): RuleAnswer<"requiredSolutionMissing"> {
    return {
      findings: [...missingNeeds(dependencies, solutions)].flatMap(([solution, needs]) =>
        needsBySolution(needs, "solutionMissing").map(([required, some]) => ({
          solution,
          subject: required,
          subjects: some.map(needSubject),
          evidence: { required, components: some.length },
          action: { kind: "release" } as const,
        })),
      ),
    };
  },
});
