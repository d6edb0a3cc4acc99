import { defineRule } from "../defineRule";
import { plannedSolutions } from "../plannedSolutions";
import type { RuleAnswer } from "../rule";

/** Nobody has said yet how the solution is to be kept healthy. */
export const planMissing = defineRule({
  id: "planMissing",
  group: "plan",
  severity: "info",
  source:
    "Microsoft: 'Before any solution release occurs a team should develop a plan for maintaining the health of their solutions'",
  scope: "own",
  needs: ["solutions", "plans"],
  evaluate({ solutions, plans }): RuleAnswer<"planMissing"> {
    return {
      findings: plannedSolutions(solutions, plans)
        .filter(({ plan }) => plan === undefined)
        .map(({ solution: { uniqueName } }) => ({
          solution: uniqueName,
          subjects: [],
          evidence: {},
          action: { kind: "plan", solution: uniqueName },
        })),
    };
  },
});
