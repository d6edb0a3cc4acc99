import type { Row } from "../store/model";

/**
 * What a column holds. `dateonly` is `2026-01-31`, without time or zone; `lookup` is written `_name_value`; `picklist` is a number with labels; `json` is a complex value
 * of the metadata tables (labels, managed properties) that can be selected but not filtered.
 */
export type ColumnType =
  "guid" | "string" | "boolean" | "integer" | "decimal" | "date" | "dateonly" | "picklist" | "lookup" | "json";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Picklist labels by number, or of a boolean by `0` and `1`. */
  readonly labels?: Readonly<Record<number, string>>;
  /** Logical name of the table a lookup points to. */
  readonly target?: string;
  /** Text column whose filters also take an unquoted guid (`msdyn_solutionid`, fact sheet §3.2). */
  readonly takesGuid?: boolean;
  /** Can be filtered and selected, but is left out unless selected (`upgradeinfo`, file contents). */
  readonly hidden?: boolean;
  /**
   * Belongs to a derived type: the base type, which queries name, does not know it. So it cannot be selected or filtered, but
   * comes where nothing is selected, in rows that have it.
   */
  readonly derived?: boolean;
}

/** A way from a row to others: `single` by a lookup, `collection` by the other table's column. */
export interface Navigation {
  readonly name: string;
  readonly kind: "single" | "collection";
  /** Entity set of the other table. */
  readonly target: string;
  /** Column of this row that is compared … */
  readonly from: string;
  /** … with this column of the other table. */
  readonly to: string;
}

/** What the OData layer must know of a table. */
export interface TableShape {
  readonly entitySet: string;
  readonly logicalName: string;
  readonly primaryKey: string;
  /** Column shown for a row in formatted lookups. */
  readonly primaryName?: string;
  readonly columns: readonly Column[];
  readonly navigations: readonly Navigation[];
}

/** `publisherid` is taken for `_publisherid_value` in `$select` and `$filter`, as the platform does. */
export function findColumn(table: TableShape, name: string): Column | undefined {
  return (
    table.columns.find((column) => column.name === name && !column.derived) ??
    table.columns.find((column) => column.type === "lookup" && column.name === `_${name}_value`)
  );
}

/** Names as columns of one type, for short table files. */
export function columns(type: ColumnType, ...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, type }));
}

/** A lookup column `_name_value`. */
export function lookup(name: string, target: string): Column {
  return { name: `_${name}_value`, type: "lookup", target };
}

/** A single-valued navigation along the lookup `_name_value`. */
export function toOne(name: string, target: string, to: string): Navigation {
  return { name, kind: "single", target, from: `_${name}_value`, to };
}

/** A collection-valued navigation. */
export function toMany(name: string, target: string, from: string, to: string): Navigation {
  return { name, kind: "collection", target, from, to };
}

/** Gives the related rows of a navigation; supplied by the server, which knows all tables. */
export type RelatedRows = (navigation: Navigation, row: Row) => readonly Row[];
