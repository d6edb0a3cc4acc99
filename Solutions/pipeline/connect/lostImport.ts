import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { waitForImportJob } from "../../../SolutionHealth/dataverse/operations/waitForImportJob";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import type { Outside } from "../outside/outside";
import { createProgress } from "../outside/progress";
import { lostSight, outcomeUnknown, toPipelineError } from "./failures";

/**
 * What to do when the answer to an import got lost: the import is looked up by the id that we chose for it, and
 * followed to its end; it is never sent again.
 * @throws PipelineError `outcomeUnknown` where no such import appears; any other error as it was.
 */
export async function findLostImport(
  thrown: unknown,
  importJobId: Guid,
  doing: string,
  transport: Transport,
  outside: Outside,
): Promise<void> {
  if (!(thrown instanceof DataverseError) || !thrown.outcomeUnknown || outside.signal.aborted) {
    throw toPipelineError(thrown, doing);
  }
  outside.logger.warn("The answer of the environment got lost; looking for the import instead of sending it again.");
  const progress = createProgress(outside);
  try {
    const { clock, signal } = outside;
    const onLook = ({ progress: percent }: { progress: number }): void => progress.report(percent, doing);
    const job = await waitForImportJob(importJobId, transport, { clock, signal, onLook });
    if (job === undefined) {
      throw outcomeUnknown(doing, thrown);
    }
  } catch (error) {
    throw lostSight(error, doing);
  } finally {
    progress.close();
  }
}
