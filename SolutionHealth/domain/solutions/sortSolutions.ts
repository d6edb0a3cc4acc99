import { compareVersions } from "../version";
import type { SolutionGroup, SolutionRow } from "./arrangeSolutions";
import { SOLUTION_STATES } from "./solutionStanding";

export type SortColumn = "state" | "name" | "version" | "publisher" | "kind" | "installedOn" | "updatedOn";

export interface SolutionSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

type Order = (a: SolutionRow, b: SolutionRow) => number;
type GroupOrder = (a: SolutionGroup, b: SolutionGroup) => number;

const KINDS: readonly SolutionRow["kind"][] = ["managed", "unmanaged", "patch", "holding"];

/**
 * Groups in the order of their bases. What stands under a base stays there, in its own order: the newest patch on
 * top says which layer wins. By state, a group goes by the gravest of its rows: a base is not well whose patch is at risk.
 * Bases without a value come last in both directions.
 * @param collator order of texts in the user's language
 */
export function sortSolutions<G extends SolutionGroup>(
  groups: readonly G[],
  { column, descending }: SolutionSort,
  collator: Intl.Collator = DEFAULT_COLLATOR,
): G[] {
  const sign = descending ? -1 : 1;
  const byColumn: GroupOrder =
    column === "state"
      ? (a, b) => sign * (gravestIn(a) - gravestIn(b)) || sign * (rankOfState(a.base) - rankOfState(b.base))
      : ofBases(orderOf(column, sign, collator));
  const byName: Order = (a, b) =>
    collator.compare(a.solution.displayName, b.solution.displayName) ||
    collator.compare(a.solution.uniqueName, b.solution.uniqueName);
  return [...groups].sort((a, b) => byColumn(a, b) || byName(a.base, b.base));
}

const ofBases =
  (order: Order): GroupOrder =>
  (a, b) =>
    order(a.base, b.base);

const DEFAULT_COLLATOR = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

function orderOf(column: Exclude<SortColumn, "state">, sign: 1 | -1, collator: Intl.Collator): Order {
  switch (column) {
    case "name":
      return (a, b) => sign * collator.compare(a.solution.displayName, b.solution.displayName);
    case "version":
      return (a, b) => sign * compareVersions(a.solution.version, b.solution.version);
    case "publisher":
      return (a, b) => sign * collator.compare(a.solution.publisher.displayName, b.solution.publisher.displayName);
    case "kind":
      return (a, b) => sign * (KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    case "installedOn":
    case "updatedOn":
      return (a, b) => compareDates(a.solution[column], b.solution[column], sign);
  }
}

const rankOfState = ({ standing }: SolutionRow): number => SOLUTION_STATES.indexOf(standing.state);

const gravestIn = ({ base, below }: SolutionGroup): number => Math.min(...[base, ...below].map(rankOfState));

function compareDates(a: Date | undefined, b: Date | undefined, sign: 1 | -1): number {
  if (a && b) return sign * (a.getTime() - b.getTime());
  if (a) return -1;
  return b ? 1 : 0;
}
