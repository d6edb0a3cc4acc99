import type { ComponentRelease } from "../../domain/releases/releasePreview";
import type { GridLine } from "../../ui/GroupedGrid";
import type { GridSort } from "../../ui/gridColumns";
import type { Texts } from "../texts";
import { KIND_ORDER, matchesFilter, type ReleaseFilter } from "./releaseLooks";
import type { ReleaseNames } from "./releaseNames";

/** What the person has asked the list for. */
export interface ReleaseQuery {
  readonly search: string;
  /** Pressed filters; none: all. */
  readonly filters: ReadonlySet<ReleaseFilter>;
  readonly grouped: boolean;
  readonly sort: GridSort;
}

export const FIRST_QUERY: ReleaseQuery = {
  search: "",
  filters: new Set(),
  grouped: true,
  sort: { column: "fate", descending: false },
};

/** What search and filters leave, in the order asked for. */
export function queryFates(
  fates: readonly ComponentRelease[],
  { filters, sort }: ReleaseQuery,
  search: string,
  names: ReleaseNames,
  { collator }: Pick<Texts, "collator">,
): ComponentRelease[] {
  const wanted = search.trim().toLowerCase();
  const chosen = [...filters];
  const found = fates.filter(
    (fate) =>
      (chosen.length === 0 || chosen.some((filter) => matchesFilter(fate, filter))) &&
      (wanted === "" || textsOf(fate, names).some((text) => text.toLowerCase().includes(wanted))),
  );
  const order = comparing(sort.column, collator);
  // Each row is named once, not with each comparison.
  const named = found.map((fate) => ({ fate, title: names.title(fate.component), type: names.type(fate.component) }));
  named.sort((one, other) => (sort.descending ? -1 : 1) * order(one, other));
  return named.map(({ fate }) => fate);
}

function textsOf({ component, changes, heldBy }: ComponentRelease, names: ReleaseNames): string[] {
  const { name, displayName, key, table } = component;
  return [
    name,
    displayName,
    key,
    table ?? "",
    names.type(component),
    ...changes.flatMap(({ property, child }) => [property, child ?? ""]),
    ...heldBy.map(({ displayName: title }) => title),
  ];
}

interface NamedFate {
  readonly fate: ComponentRelease;
  readonly title: string;
  readonly type: string;
}
type Order = (one: NamedFate, other: NamedFate) => number;

function comparing(column: string, collator: Intl.Collator): Order {
  const byTitle: Order = (one, other) => collator.compare(one.title, other.title);
  const byType: Order = (one, other) => collator.compare(one.type, other.type);
  const byFate: Order = (one, other) => KIND_ORDER.indexOf(one.fate.kind) - KIND_ORDER.indexOf(other.fate.kind);
  const first = column === "type" ? byType : column === "fate" ? byFate : byTitle;
  return (one, other) => first(one, other) || byTitle(one, other);
}

/** Rows under heads of their type, in the order of the types' names; flat where that is asked for. */
export function linesOf(
  fates: readonly ComponentRelease[],
  { grouped }: Pick<ReleaseQuery, "grouped">,
  closed: ReadonlySet<string>,
  names: ReleaseNames,
  { collator, host }: Pick<Texts, "collator"> & { readonly host: { readonly formatNumber: (value: number) => string } },
): GridLine<ComponentRelease>[] {
  const toLine = (item: ComponentRelease): GridLine<ComponentRelease> => ({
    kind: "row",
    key: item.component.address,
    item,
  });
  if (!grouped) return fates.map(toLine);
  const groups = new Map<string, ComponentRelease[]>();
  for (const fate of fates) {
    const title = names.type(fate.component);
    const group = groups.get(title);
    if (group) group.push(fate);
    else groups.set(title, [fate]);
  }
  return [...groups]
    .sort(([one], [other]) => collator.compare(one, other))
    .flatMap(([title, some]): GridLine<ComponentRelease>[] => {
      const key = `type ${title}`;
      const open = !closed.has(key);
      const head = { kind: "group", key, title, note: host.formatNumber(some.length), level: 1, open } as const;
      return open ? [head, ...some.map(toLine)] : [head];
    });
}
