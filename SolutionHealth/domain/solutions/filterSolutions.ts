import type { Guid } from "../model/guid";
import type { SolutionGroup, SolutionRow } from "./arrangeSolutions";
import type { SolutionStanding, SolutionState } from "./solutionStanding";

/** What a person wants to see. Absent parts do not restrict. */
export interface SolutionFilter {
  /** Words that all must occur in name, unique name, version, publisher or id. */
  readonly search?: string;
  /** Ids of publishers; empty means any. */
  readonly publishers?: readonly Guid[];
  /** Empty means any. */
  readonly states?: readonly SolutionState[];
  /** Only solutions that have patches, with those patches; false: only solutions without. */
  readonly hasPatches?: boolean;
  readonly showUnmanaged?: boolean;
  /** Also the platform's own containers and other rows that are not visible outside of it. */
  readonly showInvisible?: boolean;
}

/** One line of the filtered list. */
export interface ShownRow extends SolutionRow {
  /** Does not match, and stands there only so that the rows under it have their base above them. */
  readonly context: boolean;
}

export interface ShownGroup {
  readonly base: ShownRow;
  readonly below: readonly ShownRow[];
}

/** "Showing X of Y", and why the others are not shown. Each row counts once. */
export interface SolutionCounts {
  readonly total: number;
  /** Rows that match; rows shown for context are not among them. */
  readonly shown: number;
  /** Invisible rows that are hidden, managed or not. */
  readonly hiddenInvisible: number;
  /** Visible, unmanaged rows that are hidden. */
  readonly hiddenUnmanaged: number;
  /** Rows that search and filters leave out. */
  readonly filteredOut: number;
}

export interface FilteredSolutions {
  readonly groups: readonly ShownGroup[];
  readonly counts: SolutionCounts;
}

type Fate = keyof Omit<SolutionCounts, "total">;

/** The rows that match, with their bases, in the order given. */
export function filterSolutions(groups: readonly SolutionGroup[], filter: SolutionFilter): FilteredSolutions {
  const counts = { total: 0, shown: 0, hiddenInvisible: 0, hiddenUnmanaged: 0, filteredOut: 0 };
  const fateOf = createJudge(filter);
  const isShown = (row: SolutionRow, group: SolutionGroup): boolean => {
    const fate = fateOf(row, group);
    counts.total += 1;
    counts[fate] += 1;
    return fate === "shown";
  };
  const shownGroups = groups.flatMap((group): ShownGroup[] => {
    const baseMatches = isShown(group.base, group);
    const below = group.below.filter((row) => isShown(row, group)).map((row) => ({ ...row, context: false }));
    return baseMatches || below.length > 0 ? [{ base: { ...group.base, context: !baseMatches }, below }] : [];
  });
  return { groups: shownGroups, counts };
}

/** The groups as lines, each base with its rows right under it. */
export const toRows = (groups: readonly ShownGroup[]): ShownRow[] =>
  groups.flatMap(({ base, below }) => [base, ...below]);

function createJudge(filter: SolutionFilter): (row: SolutionRow, group: SolutionGroup) => Fate {
  const words = plain(filter.search ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const publishers = new Set(filter.publishers);
  const states = new Set(filter.states);

  const matches = (row: SolutionRow, group: SolutionGroup): boolean =>
    (filter.hasPatches === undefined || filter.hasPatches === group.base.patchCount > 0) &&
    (publishers.size === 0 || publishers.has(row.solution.publisher.id)) &&
    isIn(states, row.standing) &&
    containsAll(row, words);

  return (row, group) => {
    const { visible, managed } = row.solution;
    if (!visible && !filter.showInvisible) return "hiddenInvisible";
    if (visible && !managed && !filter.showUnmanaged) return "hiddenUnmanaged";
    return matches(row, group) ? "shown" : "filteredOut";
  };
}

/** What runs is found as running, whatever else there is about it. */
const isIn = (states: ReadonlySet<SolutionState>, { state, running }: SolutionStanding): boolean =>
  states.size === 0 || states.has(state) || (running && states.has("running"));

function containsAll({ solution }: SolutionRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { displayName, uniqueName, version, publisher, id } = solution;
  const text = plain([displayName, uniqueName, version, publisher.displayName, publisher.uniqueName, id].join("\n"));
  return words.every((word) => text.includes(word));
}

/** Lower case without accents: who searches for "resume" finds "Résumé". */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
