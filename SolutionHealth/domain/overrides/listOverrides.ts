import type { AcceptanceState, OverrideState } from "./override";
import type { ListedOverride } from "./listedOverride";

export interface OverrideFilter {
  /** Words that must all occur in names, table, changed properties, owner or author. */
  readonly search: string;
  /** States to show; undefined for all. */
  readonly states?: ReadonlySet<OverrideState>;
  readonly acceptance?: ReadonlySet<AcceptanceState>;
  /** Platform names of types. */
  readonly types?: ReadonlySet<string>;
  /** Unique names of owning solutions. */
  readonly owners?: ReadonlySet<string>;
}

export type OverrideSortKey = "owner" | "type" | "name" | "state" | "modifiedOn" | "modifiedBy";

export function filterOverrides<T extends ListedOverride>(rows: readonly T[], filter: OverrideFilter): T[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const passes = <V>(wanted: ReadonlySet<V> | undefined, value: V): boolean =>
    wanted === undefined || wanted.has(value);
  return rows.filter(
    (row) =>
      passes(filter.states, row.facts.state) &&
      passes(filter.acceptance, row.acceptance) &&
      passes(filter.types, row.component.typeName) &&
      passes(filter.owners, row.facts.owner ?? "") &&
      words.every((word) => searchText(row).includes(word)),
  );
}

/** Rows that lack the value come last either way. Equal ones stay by owner, type and name. */
export function sortOverrides<T extends ListedOverride>(
  rows: readonly T[],
  by: OverrideSortKey,
  descending = false,
): T[] {
  const compare = comparers[by];
  return [...rows].sort((a, b) => {
    const order = compare(a, b, descending ? -1 : 1);
    return order || comparers.owner(a, b, 1) || comparers.type(a, b, 1) || comparers.name(a, b, 1) || byKey(a, b);
  });
}

/** Overrides of one solution, by type. */
export interface OverrideGroup<T extends ListedOverride> {
  /** Unique name of the owning solution; empty where the layers are unknown. */
  readonly owner: string;
  readonly types: readonly { readonly typeName: string; readonly rows: readonly T[] }[];
  readonly count: number;
}

/** Groups in the order in which they first occur in the rows. */
export function groupOverrides<T extends ListedOverride>(rows: readonly T[]): OverrideGroup<T>[] {
  return [...groupBy(rows, ({ facts }) => facts.owner ?? "")].map(([owner, owned]) => ({
    owner,
    types: [...groupBy(owned, ({ component }) => component.typeName)].map(([typeName, some]) => ({
      typeName,
      rows: some,
    })),
    count: owned.length,
  }));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

type Compare = (a: ListedOverride, b: ListedOverride, direction: 1 | -1) => number;

const STATE_ORDER: Readonly<Record<OverrideState, number>> = { real: 0, stateOnly: 1, unknown: 2, phantom: 3 };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

const comparers: Readonly<Record<OverrideSortKey, Compare>> = {
  owner: byText(({ facts }) => facts.owner),
  type: byText(({ component }) => component.typeName),
  name: byText(({ component }) => component.displayName),
  state: (a, b, direction) => direction * (STATE_ORDER[a.facts.state] - STATE_ORDER[b.facts.state]),
  modifiedOn: (a, b, direction) =>
    byPresence(a.origin?.modifiedOn, b.origin?.modifiedOn, direction, (x, y) => x.getTime() - y.getTime()),
  modifiedBy: byText(({ origin }) => origin?.modifiedBy),
};

function byText(textOf: (row: ListedOverride) => string | undefined): Compare {
  return (a, b, direction) => byPresence(textOf(a), textOf(b), direction, (x, y) => collator.compare(x, y));
}

function byPresence<V>(a: V | undefined, b: V | undefined, direction: 1 | -1, compare: (a: V, b: V) => number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return direction * compare(a, b);
}

const byKey = (a: ListedOverride, b: ListedOverride): number => (a.component.key < b.component.key ? -1 : 1);

function searchText({ component, facts, origin }: ListedOverride): string {
  const parts = [
    component.displayName,
    component.name,
    component.typeName,
    component.table,
    facts.owner,
    origin?.modifiedBy,
    ...facts.changed,
    ...facts.changedState,
    ...(origin?.unmanagedSolutions ?? []),
  ];
  return parts.join(" ").toLowerCase();
}
