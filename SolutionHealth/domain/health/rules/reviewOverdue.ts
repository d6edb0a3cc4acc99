import { dayOf, daysBetween } from "../../plan/day";
import { defineRule } from "../defineRule";
import { plannedSolutions } from "../plannedSolutions";
import type { RuleAnswer } from "../rule";

/** The review that the plan names is due and has not been made. */
export const reviewOverdue = defineRule({
  id: "reviewOverdue",
  group: "plan",
  severity: "attention",
  source: "the plan",
  scope: "own",
  needs: ["solutions", "plans"],
  thresholds: ["reviewGraceDays"],
  evaluate({ solutions, plans }, { thresholds, now }): RuleAnswer<"reviewOverdue"> {
    return {
      findings: plannedSolutions(solutions, plans).flatMap(({ solution: { uniqueName }, plan }) => {
        const due = plan?.nextReview;
        const days = due === undefined ? 0 : daysBetween(due, dayOf(now));
        if (due === undefined || !(days > thresholds.reviewGraceDays)) return [];
        return [
          {
            solution: uniqueName,
            subjects: [],
            since: new Date(due),
            evidence: { nextReview: due, days },
            essence: [due],
            action: { kind: "plan", solution: uniqueName } as const,
          },
        ];
      }),
    };
  },
});
