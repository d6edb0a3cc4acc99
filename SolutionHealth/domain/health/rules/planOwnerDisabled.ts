import { defineRule } from "../defineRule";
import { plannedSolutions } from "../plannedSolutions";
import type { RuleAnswer } from "../rule";

/** Whoever is to look after the solution cannot sign in any more. */
export const planOwnerDisabled = defineRule({
  id: "planOwnerDisabled",
  group: "plan",
  severity: "attention",
  source: "the plan",
  scope: "own",
  needs: ["solutions", "plans"],
  evaluate({ solutions, plans }): RuleAnswer<"planOwnerDisabled"> {
    return {
      findings: plannedSolutions(solutions, plans).flatMap(({ solution: { uniqueName }, plan }) => {
        if (plan?.owner?.disabled !== true) return [];
        return [
          {
            solution: uniqueName,
            subjects: [{ kind: "user", name: plan.owner.name, id: plan.owner.id }],
            evidence: { owner: plan.owner.name },
            action: { kind: "plan", solution: uniqueName } as const,
          },
        ];
      }),
    };
  },
});
