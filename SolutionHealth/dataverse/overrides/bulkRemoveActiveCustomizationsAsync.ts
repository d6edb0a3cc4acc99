import { type StartedJob, toStartedJob } from "../operations/startedJob";
import type { Transport } from "../transport";
import type { TableReference } from "./removeActiveCustomization";

/**
 * Starts a job that takes the Active layers of many components off, going on after errors. The job tells nothing about
 * single components (fact sheet §6.1): read each of them again. Never sent twice.
 * @throws DataverseError, with `outcomeUnknown` where the job may have been started
 */
export async function bulkRemoveActiveCustomizationsAsync(
  components: readonly TableReference[],
  transport: Transport,
  signal?: AbortSignal,
): Promise<StartedJob> {
  const references = components.map(({ id, logicalName }) => ({ Id: id, LogicalName: logicalName }));
  const body = {
    BulkRemoveActiveCustomizationsParameters: { ContinueOnError: true, SolutionComponentReferences: references },
  };
  return toStartedJob(await transport.post("BulkRemoveActiveCustomizationsAsync", body, signal && { signal }));
}
