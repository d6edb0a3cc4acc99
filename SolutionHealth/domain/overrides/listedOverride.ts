import type { AcceptedOverride } from "./acceptedOverride";
import type { AcceptanceState, OverriddenComponent, OverrideFacts, OverrideState } from "./override";

/** Who changed a component last, and where it is held. */
export interface OverrideOrigin {
  /** Name of the user; absent where the type has no such column or the environment does not say. */
  readonly modifiedBy?: string;
  readonly modifiedOn?: Date;
  /** Display names of visible unmanaged solutions that hold it; undefined where that could not be read. */
  readonly unmanagedSolutions?: readonly string[];
}

/** An override as lists and exports have it. */
export interface ListedOverride {
  readonly component: OverriddenComponent;
  readonly facts: OverrideFacts;
  readonly acceptance: AcceptanceState;
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

export function countOverrides(rows: readonly ListedOverride[]): OverrideCounts {
  const ofState = (state: OverrideState): number => rows.filter(({ facts }) => facts.state === state).length;
  const real = ofState("real");
  const stateOnly = ofState("stateOnly");
  const accepted = rows.filter((row) => changesSomething(row) && row.acceptance === "accepted").length;
  return {
    real,
    stateOnly,
    phantom: ofState("phantom"),
    unknown: ofState("unknown"),
    accepted,
    new: real + stateOnly - accepted,
  };
}

export const changesSomething = ({ facts }: ListedOverride): boolean =>
  facts.state === "real" || facts.state === "stateOnly";

/** Overrides that somebody should look at: real or state only, and not accepted as they are. */
export const isNew = (row: ListedOverride): boolean => changesSomething(row) && row.acceptance !== "accepted";
