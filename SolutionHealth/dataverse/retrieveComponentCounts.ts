import type { Guid } from "../domain/model/guid";
import { queryText } from "./odata";
import type { Transport } from "./transport";
import { numberOf } from "./wire";

const componentCountsQuery = (solutionId: Guid): string =>
  `msdyn_solutioncomponentcountsummaries${queryText({ $filter: `msdyn_solutionid eq ${solutionId}` })}`;

/** Number of components of a solution by component type (fact sheet §3.3). @throws DataverseError */
export async function retrieveComponentCounts(
  solutionId: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (const row of await transport.getRows(componentCountsQuery(solutionId), signal && { signal })) {
    const type = numberOf(row, "msdyn_componenttype");
    const total = numberOf(row, "msdyn_total");
    if (type !== undefined && total !== undefined) counts.set(type, total);
  }
  return counts;
}
