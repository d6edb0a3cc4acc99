import type { PlanRow, PlanStanding } from "./planList";

export interface PlanFilter {
  readonly search: string;
  /** Empty = all. */
  readonly standings: readonly PlanStanding[];
}

export const PLAN_SORTS = ["name", "responsible", "way", "version", "lastReview", "nextReview", "standing"] as const;
export type PlanSort = (typeof PLAN_SORTS)[number];

/** Rows that the filter leaves. The search looks through names, who is responsible, owner and notes. */
export function filterPlans(rows: readonly PlanRow[], { search, standings }: PlanFilter): PlanRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ solution, displayName, plan, standing }) => {
    if (standings.length > 0 && !standings.includes(standing)) return false;
    const text = [solution, displayName, plan?.responsible, plan?.owner?.name, plan?.notes].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What stands in the column, for those that are put into words. */
export type PlanWords = (row: PlanRow) => { readonly way: string; readonly standing: string };

const TEXTS: Readonly<Record<PlanSort, (row: PlanRow, wordOf: PlanWords) => string | undefined>> = {
  name: ({ displayName }) => displayName,
  responsible: ({ plan }) => plan?.responsible ?? plan?.owner?.name,
  way: (row, wordOf) => wordOf(row).way,
  version: ({ plan }) => plan?.expectedVersion,
  lastReview: ({ plan }) => plan?.lastReview,
  nextReview: ({ plan }) => plan?.nextReview,
  standing: (row, wordOf) => wordOf(row).standing,
};

/** @returns a new list; what has nothing in the column comes last, whichever way it is sorted */
export function sortPlans(
  rows: readonly PlanRow[],
  sort: { readonly column: string; readonly descending: boolean },
  collator: Intl.Collator,
  wordOf: PlanWords,
): PlanRow[] {
  const textOf = TEXTS[PLAN_SORTS.find((column) => column === sort.column) ?? "name"];
  const compare = (a: PlanRow, b: PlanRow): number => {
    const [left, right] = [textOf(a, wordOf) ?? "", textOf(b, wordOf) ?? ""];
    if (left === "" || right === "") return Number(left === "") - Number(right === "");
    return sort.descending ? collator.compare(right, left) : collator.compare(left, right);
  };
  return [...rows].sort((a, b) => compare(a, b) || collator.compare(a.displayName, b.displayName));
}
