import type { Transport } from "../transport";
import { type StartedJob, toStartedJob } from "./startedJob";

/**
 * Starts applying a staged upgrade. Never sent twice.
 * @param uniqueName of the base solution, without `_Upgrade`.
 * @throws DataverseError
 */
export async function deleteAndPromoteAsync(
  uniqueName: string,
  transport: Transport,
  signal?: AbortSignal,
): Promise<StartedJob> {
  return toStartedJob(await transport.post("DeleteAndPromoteAsync", { UniqueName: uniqueName }, signal && { signal }));
}
