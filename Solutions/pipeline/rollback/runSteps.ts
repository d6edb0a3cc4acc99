import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import { blockerLines } from "../report/failureBlockers";
import { runStep } from "./runStep";

/**
 * Uninstalls the solutions of a preview one after the other, in its order. The first that does not succeed ends it: what
 * comes after was judged as if it had gone.
 * @returns unique names of those that were asked for @throws PipelineError
 */
export async function runSteps(
  preview: RollbackPreview,
  waitForLock: boolean,
  transport: Transport,
  outside: Outside,
): Promise<string[]> {
  const steps = preview.order.steps.filter(({ implied }) => !implied).map(({ solution }) => solution);
  const done: string[] = [];
  for (const solution of steps) {
    try {
      await runStep(solution, waitForLock, transport, outside);
    } catch (error) {
      if (done.length > 0) outside.logger.warn(`Already uninstalled: ${done.join(", ")}.`);
      const lines = error instanceof PipelineError ? blockerLines(error, preview) : [];
      for (const line of lines) outside.logger.info(line);
      throw error;
    }
    done.push(solution.uniqueName);
  }
  return done;
}
