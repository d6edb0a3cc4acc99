import type { Transport } from "../transport";
import { type StartedJob, toStartedJob } from "./startedJob";

/**
 * Starts uninstalling a solution with its patches, components and their data (fact sheet §6.5). Never sent twice.
 * @throws DataverseError
 */
export async function uninstallSolutionAsync(
  uniqueName: string,
  transport: Transport,
  signal?: AbortSignal,
): Promise<StartedJob> {
  const body = { SolutionUniqueName: uniqueName };
  return toStartedJob(await transport.post("UninstallSolutionAsync", body, signal && { signal }));
}
