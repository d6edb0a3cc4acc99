import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { Column, ColumnType } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { collectionName } from "./tableNames";

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function typeOf(rows: readonly Row[], name: string): ColumnType {
  const value = rows.find((row) => row[name] !== null && row[name] !== undefined)?.[name];
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "decimal";
  if (typeof value !== "string") return value === undefined ? "string" : "json";
  if (GUID.test(value)) return name.endsWith("_value") ? "lookup" : "guid";
  return DATE.test(value) ? "date" : "string";
}

function columnsOf(context: ServerContext, table: StoredComponent, rows: readonly Row[]): Column[] {
  const names = new Set([`${table.key}id`]);
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  for (const column of context.index.componentsOfType(ComponentType.Attribute)) {
    if (column.table === table.key) names.add(column.key.slice(column.key.indexOf(".") + 1));
  }
  return [...names].map((name) => ({
    name,
    type: name === `${table.key}id` ? "guid" : typeOf(rows, name),
  }));
}

/** Tables with rows by entity set, once per state of the components. */
function tablesBySet(context: ServerContext): ReadonlyMap<string, StoredComponent> {
  return context.index.of(context.environment.state.components, "entity sets", () => {
    const tables = context.index.componentsOfType(ComponentType.Entity);
    return new Map(tables.map((table) => [collectionName(table, context.index.effectiveProperties(table.id)), table]));
  });
}

/** The table whose rows an entity set holds; undefined when no table of the environment has that set. */
export function dataTable(context: ServerContext, entitySet: string): Table | undefined {
  const table = tablesBySet(context).get(entitySet);
  if (!table) return undefined;
  const rows = context.environment.rowsOf(table.key);
  const { components } = context.environment.state;
  // Looking through the rows of a large table takes a while: once per state of rows and components is enough.
  const known = context.index.of(rows, "columns", () => new WeakMap<object, Column[]>());
  const columns = known.get(components) ?? columnsOf(context, table, rows);
  known.set(components, columns);
  return {
    entitySet,
    logicalName: table.key,
    primaryKey: `${table.key}id`,
    readPrivileges: [`prvRead${table.key}`],
    columns,
    navigations: [],
    rows: () => rows,
  };
}
