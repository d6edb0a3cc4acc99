import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { Navigation } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { DataColumn } from "../rows/dataColumn";
import type { BindingScope } from "../rows/lookupBinding";
import { rowValues, withStatus } from "../rows/rowValues";
import { tableColumns } from "../rows/tableColumns";
import type { Table } from "../table";
import { requirePrivileges } from "../user";
import { tables } from "./index";
import { primaryNameColumn } from "./primaryName";
import { collectionName } from "./tableNames";

/** Tables that packages created, by entity set and by logical name; once per state of the components. */
function packageTables(context: ServerContext) {
  return context.index.of(context.environment.state.components, "package tables", () => {
    const all = context.index.componentsOfType(ComponentType.Entity).map((table) => ({
      table,
      entitySet: collectionName(table, context.index.effectiveProperties(table.id)),
    }));
    return {
      bySet: new Map(all.map(({ table, entitySet }) => [entitySet, table])),
      setOf: new Map(all.map(({ table, entitySet }) => [table.key, entitySet])),
    };
  });
}

/** The entity set of any table: the platform's, else one that a package created. */
function entitySetOf(context: ServerContext, logicalName: string): string | undefined {
  const known = tables.find((table) => table.logicalName === logicalName);
  return known?.entitySet ?? packageTables(context).setOf.get(logicalName);
}

function primaryKeyOf(logicalName: string): string {
  return tables.find((table) => table.logicalName === logicalName)?.primaryKey ?? `${logicalName}id`;
}

function navigationsOf(context: ServerContext, columns: readonly DataColumn[]): Navigation[] {
  return columns.flatMap((column) =>
    (column.targets ?? []).flatMap(({ navigation, table }): Navigation[] => {
      const target = entitySetOf(context, table);
      if (target === undefined) return [];
      return [{ name: navigation, kind: "single", target, from: column.name, to: primaryKeyOf(table) }];
    }),
  );
}

/** Privileges carry the schema name of their table: `prvCreateshl_MaintenancePlan`. */
function schemaNameOf(context: ServerContext, table: StoredComponent): string {
  const { schemaname } = context.index.effectiveProperties(table.id);
  return typeof schemaname === "string" && schemaname !== "" ? schemaname : table.key;
}

type Writing = Required<Pick<Table, "create" | "update" | "remove">>;

/** Create, change and delete, each with its own privilege. */
function writing(table: StoredComponent, schemaName: string, columns: readonly DataColumn[]): Writing {
  const logicalName = table.key;
  const scopeOf = (context: ServerContext): BindingScope => ({
    context,
    table: { logicalName, schemaName },
    columns,
    tableOfSet: (entitySet) => tables.find((known) => known.entitySet === entitySet) ?? dataTable(context, entitySet),
  });
  const allow = (context: ServerContext, right: "Create" | "Write" | "Delete"): void =>
    requirePrivileges(context.user, [`prv${right}${schemaName}`], logicalName);
  return {
    create: (context, body) => {
      allow(context, "Create");
      const values = withStatus(rowValues(body, scopeOf(context), "create"), {}, columns);
      return context.environment.createRow(logicalName, values, context.caller());
    },
    update: (context, id, body) => {
      allow(context, "Write");
      const before = context.environment.rowsOf(logicalName).find((row) => row[`${logicalName}id`] === id);
      const values = withStatus(rowValues(body, scopeOf(context), "update"), before ?? {}, columns);
      context.environment.updateRow(logicalName, id, values, context.caller());
    },
    remove: (context, id) => {
      allow(context, "Delete");
      context.environment.deleteRow(logicalName, id, context.caller());
    },
  };
}

function asTable(context: ServerContext, table: StoredComponent, entitySet: string): Table {
  const columns = tableColumns(context, table);
  const schemaName = schemaNameOf(context, table);
  const key = `${table.key}id`;
  const rows = (): readonly Row[] => context.environment.rowsOf(table.key);
  return {
    entitySet,
    logicalName: table.key,
    primaryKey: key,
    primaryName: primaryNameColumn(context, table),
    privilegeName: schemaName,
    readPrivileges: [`prvRead${schemaName}`],
    columns,
    navigations: navigationsOf(context, columns),
    rows,
    find: (_context, id) => rows().find((row) => row[key] === id),
    ...writing(table, schemaName, columns),
  };
}

/** The table whose rows an entity set holds; undefined when no table of the environment has that set. */
export function dataTable(context: ServerContext, entitySet: string): Table | undefined {
  const table = packageTables(context).bySet.get(entitySet);
  return table && asTable(context, table, entitySet);
}

/** The same, by the table's logical name. */
export function dataTableNamed(context: ServerContext, logicalName: string): Table | undefined {
  const entitySet = packageTables(context).setOf.get(logicalName);
  return entitySet === undefined ? undefined : dataTable(context, entitySet);
}
