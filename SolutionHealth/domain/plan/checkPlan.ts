import { parseVersion } from "../version";
import { isDay } from "./day";
import type { PlanContent } from "./maintenancePlan";

/** Longest texts that the columns take; `tests/pipeline/layout/productTables.test.ts` holds them against the tables. */
export const PLAN_LENGTHS = { solution: 100, responsible: 200, expectedVersion: 100, notes: 4000 } as const;

export type PlanField = keyof PlanContent;

export type PlanProblem =
  | { readonly field: PlanField; readonly kind: "missing" | "notAVersion" | "notADay" }
  | { readonly field: PlanField; readonly kind: "tooLong"; readonly limit: number }
  /** The next review lies before the last one. */
  | { readonly field: "nextReview"; readonly kind: "beforeLastReview" };

/** What keeps a plan from being written; empty for a good one. */
export function checkPlan(plan: PlanContent): readonly PlanProblem[] {
  return [
    ...(plan.solution.trim() === "" ? [{ field: "solution", kind: "missing" } as const] : []),
    ...tooLong(plan),
    ...(plan.expectedVersion !== undefined && parseVersion(plan.expectedVersion) === undefined
      ? [{ field: "expectedVersion", kind: "notAVersion" } as const]
      : []),
    ...reviewProblems(plan),
  ];
}

function tooLong(plan: PlanContent): readonly PlanProblem[] {
  const fields = Object.keys(PLAN_LENGTHS) as (keyof typeof PLAN_LENGTHS)[];
  return fields
    .filter((field) => (plan[field]?.length ?? 0) > PLAN_LENGTHS[field])
    .map((field) => ({ field, kind: "tooLong", limit: PLAN_LENGTHS[field] }));
}

function reviewProblems({ lastReview, nextReview }: PlanContent): readonly PlanProblem[] {
  const wrong = (field: "lastReview" | "nextReview", day: string | undefined): readonly PlanProblem[] =>
    day === undefined || isDay(day) ? [] : [{ field, kind: "notADay" }];
  const problems = [...wrong("lastReview", lastReview), ...wrong("nextReview", nextReview)];
  if (problems.length > 0 || lastReview === undefined || nextReview === undefined) return problems;
  return nextReview < lastReview ? [{ field: "nextReview", kind: "beforeLastReview" }] : [];
}
