import { csvText } from "../csv";
import { markdownTable } from "../markdownText";
import { countOverrides, type ListedOverride } from "./listedOverride";
import type { AcceptanceState, OverriddenComponent, OverrideReason, OverrideState } from "./override";

/** Columns of the exported list, in their order. */
export const LIST_COLUMNS = [
  "owner",
  "type",
  "name",
  "logicalName",
  "table",
  "id",
  "state",
  "reason",
  "acceptance",
  "changed",
  "below",
  "modifiedBy",
  "modifiedOn",
  "unmanagedSolutions",
  "acceptedBecause",
  "expiresOn",
  "failure",
] as const;

export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What people read, in the language of whoever exports. */
export interface ListWords {
  readonly header: (column: ListColumn) => string;
  readonly state: (state: OverrideState) => string;
  readonly reason: (reason: OverrideReason) => string;
  readonly acceptance: (acceptance: AcceptanceState) => string;
  readonly type: (component: OverriddenComponent) => string;
  /** @param uniqueName of the solution that owns the component, or of the layer below; undefined where it is not known */
  readonly solution: (uniqueName: string | undefined) => string;
}

/** The list as a CSV file. */
export const overridesCsv = (rows: readonly ListedOverride[], words: ListWords): string =>
  csvText([LIST_COLUMNS.map(words.header), ...rows.map((row) => cellsOf(row, LIST_COLUMNS, words))]);

const MARKDOWN_COLUMNS: readonly ListColumn[] = [
  "owner",
  "type",
  "name",
  "state",
  "acceptance",
  "changed",
  "modifiedBy",
  "modifiedOn",
];

/** The list as a Markdown table: the columns that people compare. */
export function overridesMarkdown(rows: readonly ListedOverride[], words: ListWords): string {
  return markdownTable(
    MARKDOWN_COLUMNS.map(words.header),
    rows.map((row) => cellsOf(row, MARKDOWN_COLUMNS, words)),
  );
}

/** The list for programs: codes instead of words, in one order whatever order the rows come in. */
export function overridesJson(rows: readonly ListedOverride[], about: Readonly<Record<string, unknown>>): string {
  const overrides = [...rows]
    .sort((a, b) => (a.component.key < b.component.key ? -1 : 1))
    .map(({ component: { key: _key, ...component }, facts, acceptance, accepted, failure, origin }) => ({
      ...component,
      ...facts,
      acceptance,
      ...(accepted && { accepted: { reason: accepted.reason, expiresOn: accepted.expiresOn } }),
      ...(origin && { origin: { ...origin, modifiedOn: origin.modifiedOn?.toISOString() } }),
      ...(failure && { failure }),
    }));
  return `${JSON.stringify({ ...about, counts: countOverrides(rows), overrides }, undefined, 2)}\n`;
}

function cellsOf(row: ListedOverride, columns: readonly ListColumn[], words: ListWords): string[] {
  return columns.map((column) => CELLS[column](row, words) ?? "");
}

const CELLS: Readonly<Record<ListColumn, (row: ListedOverride, words: ListWords) => string | undefined>> = {
  owner: ({ facts }, { solution }) => solution(facts.owner),
  type: ({ component }, { type }) => type(component),
  name: ({ component }) => component.displayName,
  logicalName: ({ component }) => component.name,
  table: ({ component }) => component.table,
  id: ({ component }) => component.id,
  state: ({ facts }, { state }) => state(facts.state),
  reason: ({ facts }, { reason }) => reason(facts.reason),
  acceptance: ({ acceptance: given }, { acceptance }) => acceptance(given),
  changed: ({ facts }) => [...facts.changed, ...facts.changedState].join(", "),
  below: ({ facts }, { solution }) => (facts.below === undefined ? undefined : solution(facts.below)),
  modifiedBy: ({ origin }) => origin?.modifiedBy,
  modifiedOn: ({ origin }) => origin?.modifiedOn?.toISOString(),
  unmanagedSolutions: ({ origin }) => origin?.unmanagedSolutions?.join(", "),
  acceptedBecause: ({ accepted }) => accepted?.reason,
  expiresOn: ({ accepted }) => accepted?.expiresOn,
  failure: ({ failure }) => failure?.serverText ?? failure?.code ?? failure?.kind,
};
