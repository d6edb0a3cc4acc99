/** How releases of a solution are to come in. */
export type PlannedWay = "update" | "upgrade" | "patch" | "furtherSolution";

/** What rules need of a maintenance plan. */
export interface HealthPlan {
  /** Unique name. */
  readonly solution: string;
  readonly owner?: { readonly name: string; readonly disabled?: boolean };
  readonly way?: PlannedWay;
  readonly expectedVersion?: string;
  /** Day, `YYYY-MM-DD`. */
  readonly nextReview?: string;
}
