import type { Guid } from "../model/guid";
import type { Day } from "./day";

/**
 * The way in which new versions of a solution are to come. `furtherSolution`: as a solution of its own on top of it
 * (of the same publisher).
 */
export type PlannedWay = "update" | "upgrade" | "patch" | "furtherSolution";

export const PLANNED_WAYS: readonly PlannedWay[] = ["update", "upgrade", "patch", "furtherSolution"];

/** What a person decides about one solution. Everything but the solution may be left open. */
export interface PlanContent {
  /** Unique name. The plan outlives the solution: it is kept by name, not by id, and read case-insensitively. */
  readonly solution: string;
  /** Who looks after the solution, in words: a person, a team, a supplier. */
  readonly responsible?: string;
  readonly way?: PlannedWay;
  /** The version that is to be installed; as versions are written, two to four parts. */
  readonly expectedVersion?: string;
  readonly lastReview?: Day;
  readonly nextReview?: Day;
  readonly notes?: string;
}

/** A row of `shl_maintenanceplan`. */
export interface MaintenancePlan extends PlanContent {
  readonly id: Guid;
  /** `@odata.etag`: lets a write fail where somebody else was faster. Absent where the server sent none. */
  readonly etag?: string;
  /** Owner of the row, a user or a team; absent where it could not be read. */
  readonly owner?: PlanOwner;
  readonly modifiedOn?: Date;
  /** Name of who changed it last. */
  readonly modifiedBy?: string;
}

export interface PlanOwner {
  readonly id: Guid;
  readonly name: string;
  readonly kind: "user" | "team" | "unknown";
  /** The user is disabled; undefined where that is not known, and for teams. */
  readonly disabled?: boolean;
}

/** Solutions are found by unique name whatever its case, as the platform compares them (fact sheet §1.6). */
export const planKey = (solution: string): string => solution.trim().toLowerCase();

/**
 * Plans by `planKey`. Where several rows are about one solution – two may have been made by hand on the form – the one
 * changed last counts; `duplicatePlans` names the others.
 */
export function plansBySolution(plans: readonly MaintenancePlan[]): ReadonlyMap<string, MaintenancePlan> {
  const found = new Map<string, MaintenancePlan>();
  for (const plan of plans) {
    const other = found.get(planKey(plan.solution));
    if (other === undefined || isLater(plan, other)) found.set(planKey(plan.solution), plan);
  }
  return found;
}

/** Rows that do not count, since a later one is about the same solution. */
export function duplicatePlans(plans: readonly MaintenancePlan[]): readonly MaintenancePlan[] {
  const counted = new Set(plansBySolution(plans).values());
  return plans.filter((plan) => !counted.has(plan));
}

function isLater(plan: MaintenancePlan, other: MaintenancePlan): boolean {
  const difference = (plan.modifiedOn?.getTime() ?? 0) - (other.modifiedOn?.getTime() ?? 0);
  return difference > 0 || (difference === 0 && plan.id < other.id);
}
