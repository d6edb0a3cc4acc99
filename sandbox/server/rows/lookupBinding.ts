import { normaliseGuid } from "../../../SolutionHealth/domain/model/guid";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { invalidParameter, recordNotFound, unknownResource } from "../../odata/syntaxFault";
import type { QueryOptions } from "../../odata/query";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { requirePrivileges } from "../user";
import type { DataColumn } from "./dataColumn";

const EVERYTHING: QueryOptions = { orderBy: [], expand: [], count: false, aliases: {} };

/** `/accounts(<id>)`, `accounts(<id>)`, or the same behind the service's address. */
const ADDRESS = /^(?:https?:\/\/[^/]+\/api\/data\/v\d+\.\d+)?\/?(\w+)\(([^()]+)\)$/i;

/** What a binding needs to know besides its text. */
export interface BindingScope {
  readonly context: ServerContext;
  /** Logical name of the table that is written, and the name its privileges carry. */
  readonly table: { readonly logicalName: string; readonly schemaName: string };
  readonly columns: readonly DataColumn[];
  readonly tableOfSet: (entitySet: string) => Table | undefined;
}

function undeclared(navigation: string): Error {
  return invalidParameter(
    `An undeclared property '${navigation}' which only has property annotations in the payload but no property value ` +
      "was found in the payload. In OData, only declared navigation properties and declared named streams can be " +
      "represented as properties without values.",
  );
}

/** The row that a binding names. @throws PlatformFault 400 when it names none, 404 for a set nobody knows. */
function addressed(navigation: string, value: PropertyValue, scope: BindingScope): { table: Table; id: string } {
  const match = typeof value === "string" ? ADDRESS.exec(value.trim()) : null;
  const id = normaliseGuid(match?.[2] ?? "");
  if (!match?.[1] || id === undefined) throw invalidParameter(`'${navigation}@odata.bind' names no row.`);
  const table = scope.tableOfSet(match[1]);
  if (!table) throw unknownResource(match[1]);
  return { table, id };
}

function exists(table: Table, id: string, context: ServerContext): boolean {
  if (table.find) return table.find(context, id) !== undefined;
  return table.rows(context, EVERYTHING).some((row) => row[table.primaryKey] === id);
}

/** Owners are assigned, everything else is appended to what it points to: each has privileges of its own. */
function requireRight(scope: BindingScope, navigation: string, target: Table): void {
  const { context, table } = scope;
  if (navigation === "ownerid") {
    requirePrivileges(context.user, [`prvAssign${table.schemaName}`], table.logicalName);
    return;
  }
  requirePrivileges(context.user, [`prvAppend${table.schemaName}`], table.logicalName);
  requirePrivileges(context.user, [`prvAppendTo${target.privilegeName ?? target.logicalName}`], target.logicalName);
}

/**
 * The lookup that `navigation@odata.bind` sets. Navigations are told apart by case, unlike anything in a filter.
 * @returns the column and its value; null takes the lookup's value away
 * @throws PlatformFault 400 for a navigation the table does not have or a row of another table, 404 for a row that is
 * not there, 403 without the privileges
 */
export function boundLookup(
  navigation: string,
  value: PropertyValue,
  scope: BindingScope,
): readonly [column: DataColumn, value: string | null] {
  const column = scope.columns.find(({ targets }) => targets?.some((target) => target.navigation === navigation));
  const target = column?.targets?.find((known) => known.navigation === navigation);
  if (!column || !target) throw undeclared(navigation);
  if (value === null) return [column, null];
  const { table, id } = addressed(navigation, value, scope);
  if (table.logicalName !== target.table) {
    throw invalidParameter(`'${table.entitySet}' does not fit the navigation property '${navigation}'.`);
  }
  requireRight(scope, navigation, table);
  if (!exists(table, id, scope.context)) throw recordNotFound(table.logicalName, id);
  return [column, id];
}
