import type { Guid } from "../../domain/model/guid";

/** Ids in one filter: lists of 25 to 50 are known to fit into an address (fact sheet §10). */
export const IDS_A_QUERY = 25;

/**
 * A condition that a column is one of these ids, in pieces that fit into an address.
 * @param literal how the column takes an id: plain where it holds GUIDs, quoted where it holds text
 */
export function idConditions(
  column: string,
  ids: readonly Guid[],
  literal: (id: Guid) => string = (id) => id,
): string[] {
  const conditions: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_A_QUERY) {
    conditions.push(
      ids
        .slice(from, from + IDS_A_QUERY)
        .map((id) => `${column} eq ${literal(id)}`)
        .join(" or "),
    );
  }
  return conditions;
}
