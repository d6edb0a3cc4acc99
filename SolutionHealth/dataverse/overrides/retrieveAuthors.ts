import type { ComponentRef } from "../../domain/layers/componentLayer";
import type { Guid } from "../../domain/model/guid";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { dateOf, guidOf, labelOf, present } from "../wire";
import { authorTable } from "./componentTables";
import { idConditions } from "./idList";

export interface Author {
  readonly modifiedBy?: string;
  readonly modifiedOn?: Date;
}

/**
 * Who changed components of one type last, as their table's rows say; the name is the label of the look-up.
 * @returns only those found; none for types whose table does not say (tables, columns, … are metadata)
 * @throws DataverseError
 */
export async function retrieveAuthors(
  typeName: ComponentRef["typeName"],
  ids: readonly Guid[],
  transport: Transport,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Guid, Author>> {
  const authors = new Map<Guid, Author>();
  const table = authorTable(typeName);
  if (table === undefined) return authors;
  const { entitySet, key } = table;
  for (const $filter of idConditions(key, ids)) {
    const path = `${entitySet}${queryText({ $select: `${key},_modifiedby_value,modifiedon`, $filter })}`;
    for (const row of await transport.getRows(path, { formattedValues: true, ...(signal && { signal }) })) {
      const id = guidOf(row, key);
      if (id !== undefined) {
        authors.set(
          id,
          present({ modifiedBy: labelOf(row, "_modifiedby_value"), modifiedOn: dateOf(row, "modifiedon") }),
        );
      }
    }
  }
  return authors;
}
