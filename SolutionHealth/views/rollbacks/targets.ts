import type { Guid } from "../../domain/model/guid";
import type { RollbackState } from "../../state/rollbacks/model";

/** The same choice, in whatever order. */
export const sameTargets = (one: readonly Guid[], other: readonly Guid[]): boolean =>
  targetsKey(one) === targetsKey(other);

export const targetsKey = (ids: readonly Guid[]): string => [...new Set(ids)].sort().join();

/** The state, where it is about these solutions; "idle" where it is about others. */
export const stateOf = (state: RollbackState, targets: readonly Guid[]): RollbackState =>
  state.status !== "idle" && sameTargets(state.targets, targets) ? state : { status: "idle" };

/** Whether an uninstall is under way that must not be lost from sight. */
export const isRunning = (state: RollbackState): boolean =>
  state.status === "previewed" && (state.run.status === "running" || state.run.status === "comparing");
