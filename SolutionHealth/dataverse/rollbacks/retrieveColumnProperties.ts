import { queryText, quoted } from "../odata";
import { type RowsItem, retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import { rowOf, textOf, type WireRow } from "../wire";

/** What a column is called in a filter; `notFilterable` names the kind that no filter takes. */
export type ColumnProperty =
  | { readonly status: "read"; readonly property: string }
  | { readonly status: "notFilterable"; readonly kind: string }
  | Extract<RowsItem, { status: "failed" }>;

/** Kinds whose values are ids of rows: their properties are called so, and not like the column. */
const LOOKUPS: ReadonlySet<string> = new Set(["Lookup", "Customer", "Owner"]);
/**
 * Kinds without a value of their own that a filter could compare. "Virtual" is what images, files and multi-select
 * choices say they are.
 */
const NOT_FILTERABLE: ReadonlySet<string> = new Set(["Virtual", "PartyList", "CalendarRules", "ManagedProperty"]);

const COLUMNS_A_QUERY = 25;

/** `table.column`. */
export const columnKey = (table: string, column: string): string => `${table}.${column}`;

/**
 * How columns are filtered by, by `columnKey`; one that the table does not have is missing from the answer.
 * No `$select`: which of the definition's properties an older server knows is not known.
 * @param columns logical names by logical name of the table
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function retrieveColumnProperties(
  columns: ReadonlyMap<string, readonly string[]>,
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ColumnProperty>> {
  const lists = [...columns].flatMap(([table, names]) => {
    const some: { readonly table: string; readonly names: readonly string[] }[] = [];
    for (let from = 0; from < names.length; from += COLUMNS_A_QUERY) {
      some.push({ table, names: names.slice(from, from + COLUMNS_A_QUERY) });
    }
    return some;
  });
  const paths = lists.map(({ table, names }) => attributesQuery(table, names));
  const items = await retrieveRowsOfMany(paths, transport, { signal });
  const properties = new Map<string, ColumnProperty>();
  for (const [index, { table, names }] of lists.entries()) {
    const item = items[index];
    if (item?.status === "failed") for (const name of names) properties.set(columnKey(table, name), item);
    for (const row of item?.status === "read" ? item.rows : []) {
      const name = textOf(row, "LogicalName");
      if (name !== undefined) properties.set(columnKey(table, name), toProperty(name, row));
    }
  }
  return properties;
}

function attributesQuery(table: string, columns: readonly string[]): string {
  const $filter = columns.map((name) => `LogicalName eq ${quoted(name)}`).join(" or ");
  return `EntityDefinitions(LogicalName=${encodeURIComponent(quoted(table))})/Attributes${queryText({ $filter })}`;
}

function toProperty(name: string, row: WireRow): ColumnProperty {
  const kind = textOf(row, "AttributeType") ?? "";
  if (NOT_FILTERABLE.has(kind)) {
    const typeName = rowOf(row, "AttributeTypeName");
    return { status: "notFilterable", kind: (typeName && textOf(typeName, "Value")) ?? kind };
  }
  return { status: "read", property: LOOKUPS.has(kind) ? `_${name}_value` : name };
}
