import { countData } from "../../../SolutionHealth/dataverse/rollbacks/countData";
import { readRollback } from "../../../SolutionHealth/dataverse/rollbacks/readRollback";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { toPipelineError } from "../connect/failures";
import type { Outside } from "../outside/outside";
import { createProgress } from "../outside/progress";

const STAGES = {
  members: "Reading what goes",
  holders: "Reading who else holds it",
  layers: "Reading layers",
  dependencies: "Reading what stands in the way",
} as const;

/**
 * What uninstalling these solutions would do, with the data that would be lost. Reads only.
 * @throws PipelineError
 */
export async function readPreview(
  targets: readonly InstalledSolution[],
  transport: Transport,
  outside: Outside,
): Promise<RollbackPreview> {
  const { signal } = outside;
  const progress = createProgress(outside);
  const share = (done: number, total: number): number | undefined => (total > 0 ? (100 * done) / total : undefined);
  try {
    const ids = targets.map(({ id }) => id);
    const facts = await readRollback(ids, transport, {
      signal,
      onProgress: (stage, done, total) => progress.report(share(done, total), STAGES[stage]),
    });
    const preview = previewRollback(facts);
    const data = await countData(preview.fates, transport, {
      signal,
      onProgress: (_data, done, total) => progress.report(share(done, total), "Counting rows and values"),
    });
    signal.throwIfAborted();
    return { ...preview, data };
  } catch (thrown) {
    throw toPipelineError(thrown, "Reading the preview");
  } finally {
    progress.close();
  }
}
