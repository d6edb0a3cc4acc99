import type { Guid } from "../../domain/model/guid";
import type { SolutionState } from "./rows";

export type SortColumn = "name" | "state" | "version" | "publisher" | "kind" | "installedOn" | "updatedOn";

/** What the person asked the list for. */
export interface SolutionQuery {
  readonly search: string;
  readonly publisher: Guid | "all";
  readonly state: SolutionState | "all";
  readonly patches: "all" | "with" | "without";
  /** Also unmanaged and invisible solutions. */
  readonly everything: boolean;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
}

export const FIRST_QUERY: SolutionQuery = {
  search: "",
  publisher: "all",
  state: "all",
  patches: "all",
  everything: false,
  sort: { column: "name", descending: false },
};

/** Whether the person has narrowed the list, apart from what is hidden by itself. */
export const isNarrowed = ({ search, publisher, state, patches }: SolutionQuery): boolean =>
  search.trim() !== "" || publisher !== "all" || state !== "all" || patches !== "all";

/** The same list without what narrows it. */
export const withoutFilters = (query: SolutionQuery): SolutionQuery => ({
  ...FIRST_QUERY,
  everything: query.everything,
  sort: query.sort,
});
