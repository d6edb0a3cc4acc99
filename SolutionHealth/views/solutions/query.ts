import type { Guid } from "../../domain/model/guid";
import type { SolutionState } from "../../domain/solutions/solutionStanding";
import type { SolutionFilter } from "../../domain/solutions/filterSolutions";
import type { SolutionSort, SortColumn } from "../../domain/solutions/sortSolutions";

/** What the person has asked the list for, as the fields on the page hold it. */
export interface SolutionQuery {
  readonly search: string;
  /** Empty: any. */
  readonly publisher: Guid;
  readonly state: SolutionState | "all";
  readonly patches: "all" | "with" | "without";
  readonly showUnmanaged: boolean;
  readonly showInvisible: boolean;
  readonly sort: SolutionSort;
}

export const FIRST_QUERY: SolutionQuery = {
  search: "",
  publisher: "",
  state: "all",
  patches: "all",
  showUnmanaged: false,
  showInvisible: false,
  sort: { column: "name", descending: false },
};

/** The same question in the words of the domain. */
export function toFilter({ search, publisher, state, patches, ...rest }: SolutionQuery): SolutionFilter {
  return {
    search,
    publishers: publisher === "" ? [] : [publisher],
    states: state === "all" ? [] : [state],
    ...(patches === "all" ? {} : { hasPatches: patches === "with" }),
    showUnmanaged: rest.showUnmanaged,
    showInvisible: rest.showInvisible,
  };
}

/** Whether the person has narrowed the list, apart from what is hidden by itself. */
export const isNarrowed = ({ search, publisher, state, patches }: SolutionQuery): boolean =>
  search.trim() !== "" || publisher !== "" || state !== "all" || patches !== "all";

/** The same list without what narrows it. */
export const withoutFilters = (query: SolutionQuery): SolutionQuery => ({
  ...query,
  search: "",
  publisher: "",
  state: "all",
  patches: "all",
});

/** The same column again turns the order round. */
export const sortedBy = (query: SolutionQuery, column: SortColumn): SolutionQuery => ({
  ...query,
  sort: { column, descending: query.sort.column === column && !query.sort.descending },
});
