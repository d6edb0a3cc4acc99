import type { Day } from "../../domain/plan/day";
import type { MaintenancePlan, PlanContent } from "../../domain/plan/maintenancePlan";
import type { Failure } from "../model";

/** How the last change of one solution's plan went. */
export type PlanSaving = { readonly status: "saving" } | { readonly status: "failed"; readonly failure: Failure };

/** Plans that are made for several solutions, one after the other. */
export interface PlanMaking {
  readonly status: "running" | "finished";
  /** While it runs, those that were tried; at the end, those that have one now. */
  readonly done: number;
  readonly total: number;
  /** Unique names of solutions that got none, with the reason. */
  readonly failed: readonly { readonly solution: string; readonly failure: Failure }[];
}

export interface PlanState {
  /** `absent`: the tables are not installed, so that nothing can be planned here. */
  readonly status: "idle" | "loading" | "absent" | "ready" | "failed";
  readonly plans: readonly MaintenancePlan[];
  readonly failure?: Failure;
  /** Privileges that the user lacks to change plans; empty where everything may be changed. */
  readonly missing: readonly string[];
  /** By `planKey`. */
  readonly saving: ReadonlyMap<string, PlanSaving>;
  readonly making?: PlanMaking;
}

/** What plans made for several solutions begin with. */
export type PlanStart = Omit<PlanContent, "solution"> & { readonly nextReview?: Day };

/** The store behind the plan page. Methods never throw: what goes wrong is in the state. */
export interface PlanStore {
  getState(): PlanState;
  /** @returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  refresh(): void;
  /**
   * Writes a plan as it should be.
   * @param before the plan as it was shown; undefined makes one. A change that somebody else made since is not
   * overwritten: it is read, and the save fails with `conflict`.
   */
  save(content: PlanContent, before: MaintenancePlan | undefined): void;
  /** Takes a plan away. */
  remove(plan: MaintenancePlan): void;
  /** Makes a plan for each solution that has none yet. */
  makePlans(solutions: readonly string[], start: PlanStart): void;
  /** Takes the message about a solution's last save away. */
  forget(solution: string): void;
  closeMaking(): void;
  dispose(): void;
}
