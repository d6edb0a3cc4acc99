import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { type Membership, MEMBERSHIP_PAGE, membershipsWhere, toMemberships } from "../rollbacks/retrieveMemberships";
import { concernsOneRead } from "../errors";
import { type RowsItem, retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";

/**
 * Ids in one filter. These queries go in batches, in which an address may be up to 64 KB long; a query takes 500
 * conditions (fact sheet §10).
 */
const IDS_A_QUERY = 100;
/** Two batches of eight. What is beyond that stays without a solution, and is told as such. */
const MOST_QUERIES = 16;

/** Unique names of the managed solutions that hold a component; none for one that was not found out. */
export type PartHolders = ReadonlyMap<Guid, readonly string[]>;

/** @throws DataverseError "cancelled" or "signedOut"; ids whose holders could not be read are not in the answer */
export async function readPartHolders(
  ids: readonly Guid[],
  solutions: readonly InstalledSolution[],
  transport: Transport,
  signal?: AbortSignal,
): Promise<PartHolders> {
  const chunks = chunksOf([...new Set(ids)]).slice(0, MOST_QUERIES);
  const paths = chunks.map((chunk) => membershipsWhere(chunk.map((id) => `objectid eq ${id}`).join(" or ")));
  const items = await retrieveRowsOfMany(paths, transport, { pageSize: MEMBERSHIP_PAGE, ...(signal && { signal }) });
  const managed = new Map(solutions.filter((one) => one.managed).map(({ id, uniqueName }) => [id, uniqueName]));
  const holders = new Map<Guid, string[]>();
  for (const [index, chunk] of chunks.entries()) {
    const memberships = membershipsIn(items[index]);
    if (memberships === undefined) continue;
    for (const id of chunk) holders.set(id, []);
    for (const { componentId, solutionId } of memberships) {
      const name = managed.get(solutionId);
      if (name !== undefined) holders.get(componentId)?.push(name);
    }
  }
  return holders;
}

function membershipsIn(item: RowsItem | undefined): readonly Membership[] | undefined {
  if (item?.status !== "read") return undefined;
  try {
    return toMemberships(item.rows);
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return undefined;
  }
}

function chunksOf(ids: readonly Guid[]): Guid[][] {
  const chunks: Guid[][] = [];
  for (let from = 0; from < ids.length; from += IDS_A_QUERY) chunks.push(ids.slice(from, from + IDS_A_QUERY));
  return chunks;
}
