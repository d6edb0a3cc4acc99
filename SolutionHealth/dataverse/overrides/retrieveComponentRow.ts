import type { ComponentRef } from "../../domain/layers/componentLayer";
import type { Properties, PropertyValue } from "../../domain/model/property";
import { DataverseError } from "../errors";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { isRow } from "../wire";
import { componentTable } from "./componentTables";

/**
 * The definition of a component as its ordinary table has it.
 * @returns undefined for types without such a table
 * @throws DataverseError; "notFound" where the component is gone
 */
export async function retrieveComponentRow(
  { id, typeName }: ComponentRef,
  transport: Transport,
  signal?: AbortSignal,
): Promise<Properties | undefined> {
  const table = componentTable(typeName);
  if (table === undefined) return undefined;
  const path = `${table.entitySet}(${id})${queryText({ $select: table.columns.join(",") })}`;
  const row = await transport.get(path, signal && { signal });
  if (!isRow(row)) throw new DataverseError("unreadable", "The answer is no row.");
  const given = table.columns.map((column) => [column, (row[column] ?? null) as PropertyValue] as const);
  return Object.fromEntries(given);
}
