import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { guidFor } from "../store/guidFor";
import type { EnvironmentStore } from "../store/environmentStore";
import type { Row, StoredComponent } from "../store/model";
import { effectiveProperties } from "./effective";
import { utcText } from "./clock";
import type { Work } from "./work";

/** `behavior` of a date without time. */
const DATE_ONLY = "2";

/** Every third row has no value in a column, so that "filled values" and "rows" are different numbers. */
const EMPTY_EVERY = 3;

/** A new table gets its rows. */
export function tableArrived(work: Work, table: StoredComponent): void {
  if (work.store.state.rows[table.key]) return;
  replaceRows(work.store, table.key, makeRows(work.store, table.key, 0, rowsFor(work, table.key)));
}

function rowsFor(work: Work, table: string): number {
  const { rowsPerTable } = work.options;
  return typeof rowsPerTable === "number" ? rowsPerTable : rowsPerTable(table);
}

/** Rows that somebody wrote have an author, and stay as they were written. */
function isMadeUp(row: Row): boolean {
  return typeof row._createdby_value !== "string";
}

/** A new column of a table with made-up rows gets values in most of them. */
export function columnArrived(store: EnvironmentStore, column: StoredComponent): void {
  const rows = column.table === undefined ? undefined : store.state.rows[column.table];
  if (!rows || column.table === undefined) return;
  const name = columnName(column);
  if (rows.every((row) => name in row)) return;
  const value = valueMaker(column);
  replaceRows(
    store,
    column.table,
    rows.map((row, index) => (name in row ? row : { ...row, [name]: isMadeUp(row) ? value(index) : null })),
  );
}

/** Drops a table's rows, or a column's values (§8.3: "deleting a table drops all rows"). */
export function dataLeft(store: EnvironmentStore, component: StoredComponent): void {
  if (component.type === ComponentType.Entity) {
    store.state.rows = Object.fromEntries(Object.entries(store.state.rows).filter(([name]) => name !== component.key));
  }
  const rows = component.table === undefined ? undefined : store.state.rows[component.table];
  if (component.type !== ComponentType.Attribute || !rows || component.table === undefined) return;
  const name = columnName(component);
  replaceRows(
    store,
    component.table,
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name))),
  );
}

/** Gives the table exactly this many rows: surplus ones go, new ones have values in the table's columns. */
export function setRowCount(store: EnvironmentStore, table: string, count: number): void {
  const rows = store.state.rows[table] ?? [];
  const more = makeRows(store, table, rows.length, count);
  const columns = store.componentsOfTable(table).filter((component) => component.type === ComponentType.Attribute);
  const makers = columns.map((column) => ({ name: columnName(column), value: valueMaker(column) }));
  for (const [offset, row] of more.entries()) {
    for (const { name, value } of makers) {
      if (!(name in row)) row[name] = value(rows.length + offset);
    }
  }
  replaceRows(store, table, [...rows.slice(0, count), ...more]);
}

function makeRows(store: EnvironmentStore, table: string, from: number, to: number): Row[] {
  const { id, createdOn } = store.state.organization;
  const start = Date.parse(createdOn);
  return Array.from({ length: Math.max(0, to - from) }, (_unused, offset) => {
    const index = from + offset;
    const at = utcText(new Date(start + index * 3_600_000));
    return {
      [`${table}id`]: guidFor(id, "row", table, index),
      [primaryName(table)]: `${table} ${String(index + 1)}`,
      statecode: 0,
      statuscode: 1,
      createdon: at,
      modifiedon: at,
    };
  });
}

/** `cr1_name` of `cr1_booking`; `name` of a table without a prefix. */
function primaryName(table: string): string {
  const underscore = table.indexOf("_");
  return underscore < 0 ? "name" : `${table.slice(0, underscore)}_name`;
}

/** The column's name in rows: a lookup is kept as the Web API writes it. */
function columnName(column: StoredComponent): string {
  const name = column.key.slice(column.key.indexOf(".") + 1);
  return LOOKUPS.has(kindOf(column)) ? `_${name}_value` : name;
}

const LOOKUPS: ReadonlySet<string> = new Set(["lookup", "owner", "customer", "partylist"]);

/**
 * A value by the column's kind and the row's number, the same on every machine. Lookups stay empty: there is no row of
 * which it could be said that this one belongs to it.
 */
function valueMaker(column: StoredComponent): (index: number) => PropertyValue {
  if (LOOKUPS.has(kindOf(column))) return () => null;
  const time = effectiveProperties(column).behavior === DATE_ONLY ? "" : "T08:00:00Z";
  const filled = filledMaker(columnName(column), kindOf(column), time);
  return (index) => (index % EMPTY_EVERY === EMPTY_EVERY - 1 ? null : filled(index));
}

/** @param time what follows the day of a date */
function filledMaker(name: string, kind: string, time: string): (index: number) => PropertyValue {
  if (/bool|bit/.test(kind)) return (index) => index % 2 === 0;
  if (/int|decimal|float|double|money|picklist|state|status/.test(kind)) return (index) => index + 1;
  if (kind.includes("date")) return (index) => `2025-01-${String((index % 28) + 1).padStart(2, "0")}${time}`;
  return (index) => `${name} ${String(index + 1)}`;
}

function kindOf(column: StoredComponent): string {
  const properties = effectiveProperties(column);
  const kind = properties.attributetypeid ?? properties.attributetype ?? properties.type ?? "";
  return typeof kind === "string" ? kind.toLowerCase() : "";
}

function replaceRows(store: EnvironmentStore, table: string, rows: Row[]): void {
  store.state.rows = { ...store.state.rows, [table]: rows };
}
