import { plainText } from "../odata/plainText";
import type { Navigation } from "../odata/column";
import type { QueryOptions } from "../odata/query";
import type { Row } from "../store/model";
import type { ServerContext } from "./context";
import type { Table } from "./table";
import type { TableRegistry } from "./tableRegistry";
import { requirePrivileges } from "./user";

const EVERYTHING: QueryOptions = { orderBy: [], expand: [], count: false, aliases: {} };

/** Rows as one request sees them: each table is read, and each look-up column indexed, at most once. */
export class RowSource {
  private readonly rowsOf = new Map<string, readonly Row[]>();
  private readonly indexes = new Map<string, ReadonlyMap<string, Row[]>>();

  constructor(
    private readonly context: ServerContext,
    private readonly tables: TableRegistry,
  ) {}

  all(table: Table): readonly Row[] {
    const known = this.rowsOf.get(table.entitySet);
    if (known) return known;
    requirePrivileges(this.context.user, table.readPrivileges, table.logicalName);
    const rows = table.rows(this.context, EVERYTHING);
    this.rowsOf.set(table.entitySet, rows);
    return rows;
  }

  where(table: Table, column: string, value: string): readonly Row[] {
    const name = `${table.entitySet}|${column}`;
    let index = this.indexes.get(name);
    if (!index) {
      const groups = new Map<string, Row[]>();
      for (const row of this.all(table)) {
        const key = plainText(row[column]).toLowerCase();
        const group = groups.get(key);
        if (group) group.push(row);
        else groups.set(key, [row]);
      }
      index = groups;
      this.indexes.set(name, index);
    }
    return index.get(value.toLowerCase()) ?? [];
  }

  related(navigation: Navigation, row: Row): readonly Row[] {
    const target = this.tables.bySet(navigation.target);
    const value = row[navigation.from];
    if (!target || value === null || value === undefined) return [];
    return this.where(target, navigation.to, plainText(value));
  }

  /** Primary name of a row; undefined when there is none, or it may not be read. */
  nameOf(logicalName: string, id: string): string | undefined {
    const table = this.tables.byLogicalName(logicalName);
    if (!table?.primaryName) return undefined;
    const name = this.where(table, table.primaryKey, id)[0]?.[table.primaryName];
    return typeof name === "string" ? name : undefined;
  }
}
