import { concernsOneRead } from "../errors";
import type { Transport } from "../transport";
import { isRow, rowOf } from "../wire";

/** Tables in one question: their names must fit into an address (fact sheet §10). */
const NAMES_A_QUERY = 20;

/**
 * Row counts out of the server's snapshot of the last 24 hours (`RetrieveTotalRecordCount`, fact sheet §16). Where it
 * is refused for one table it is refused for all that were asked with it; those are missing from the answer.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function retrieveSnapshotCounts(
  tables: readonly string[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let from = 0; from < tables.length; from += NAMES_A_QUERY) {
    const names = encodeURIComponent(JSON.stringify(tables.slice(from, from + NAMES_A_QUERY)));
    try {
      const answer = await transport.get(`RetrieveTotalRecordCount(EntityNames=@p1)?@p1=${names}`, { signal });
      for (const [name, count] of entriesOf(answer)) counts.set(name, count);
    } catch (error) {
      if (!concernsOneRead(error)) throw error;
    }
  }
  return counts;
}

/** Names and numbers stand in two lists, side by side. */
function entriesOf(answer: unknown): [string, number][] {
  const { Keys: keys, Values: values } =
    (isRow(answer) ? rowOf(answer, "EntityRecordCountCollection") : undefined) ?? {};
  if (!Array.isArray(keys) || !Array.isArray(values)) return [];
  return keys.flatMap((key: unknown, index): [string, number][] => {
    const value: unknown = values[index];
    return typeof key === "string" && typeof value === "number" ? [[key, value]] : [];
  });
}
