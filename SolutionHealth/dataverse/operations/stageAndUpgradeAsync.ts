import type { Transport } from "../transport";
import { importBody, type ImportRequest, UPLOAD_TIMEOUT } from "./importRequest";
import { type StartedJob, toStartedJob } from "./startedJob";

/**
 * Starts an upgrade in one step: what the package no longer holds is deleted, patches are rolled up (fact sheet §8.3).
 * Behaves as a first install where the solution is not installed. Never sent twice.
 * @throws DataverseError
 */
export async function stageAndUpgradeAsync(
  request: ImportRequest,
  transport: Transport,
  signal?: AbortSignal,
): Promise<StartedJob> {
  const options = { timeout: UPLOAD_TIMEOUT, ...(signal && { signal }) };
  return toStartedJob(await transport.post("StageAndUpgradeAsync", importBody(request), options));
}
