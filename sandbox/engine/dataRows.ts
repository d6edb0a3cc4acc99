import { randomUUID } from "node:crypto";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Row, StoredComponent } from "../store/model";
import { effectiveProperties } from "./effective";
import { PlatformFault } from "./fault";
import { notFound } from "./faults";
import type { Work } from "./work";

/** Rows of such a table belong to the organization: they have no owner. */
export function isOrganizationOwned(table: StoredComponent): boolean {
  return effectiveProperties(table).ownershiptypemask === "OrgOwned";
}

function tableOf(work: Work, name: string): StoredComponent {
  const table = work.store.find(ComponentType.Entity, name);
  if (!table) throw notFound(`Table ${name}`);
  return table;
}

function rowsOf(work: Work, table: string): readonly Row[] {
  return work.store.state.rows[table] ?? [];
}

function write(work: Work, table: string, rows: Row[]): void {
  work.store.state.rows = { ...work.store.state.rows, [table]: rows };
}

/** Whom the row belongs to: the user, and with them their business unit. */
function owned(work: Work, values: Row): Row {
  const owner = values._ownerid_value ?? work.caller.userId;
  const user = work.store.state.users.find(({ id }) => id === owner);
  return {
    _ownerid_value: owner,
    _owninguser_value: owner,
    _owningbusinessunit_value: user?.businessUnitId ?? null,
  };
}

/**
 * Adds a row as the platform does: id, state, owner, times and version are the environment's, unless the values have
 * them where a client may set them.
 * @param values checked already, by column name; lookups as `_x_value`
 * @throws 0x80040237 when the id is taken, 404 when there is no such table
 */
export function createRow(work: Work, tableName: string, values: Row): Row {
  const table = tableOf(work, tableName);
  const key = `${table.key}id`;
  const id = typeof values[key] === "string" ? values[key] : randomUUID();
  if (rowsOf(work, table.key).some((row) => row[key] === id)) {
    throw new PlatformFault("0x80040237", "A record with matching key values already exists.", 412);
  }
  const row: Row = {
    statecode: 0,
    statuscode: 1,
    ...values,
    [key]: id,
    ...(isOrganizationOwned(table) ? { _organizationid_value: work.store.state.organization.id } : owned(work, values)),
    // What was brought over from elsewhere keeps its date; when it came here stands beside it.
    createdon: values.overriddencreatedon ?? work.at,
    ...(typeof values.overriddencreatedon === "string" ? { overriddencreatedon: work.at } : {}),
    _createdby_value: work.caller.userId,
    modifiedon: work.at,
    _modifiedby_value: work.caller.userId,
    versionnumber: work.store.nextVersionNumber(),
  };
  write(work, table.key, [...rowsOf(work, table.key), row]);
  return row;
}

/** Changes a row. @throws 404 when there is no such row */
export function updateRow(work: Work, tableName: string, id: Guid, values: Row): void {
  const key = `${tableName}id`;
  const before = rowsOf(work, tableName).find((row) => row[key] === id);
  if (!before) throw notFound(`Row ${id} of ${tableName}`);
  const after: Row = {
    ...before,
    ...values,
    ...(values._ownerid_value === undefined ? {} : owned(work, values)),
    modifiedon: work.at,
    _modifiedby_value: work.caller.userId,
    versionnumber: work.store.nextVersionNumber(),
  };
  write(
    work,
    tableName,
    rowsOf(work, tableName).map((row) => (row === before ? after : row)),
  );
}

/** Takes a row away. @throws 404 when there is no such row */
export function deleteRow(work: Work, tableName: string, id: Guid): void {
  const key = `${tableName}id`;
  const left = rowsOf(work, tableName).filter((row) => row[key] !== id);
  if (left.length === rowsOf(work, tableName).length) throw notFound(`Row ${id} of ${tableName}`);
  write(work, tableName, left);
}
