import type { Guid } from "../domain/model/guid";
import { DataverseError } from "./errors";
import { queryText, quoted } from "./odata";
import { retrieveRowsOfMany } from "./rowsOfMany";
import type { Transport } from "./transport";
import { guidOf, textOf, type WireRow } from "./wire";

/** A table as its rows are asked for, or why that is not known. */
export type TableDefinition =
  | { readonly status: "read"; readonly id: Guid; readonly entitySet: string; readonly primaryId: string }
  | { readonly status: "failed"; readonly error: DataverseError };

/** Names in one filter; with their longest an address goes into a batch (fact sheet §10). */
const NAMES_A_QUERY = 25;

const COLUMNS = "MetadataId,LogicalName,EntitySetName,PrimaryIdAttribute";

/**
 * Definitions of tables by logical name; a table that is not there is missing from the answer.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function retrieveTableDefinitions(
  names: readonly string[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TableDefinition>> {
  const lists: (readonly string[])[] = [];
  for (let from = 0; from < names.length; from += NAMES_A_QUERY) lists.push(names.slice(from, from + NAMES_A_QUERY));
  const items = await retrieveRowsOfMany(lists.map(definitionsQuery), transport, { signal });
  const definitions = new Map<string, TableDefinition>();
  for (const [index, list] of lists.entries()) {
    const item = items[index];
    if (item?.status === "failed") for (const name of list) definitions.set(name, item);
    for (const row of item?.status === "read" ? item.rows : []) {
      const name = textOf(row, "LogicalName");
      if (name !== undefined) definitions.set(name, toDefinition(row));
    }
  }
  return definitions;
}

function toDefinition(row: WireRow): TableDefinition {
  const id = guidOf(row, "MetadataId");
  const entitySet = textOf(row, "EntitySetName");
  const primaryId = textOf(row, "PrimaryIdAttribute");
  if (id === undefined || entitySet === undefined || primaryId === undefined) {
    return { status: "failed", error: new DataverseError("unreadable", "The table has no entity set.") };
  }
  return { status: "read", id, entitySet, primaryId };
}

const definitionsQuery = (names: readonly string[]): string =>
  `EntityDefinitions${queryText({
    $select: COLUMNS,
    $filter: names.map((name) => `LogicalName eq ${quoted(name)}`).join(" or "),
  })}`;
