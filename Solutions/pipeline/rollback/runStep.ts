import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { lockHolder, waitWhileLocked } from "../../../SolutionHealth/dataverse/operations/customizationLock";
import { retrieveSolutionByName } from "../../../SolutionHealth/dataverse/operations/retrieveSolutionByName";
import type { StartedJob } from "../../../SolutionHealth/dataverse/operations/startedJob";
import { startUninstall } from "../../../SolutionHealth/dataverse/operations/startUninstall";
import { retrieveSolutionHistory } from "../../../SolutionHealth/dataverse/retrieveSolutionHistory";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import { operationKind } from "../../../SolutionHealth/domain/history/operationKind";
import type { SolutionOperation } from "../../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import { nameKey } from "../../../SolutionHealth/domain/solutions/solutionNames";
import { refused } from "../connect/failures";
import { runNamedOperation } from "../connect/namedOperation";
import { ExitCode, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";

/**
 * Uninstalls one solution, sent once, and follows it to its end.
 * @throws PipelineError `locked` where another operation runs and it is not to be waited for: nothing was started
 */
export async function runStep(
  solution: InstalledSolution,
  waitForLock: boolean,
  transport: Transport,
  outside: Outside,
): Promise<void> {
  const { uniqueName } = solution;
  const doing = `Uninstalling ${uniqueName}`;
  const before = await history(transport, outside);
  const isNew = ({ id }: SolutionOperation): boolean => before?.every((row) => row.id !== id) ?? false;
  await runNamedOperation(
    {
      uniqueName,
      doing,
      wait: true,
      needs: uniqueName,
      start: () => startWhenFree(solution, waitForLock, transport, outside),
      isDone: async () => {
        const rows = await history(transport, outside);
        const failed = rows?.find((row) => isNew(row) && isFailureOf(row, uniqueName));
        if (failed) throw refused(doing, failed.errorCode, failed.errorText);
        return (await retrieveSolutionByName(uniqueName, transport, outside.signal))?.id !== solution.id;
      },
    },
    transport,
    outside,
  );
}

/** The lock is a refusal: nothing was started, so that it may be asked again. */
async function startWhenFree(
  solution: InstalledSolution,
  waitForLock: boolean,
  transport: Transport,
  { clock, signal, logger }: Outside,
): Promise<StartedJob | "done"> {
  for (;;) {
    try {
      return await startUninstall(solution, transport, signal);
    } catch (error) {
      if (!(error instanceof DataverseError) || error.kind !== "locked") throw error;
      const holder = (await lockHolder(error, { transport, clock }, signal)) ?? "another solution operation";
      if (!waitForLock) throw locked(holder, error);
      logger.info(`${solution.uniqueName} has to wait: the environment is busy with ${holder}.`);
      await waitWhileLocked({ transport, clock }, signal);
    }
  }
}

const locked = (holder: string, cause: DataverseError): PipelineError =>
  new PipelineError({
    code: "locked",
    message: `The environment is busy with ${holder}. Nothing was started.`,
    whatToDo: "Run this again when that has ended, or with --wait-for-lock.",
    exitCode: ExitCode.refused,
    cause,
  });

const isFailureOf = (row: SolutionOperation, uniqueName: string): boolean =>
  row.result === "failed" && operationKind(row) !== "import" && nameKey(row.solutionUniqueName) === nameKey(uniqueName);

/** Undefined where it cannot be read: it is done without, and a failure is found out later. */
async function history(transport: Transport, { signal }: Outside): Promise<readonly SolutionOperation[] | undefined> {
  return retrieveSolutionHistory(transport, signal).catch(() => undefined);
}
