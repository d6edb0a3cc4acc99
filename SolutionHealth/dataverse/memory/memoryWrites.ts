import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { MEMORY_TABLES, type MemoryTable } from "./memoryTables";

/** Values by column; null empties one. */
export type RowBody = Readonly<Record<string, string | number | null>>;

/**
 * Adds a row under an id of its own (`rowId`), if there is none. Sent once; an answer that was lost is looked up.
 * @throws DataverseError, with status 412 where the row is there already (`isConflict`), with `outcomeUnknown` where
 * not even looking told
 */
export async function createMemoryRow(
  table: MemoryTable,
  id: Guid,
  body: RowBody,
  transport: Transport,
): Promise<void> {
  const path = pathOf(table, id);
  try {
    await transport.patch(path, body, { headers: { "If-None-Match": "*" } });
  } catch (error) {
    if (!(await isThere(table, id, error, transport))) throw error;
  }
}

/**
 * Changes a row as it was read. Sent once.
 * @param etag of the row as it was read; without one, whatever is there is changed
 * @throws DataverseError, with status 412 where somebody else changed it since
 */
export function updateMemoryRow(
  table: MemoryTable,
  id: Guid,
  body: RowBody,
  etag: string | undefined,
  transport: Transport,
): Promise<void> {
  return transport.patch(pathOf(table, id), body, { headers: { "If-Match": etag ?? "*" } });
}

/** Deletes a row as it was read; one that is gone already is what was wanted. @throws DataverseError */
export async function deleteMemoryRow(
  table: MemoryTable,
  id: Guid,
  etag: string | undefined,
  transport: Transport,
): Promise<void> {
  try {
    await transport.delete(pathOf(table, id), etag === undefined ? {} : { headers: { "If-Match": etag } });
  } catch (error) {
    if (!(error instanceof DataverseError) || error.kind !== "notFound") throw error;
  }
}

const pathOf = (table: MemoryTable, id: Guid): string => `${MEMORY_TABLES[table].entitySet}(${id})`;

/** Whether a creation without a clear answer has come about after all. */
async function isThere(table: MemoryTable, id: Guid, error: unknown, transport: Transport): Promise<boolean> {
  if (!(error instanceof DataverseError) || !error.outcomeUnknown || error.kind === "cancelled") return false;
  try {
    await transport.get(`${pathOf(table, id)}?$select=${MEMORY_TABLES[table].key}`);
    return true;
  } catch {
    return false;
  }
}
