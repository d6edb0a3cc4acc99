import type { AcceptanceState, OverrideState } from "../../domain/overrides/override";
import type { OverrideFilter, OverrideSortKey } from "../../domain/overrides/listOverrides";

/** What the counts above the list stand for, and filter by. */
export type CountKey = "new" | "real" | "stateOnly" | "phantom" | "unknown" | "accepted";

/** What the person has asked the list for, as the fields on the page hold it. */
export interface OverrideQuery {
  readonly search: string;
  /** Pressed counts; none: everything but the phantoms. */
  readonly counts: ReadonlySet<CountKey>;
  /** Platform name of a type; empty: any. */
  readonly type: string;
  /** Unique name of an owning solution; empty: any. */
  readonly owner: string;
  readonly grouped: boolean;
  readonly sort: { readonly column: OverrideSortKey; readonly descending: boolean };
}

export const FIRST_QUERY: OverrideQuery = {
  search: "",
  counts: new Set(),
  type: "",
  owner: "",
  grouped: true,
  sort: { column: "owner", descending: false },
};

const WITHOUT_PHANTOMS: ReadonlySet<OverrideState> = new Set(["real", "stateOnly", "unknown"]);

/** The part of the question that the domain's filter knows. */
export function toFilter({ counts, type, owner }: OverrideQuery, search: string): OverrideFilter {
  return {
    search,
    ...(counts.size === 0 ? { states: WITHOUT_PHANTOMS } : {}),
    ...(type === "" ? {} : { types: new Set([type]) }),
    ...(owner === "" ? {} : { owners: new Set([owner]) }),
  };
}

/** Whether a row belongs to one of the pressed counts; all do while none is pressed. */
export function isCounted(
  { counts }: OverrideQuery,
  { facts, acceptance }: { readonly facts: { readonly state: OverrideState }; readonly acceptance: AcceptanceState },
): boolean {
  if (counts.size === 0) return true;
  if (counts.has(facts.state)) return true;
  if (facts.state !== "real" && facts.state !== "stateOnly") return false;
  return counts.has(acceptance === "accepted" ? "accepted" : "new");
}

/** Whether the person has narrowed the list, apart from what is hidden by itself. */
export const isNarrowed = ({ search, counts, type, owner }: OverrideQuery): boolean =>
  search.trim() !== "" || counts.size > 0 || type !== "" || owner !== "";

/** The same list without what narrows it. */
export const withoutFilters = (query: OverrideQuery): OverrideQuery => ({
  ...query,
  search: "",
  counts: FIRST_QUERY.counts,
  type: "",
  owner: "",
});

export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** The same column again turns the order round. */
export const sortedBy = (query: OverrideQuery, column: OverrideSortKey): OverrideQuery => ({
  ...query,
  sort: { column, descending: query.sort.column === column && !query.sort.descending },
});
