import type { AffectedComponent, NotKnown } from "./affectedComponent";

/** How many rows or values; never more than what was counted. */
export type DataCount =
  /** Counted now. */
  | { readonly status: "exact"; readonly count: number }
  /** The server stops counting at 5,000 (fact sheet §16). */
  | { readonly status: "atLeast"; readonly count: number }
  /** From the server's snapshot, up to 24 hours old (§16). */
  | { readonly status: "snapshot"; readonly count: number }
  | { readonly status: "unknown"; readonly why: NotKnown };

export interface DataItem {
  /** A table that goes with its rows, or a column of a table that stays, with its values. */
  readonly component: AffectedComponent;
  readonly kind: "rows" | "values";
  readonly count: DataCount;
}

export interface DataAtRisk {
  readonly items: readonly DataItem[];
  /** False while counting, after Cancel, or where more were to be counted than the limit allows. */
  readonly complete: boolean;
  /** Tables and columns that would have to be counted in all. */
  readonly total: number;
}
