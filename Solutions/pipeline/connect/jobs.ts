import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import type { AsyncOperation } from "../../../SolutionHealth/dataverse/operations/retrieveAsyncOperation";
import { retrieveImportJob } from "../../../SolutionHealth/dataverse/operations/retrieveImportJob";
import type { StartedJob } from "../../../SolutionHealth/dataverse/operations/startedJob";
import { waitForAsyncOperation } from "../../../SolutionHealth/dataverse/operations/waitForAsyncOperation";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { Outside } from "../outside/outside";
import { createProgress } from "../outside/progress";
import { lostSight, outcomeUnknown, refused } from "./failures";

/**
 * Follows a job to its end and shows how far it is.
 * @param doing what the job does, for messages, e.g. "Importing Contoso".
 * @throws PipelineError when the job failed, was cancelled, or cannot be followed any more.
 */
export async function followJob(job: StartedJob, doing: string, transport: Transport, outside: Outside): Promise<void> {
  const progress = createProgress(outside);
  const { clock, signal } = outside;
  try {
    const onLook = async ({ status }: AsyncOperation): Promise<void> =>
      progress.report(
        await percentOf(job.importJobId, transport, signal),
        status === "waiting" ? `${doing}, waiting` : doing,
      );
    judge(await waitForAsyncOperation(job.asyncOperationId, transport, { clock, signal, onLook }), doing);
  } catch (thrown) {
    throw lostSight(thrown, doing);
  } finally {
    progress.close();
  }
}

function judge({ status, errorCode, errorText }: AsyncOperation, doing: string): void {
  if (status === "failed" || status === "cancelled") {
    throw refused(
      doing,
      errorCode,
      errorText ?? (status === "cancelled" ? "it was cancelled in the environment." : undefined),
    );
  }
  if (status !== "succeeded") {
    throw outcomeUnknown(doing);
  }
}

/** Progress is a courtesy: an import must not fail because it cannot be read. */
async function percentOf(id: Guid | undefined, transport: Transport, signal: AbortSignal): Promise<number | undefined> {
  if (id === undefined) {
    return undefined;
  }
  return retrieveImportJob(id, transport, signal).then(
    (job) => job?.progress,
    () => undefined,
  );
}
