import * as React from "react";
import {
  filterOverrides,
  groupOverrides,
  type OverrideGroup,
  sortOverrides,
} from "../../domain/overrides/listOverrides";
import type { OverrideRow } from "../../state/overrides/model";
import type { ChoiceOption } from "../../ui/Choice";
import type { GridLine } from "../../ui/GroupedGrid";
import { useProduct } from "../product";
import { useNames } from "./names";
import { useOverrides } from "./overrides";
import type { OverrideQuery } from "./query";
import { isCounted, toFilter } from "./query";

/** The list as it stands on the page. */
export interface OverrideList {
  /** Rows that the filters leave, sorted. */
  readonly rows: readonly OverrideRow[];
  readonly lines: readonly GridLine<OverrideRow>[];
  /** What the filters offer, by name. */
  readonly types: readonly ChoiceOption<string>[];
  readonly owners: readonly ChoiceOption<string>[];
}

/** Ties the rows to the domain's rules; sorts and filters only when the question or the rows change. */
export function useOverrideList(query: OverrideQuery, search: string, closed: ReadonlySet<string>): OverrideList {
  const { rows } = useOverrides().state;
  const { sort, grouped } = query;
  const found = React.useMemo(
    () => filterOverrides(rows, toFilter(query, search)).filter((row) => isCounted(query, row)),
    [rows, query, search],
  );
  const sorted = React.useMemo(() => sortOverrides(found, sort.column, sort.descending), [found, sort]);
  const lines = useLines(sorted, grouped, closed);
  const choices = useChoices(rows);
  return React.useMemo(() => ({ rows: sorted, lines, ...choices }), [sorted, lines, choices]);
}

function useLines(
  rows: readonly OverrideRow[],
  grouped: boolean,
  closed: ReadonlySet<string>,
): readonly GridLine<OverrideRow>[] {
  const names = useNames();
  const { host } = useProduct();
  return React.useMemo(() => {
    if (!grouped) return rows.map(toLine);
    const titled = groupOverrides(rows).map((group) => ({ group, title: names.solution(group.owner) }));
    return titled.flatMap(({ group, title }) =>
      linesOf(group, title, closed, (component) => names.type(component), host.formatNumber),
    );
  }, [rows, grouped, closed, names, host.formatNumber]);
}

const toLine = (row: OverrideRow): GridLine<OverrideRow> => ({ kind: "row", key: row.component.key, item: row });

function linesOf(
  { owner, types, count }: OverrideGroup<OverrideRow>,
  title: string,
  closed: ReadonlySet<string>,
  typeOf: (component: OverrideRow["component"]) => string,
  formatNumber: (value: number) => string,
): GridLine<OverrideRow>[] {
  const key = `owner ${owner}`;
  const open = !closed.has(key);
  const head = { kind: "group", key, title, note: formatNumber(count), level: 1, open } as const;
  if (!open) return [head];
  return [
    head,
    ...types.flatMap(({ typeName, rows }): GridLine<OverrideRow>[] => {
      const typeKey = `${key} type ${typeName}`;
      const typeOpen = !closed.has(typeKey);
      const [first] = rows;
      const name = first ? typeOf(first.component) : typeName;
      const note = formatNumber(rows.length);
      return [
        { kind: "group", key: typeKey, title: name, note, level: 2, open: typeOpen },
        ...(typeOpen ? rows.map(toLine) : []),
      ];
    }),
  ];
}

function useChoices(rows: readonly OverrideRow[]): Pick<OverrideList, "types" | "owners"> {
  const names = useNames();
  const { collator } = useProduct();
  return React.useMemo(() => {
    const types = new Map<string, string>();
    const owners = new Map<string, string>();
    for (const { component, facts } of rows) {
      if (!types.has(component.typeName)) types.set(component.typeName, names.type(component));
      if (facts.owner !== undefined && !owners.has(facts.owner)) owners.set(facts.owner, names.solution(facts.owner));
    }
    const options = (texts: ReadonlyMap<string, string>): ChoiceOption<string>[] =>
      [...texts].map(([key, text]) => ({ key, text })).sort((a, b) => collator.compare(a.text, b.text));
    return { types: options(types), owners: options(owners) };
  }, [rows, names, collator]);
}
