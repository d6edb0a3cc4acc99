import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution, Publisher } from "../../domain/model/solution";
import { arrangeSolutions } from "../../domain/solutions/arrangeSolutions";
import type { SolutionGroup, SolutionRow } from "../../domain/solutions/arrangeSolutions";
import { filterSolutions, toRows } from "../../domain/solutions/filterSolutions";
import type { ShownRow, SolutionCounts } from "../../domain/solutions/filterSolutions";
import { sortSolutions } from "../../domain/solutions/sortSolutions";
import { useHealth } from "../health/health";
import { useProduct } from "../product";
import { shown } from "../resource";
import { toFilter } from "./query";
import type { SolutionQuery } from "./query";

/** The list as it stands on the page, and what can be looked up beside it. */
export interface SolutionList {
  readonly rows: readonly ShownRow[];
  readonly counts: SolutionCounts;
  /** Publishers of any row, by name. */
  readonly publishers: readonly Publisher[];
  /** Every row, also those not shown now, with the group it stands in. */
  readonly places: ReadonlyMap<Guid, RowPlace>;
}

export interface RowPlace {
  readonly row: SolutionRow;
  readonly group: SolutionGroup;
}

const NONE: readonly InstalledSolution[] = [];

/** Ties the state to the domain's rules; sorts and filters only when the question or the facts change. */
export function useSolutionList(query: SolutionQuery, search: string): SolutionList {
  const { state, collator } = useProduct();
  const solutions = shown(state.solutions) ?? NONE;
  const { standingOf } = useHealth().state;
  const { sort } = query;
  const groups = React.useMemo(() => arrangeSolutions(solutions, standingOf), [solutions, standingOf]);
  const sorted = React.useMemo(() => sortSolutions(groups, sort, collator), [groups, sort, collator]);
  const filtered = React.useMemo(
    () => filterSolutions(sorted, toFilter({ ...query, search })),
    [sorted, query, search],
  );
  const lookUp = React.useMemo(
    () => ({ places: placesOf(groups), publishers: publishersOf(solutions, collator) }),
    [groups, solutions, collator],
  );
  return React.useMemo(
    () => ({ rows: toRows(filtered.groups), counts: filtered.counts, ...lookUp }),
    [filtered, lookUp],
  );
}

function placesOf(groups: readonly SolutionGroup[]): Map<Guid, RowPlace> {
  const places = new Map<Guid, RowPlace>();
  for (const group of groups) {
    for (const row of [group.base, ...group.below]) places.set(row.solution.id, { row, group });
  }
  return places;
}

function publishersOf(solutions: readonly InstalledSolution[], collator: Intl.Collator): Publisher[] {
  const byId = new Map(solutions.map(({ publisher }) => [publisher.id, publisher]));
  return [...byId.values()].sort((a, b) => collator.compare(a.displayName, b.displayName));
}
