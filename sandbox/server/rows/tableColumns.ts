import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { isOrganizationOwned } from "../../engine/dataRows";
import type { ColumnType } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { DataColumn } from "./dataColumn";
import { standardColumns } from "./dataColumn";
import { definedColumn } from "./definedColumn";

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What the first value of a column looks like, where no definition says what it is. */
function typeOf(rows: readonly Row[], name: string): ColumnType {
  const value = rows.find((row) => row[name] !== null && row[name] !== undefined)?.[name];
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "decimal";
  if (typeof value !== "string") return value === undefined ? "string" : "json";
  if (GUID.test(value)) return name.endsWith("_value") ? "lookup" : "guid";
  return DATE.test(value) ? "date" : "string";
}

/** Columns of a table: the platform's, over them those that packages define, then what only the rows show. */
function columnsOf(context: ServerContext, table: StoredComponent, rows: readonly Row[]): DataColumn[] {
  const columns = new Map<string, DataColumn>();
  for (const column of standardColumns(`${table.key}id`, isOrganizationOwned(table))) columns.set(column.name, column);
  const guessed = new Set<string>();
  for (const component of context.environment.store.componentsOfTable(table.key)) {
    if (component.type !== ComponentType.Attribute) continue;
    const column = definedColumn(component, context);
    const name = component.key.slice(component.key.indexOf(".") + 1);
    if (column) columns.set(column.name, { ...columns.get(column.name), ...column });
    else if (!columns.has(`_${name}_value`)) guessed.add(name);
  }
  for (const row of rows) for (const name of Object.keys(row)) guessed.add(name);
  for (const name of guessed) {
    if (columns.has(name)) continue;
    columns.set(name, { name, type: typeOf(rows, name), creatable: true, updatable: true });
  }
  return [...columns.values()];
}

/** The columns of a table. Looking through many rows takes a while: once per state of rows and components is enough. */
export function tableColumns(context: ServerContext, table: StoredComponent): readonly DataColumn[] {
  const rows = context.environment.rowsOf(table.key);
  const { components } = context.environment.state;
  const known = context.index.of(rows, `columns of ${table.key}`, () => new WeakMap<object, DataColumn[]>());
  const columns = known.get(components) ?? columnsOf(context, table, rows);
  known.set(components, columns);
  return columns;
}
