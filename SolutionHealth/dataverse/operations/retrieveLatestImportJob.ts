import type { Guid } from "../../domain/model/guid";
import { quoted, queryText } from "../odata";
import type { Transport } from "../transport";
import { dateOf, guidOf } from "../wire";

/**
 * The newest import job of a solution that began at or after `since`: that of an import which was started before the
 * page was reloaded, since neither the history nor the job's row names it (fact sheet §5.3).
 * @throws DataverseError
 */
export async function retrieveLatestImportJob(
  uniqueName: string,
  since: Date,
  transport: Transport,
  signal?: AbortSignal,
): Promise<Guid | undefined> {
  const path = `importjobs${queryText({
    $select: "importjobid,startedon",
    $filter: `solutionname eq ${quoted(uniqueName)}`,
    $orderby: "startedon desc",
    $top: 1,
  })}`;
  const [row] = await transport.getRows(path, signal && { signal });
  const startedOn = row && dateOf(row, "startedon");
  return startedOn && startedOn.getTime() >= since.getTime() ? guidOf(row, "importjobid") : undefined;
}
