import type { Transport } from "../transport";
import { importBody, type ImportRequest, UPLOAD_TIMEOUT } from "./importRequest";
import { type StartedJob, toStartedJob } from "./startedJob";

export type ImportSolutionRequest = ImportRequest & {
  /** Stages the package as `<name>_Upgrade` beside the installed solution (fact sheet §1.4). */
  readonly holdingSolution: boolean;
};

/**
 * Starts an import: a first install, an update, a patch, or the staging of an upgrade. Never sent twice: after an error
 * with `outcomeUnknown` look the import job up.
 * @throws DataverseError
 */
export async function importSolutionAsync(
  request: ImportSolutionRequest,
  transport: Transport,
  signal?: AbortSignal,
): Promise<StartedJob> {
  const body = { ...importBody(request), HoldingSolution: request.holdingSolution };
  const answer = await transport.post("ImportSolutionAsync", body, {
    timeout: UPLOAD_TIMEOUT,
    ...(signal && { signal }),
  });
  return toStartedJob(answer);
}
