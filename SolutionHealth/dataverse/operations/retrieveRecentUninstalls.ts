import type { Guid } from "../../domain/model/guid";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { guidOf } from "../wire";

/** More than one can only be there from before: the server runs one solution operation at a time (fact sheet §5.4). */
const MOST = 20;

/**
 * Ids of the newest uninstall jobs of the server, newest first. The type of the operation is documented as 208, while
 * imports were seen as the general 54 (§5.4): the message's name finds those.
 * @throws DataverseError, "forbidden" for users who may not see jobs
 */
export async function retrieveRecentUninstalls(transport: Transport, signal?: AbortSignal): Promise<Guid[]> {
  const path = `asyncoperations${queryText({
    $select: "asyncoperationid",
    $filter: "(operationtype eq 208 or messagename eq 'UninstallSolutionAsync')",
    $orderby: "createdon desc",
    $top: MOST,
  })}`;
  const rows = await transport.getRows(path, signal && { signal });
  return rows.flatMap((row) => guidOf(row, "asyncoperationid") ?? []);
}
