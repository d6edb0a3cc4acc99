import type { Guid } from "../../domain/model/guid";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { guidOf } from "../wire";
import { idConditions } from "./idList";

/**
 * Solutions that have a membership row for a component (fact sheet §2.1). A component below a table that a solution
 * holds with everything in it may have no row of its own, so this says where a component is, never where it is not.
 * @returns ids of solutions by component id @throws DataverseError
 */
export async function retrieveHolders(
  ids: readonly Guid[],
  transport: Transport,
  signal?: AbortSignal,
): Promise<ReadonlyMap<Guid, readonly Guid[]>> {
  const holders = new Map<Guid, Guid[]>(ids.map((id) => [id, []]));
  for (const $filter of idConditions("objectid", ids)) {
    const path = `solutioncomponents${queryText({ $select: "objectid,_solutionid_value", $filter })}`;
    for (const row of await transport.getRows(path, signal && { signal })) {
      const component = guidOf(row, "objectid");
      const solution = guidOf(row, "_solutionid_value");
      if (component !== undefined && solution !== undefined) holders.get(component)?.push(solution);
    }
  }
  return holders;
}
