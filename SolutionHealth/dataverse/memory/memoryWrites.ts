import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { numberOf, isRow, textOf, type WireRow } from "../wire";
import { MEMORY_TABLES, type MemoryTable } from "./memoryTables";

/** Values by column; null empties one. */
export type RowBody = Readonly<Record<string, string | number | null>>;

/** `statecode` of a row that was deactivated on its form: the lists do not hold it. */
export const INACTIVE = 1;

/** What takes a row up again that was deactivated on its form. */
export const ACTIVE_ROW = { statecode: 0, statuscode: 1 } as const;

/**
 * Adds a row under an id of its own (`rowId`), if there is none; one that was deactivated on its form is taken up again.
 * Sent once; where the answer was lost, what is there tells: a row with other values is somebody else's.
 * @throws DataverseError "conflict" where somebody else's row is there already, with `outcomeUnknown` where not even
 * looking told
 */
export async function createMemoryRow(
  table: MemoryTable,
  id: Guid,
  body: RowBody,
  transport: Transport,
): Promise<void> {
  try {
    await transport.patch(pathOf(table, id), body, { headers: { "If-None-Match": "*" } });
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    const isLost = error.outcomeUnknown && error.kind !== "cancelled";
    const there = isLost || error.kind === "conflict" ? await rowThere(table, id, body, transport) : undefined;
    if (there === undefined) throw error;
    // A row that was just made is active: an inactive one was there before, and nothing has been written to it yet.
    if (numberOf(there, "statecode") === INACTIVE) {
      await updateMemoryRow(table, id, { ...body, ...ACTIVE_ROW }, textOf(there, "@odata.etag"), transport);
    } else if (!isLost) throw error;
    else if (!holds(there, body))
      throw new DataverseError("conflict", "Another row is there already.", { cause: error });
  }
}

/**
 * Changes a row as it was read. Sent once.
 * @param etag of the row as it was read; without one, whatever is there is changed
 * @throws DataverseError "conflict" where somebody else changed it since
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

/** Whether the row has these values, as the server may write them: times without milliseconds, numbers as text. */
const holds = (row: WireRow, body: RowBody): boolean =>
  Object.entries(body).every(([column, value]) => {
    const found = row[column] ?? null;
    if (value === null || (typeof found !== "string" && typeof found !== "number")) return value === found;
    return String(found) === String(value) || isSameTime(String(found), String(value));
  });

const isSameTime = (one: string, other: string): boolean =>
  [one, other].every((text) => /^\d{4}-\d\d-\d\dT/.test(text)) && Date.parse(one) === Date.parse(other);

/** The row's state and version, and what it has of these values; undefined where it is not there or cannot be looked at. */
async function rowThere(
  table: MemoryTable,
  id: Guid,
  body: RowBody,
  transport: Transport,
): Promise<WireRow | undefined> {
  const columns = [...new Set(["statecode", ...Object.keys(body)])];
  try {
    const row = await transport.get(`${pathOf(table, id)}?$select=${columns.join(",")}`);
    return isRow(row) ? row : undefined;
  } catch {
    return undefined;
  }
}
