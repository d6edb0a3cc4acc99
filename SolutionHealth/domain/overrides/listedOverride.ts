import type { AcceptedOverride } from "./acceptedOverride";
import type { AcceptanceState, OverriddenComponent, OverrideFacts } from "./override";

/** Who changed a component last, and where it is held. */
export interface OverrideOrigin {
  /** Name of the user. */
  readonly modifiedBy?: string;
  /** Why the name is absent: no table of the type keeps it, or the environment did not tell it for this one. */
  readonly authorUnknown?: "notKept" | "notTold";
  readonly modifiedOn?: Date;
  /** Display names of visible unmanaged solutions that hold it; undefined where that could not be read. */
  readonly unmanagedSolutions?: readonly string[];
}

/** An override as lists and exports have it. */
export interface ListedOverride {
  readonly component: OverriddenComponent;
  readonly facts: OverrideFacts;
  readonly acceptance: AcceptanceState;
  /** Unique names of the solutions with a layer of the component, where they are known. */
  readonly stack?: readonly string[];
  /** The entry for the component, also when it has expired or something else was accepted. */
  readonly accepted?: AcceptedOverride;
  /** Why the layers could not be read; with state `unknown`. */
  readonly failure?: { readonly kind: string; readonly code?: string; readonly serverText?: string };
  /** Read after the layers, for real and state-only ones. */
  readonly origin?: OverrideOrigin;
}

export interface OverrideCounts {
  /** By state, accepted ones included. */
  readonly real: number;
  readonly stateOnly: number;
  readonly phantom: number;
  readonly unknown: number;
  /** Real and state-only ones that are accepted, unchanged and not expired. */
  readonly accepted: number;
  /** Real and state-only ones that are not. */
  readonly new: number;
}

const NONE: OverrideCounts = { real: 0, stateOnly: 0, phantom: 0, unknown: 0, accepted: 0, new: 0 };

export function countOverrides(rows: readonly ListedOverride[]): OverrideCounts {
  const counts = { ...NONE };
  for (const row of rows) for (const key of countsOf(row)) counts[key] += 1;
  return counts;
}

/** The counts when a row is added to those counted. */
export const countedWith = (counts: OverrideCounts, row: ListedOverride): OverrideCounts => counted(counts, row, 1);

/** The counts when a row is taken from those counted. */
export const countedWithout = (counts: OverrideCounts, row: ListedOverride): OverrideCounts => counted(counts, row, -1);

function counted(before: OverrideCounts, row: ListedOverride, by: 1 | -1): OverrideCounts {
  const counts = { ...before };
  for (const key of countsOf(row)) counts[key] += by;
  return counts;
}

/** The counts in which a row takes part. */
function countsOf(row: ListedOverride): readonly (keyof OverrideCounts)[] {
  const { state } = row.facts;
  return changesSomething(row) ? [state, row.acceptance === "accepted" ? "accepted" : "new"] : [state];
}

export const changesSomething = ({ facts }: ListedOverride): boolean =>
  facts.state === "real" || facts.state === "stateOnly";

/** Overrides that somebody should look at: real or state only, and not accepted as they are. */
export const isNew = (row: ListedOverride): boolean => changesSomething(row) && row.acceptance !== "accepted";
