import { PlatformFault } from "../../engine/fault";
import { invalidParameter, syntaxFault } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";
import { columnValue } from "./columnValue";
import type { DataColumn } from "./dataColumn";
import { boundLookup, type BindingScope } from "./lookupBinding";

const BIND = "@odata.bind";

function invalidProperty(name: string, logicalName: string): Error {
  return invalidParameter(
    `Invalid property '${name}' was found in entity 'Microsoft.Dynamics.CRM.${logicalName}'. ---> ` +
      `The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${logicalName}'. Make sure to only use ` +
      "property names that are defined by the type.",
  );
}

/** Names are told apart by case, and a lookup is not written by its value. */
function columnNamed(name: string, scope: BindingScope): DataColumn {
  const column = scope.columns.find((known) => known.name === name);
  if (!column) throw invalidProperty(name, scope.table.logicalName);
  if (column.type === "lookup") {
    throw syntaxFault(
      "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.",
    );
  }
  return column;
}

/**
 * What the body of a create or an update says, checked against the table's columns. Values for columns that the
 * platform keeps itself are passed over, as it does.
 * @throws PlatformFault 400 for names and values that do not fit, 404 and 403 as {@link boundLookup} does
 */
export function rowValues(body: Row, scope: BindingScope, mode: "create" | "update"): Row {
  const values: Row = {};
  const keep = (column: DataColumn, value: Row[string]): void => {
    if (mode === "create" ? column.creatable : column.updatable) values[column.name] = value;
  };
  for (const [name, value] of Object.entries(body)) {
    if (name.endsWith(BIND)) {
      keep(...boundLookup(name.slice(0, -BIND.length), value, scope));
    } else if (!name.includes("@")) {
      const column = columnNamed(name, scope);
      keep(column, columnValue(column, value, scope.table.logicalName));
    }
  }
  return values;
}

/** Statuses of one state, in the order in which the table has them: the first is the one a change of state takes. */
function statusesOf(state: number, columns: readonly DataColumn[]): number[] {
  const stateOf = columns.find(({ name }) => name === "statuscode")?.stateOf ?? {};
  return Object.keys(stateOf)
    .map(Number)
    .filter((status) => stateOf[status] === state);
}

function wrongStatus(state: number, status: number, columns: readonly DataColumn[]): PlatformFault {
  const label = columns.find(({ name }) => name === "statecode")?.labels?.[state] ?? String(state);
  return new PlatformFault("0x80048408", `'${status}' is not a valid status code for state code '${label}'.`);
}

/**
 * Brings state and status together: a state that is set alone takes its first status along.
 * @throws PlatformFault 400, 0x80048408 for a status of another state
 */
export function withStatus(values: Row, before: Row, columns: readonly DataColumn[]): Row {
  if (values.statecode === undefined && values.statuscode === undefined) return values;
  const state = Number(values.statecode ?? before.statecode ?? 0);
  const allowed = statusesOf(state, columns);
  const unchanged = before.statecode === state ? before.statuscode : allowed[0];
  const status = Number(values.statuscode ?? unchanged ?? state + 1);
  if (allowed.length > 0 && !allowed.includes(status)) throw wrongStatus(state, status, columns);
  return { ...values, statecode: state, statuscode: status };
}
