import { wait as pause } from "../../../SolutionHealth/dataverse/clock";
import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { pollingInterval } from "../../../SolutionHealth/dataverse/operations/pollingInterval";
import { retrieveSolutionByName } from "../../../SolutionHealth/dataverse/operations/retrieveSolutionByName";
import type { StartedJob } from "../../../SolutionHealth/dataverse/operations/startedJob";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import { ExitCode, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import { outcomeUnknown, toPipelineError } from "./failures";
import { followJob } from "./jobs";

/** An operation on an installed solution that is known by its name. */
export interface NamedOperation {
  readonly uniqueName: string;
  /** For messages, e.g. "Uninstalling Contoso". */
  readonly doing: string;
  readonly wait: boolean;
  /** Unique name of the solution row without which there is nothing to do. */
  readonly needs: string;
  /** Starts it, once. @returns "done" where the server has already done it when it answers */
  readonly start: () => Promise<StartedJob | "done">;
  /**
   * Whether the environment looks as it should afterwards: asked only when the answer to the start got lost.
   * @throws PipelineError where it shows that the operation has failed
   */
  readonly isDone: () => Promise<boolean>;
}

export interface NamedOutcome {
  readonly solution: string;
  /** Undefined where the answer got lost. */
  readonly asyncOperationId: string | undefined;
  readonly status: "started" | "succeeded";
}

/** How often to look for the effect of an operation whose answer got lost: about half an hour in all. */
const LOOKS_FOR_EFFECT = 120;

/**
 * Starts an operation, once, and follows it where wanted.
 * @throws PipelineError `notInstalled` before anything is sent; whatever the operation ends in afterwards.
 */
export async function runNamedOperation(
  operation: NamedOperation,
  transport: Transport,
  outside: Outside,
): Promise<NamedOutcome> {
  const { uniqueName, doing, wait } = operation;
  await requireInstalled(operation, transport, outside);
  const started = await operation.start().catch((thrown: unknown) => waitForEffect(thrown, operation, outside));
  const job = started === "done" ? undefined : started;
  const asyncOperationId = job?.asyncOperationId;
  if (job && !wait) {
    outside.logger.info(`${doing} has been started.`);
    return { solution: uniqueName, asyncOperationId, status: "started" };
  }
  if (job) {
    await followJob(job, doing, transport, outside);
  }
  outside.logger.info(`${doing} succeeded.`);
  return { solution: uniqueName, asyncOperationId, status: "succeeded" };
}

async function requireInstalled(
  { needs, doing }: NamedOperation,
  transport: Transport,
  outside: Outside,
): Promise<void> {
  const installed = await retrieveSolutionByName(needs, transport, outside.signal).catch((thrown: unknown) => {
    throw toPipelineError(thrown, doing);
  });
  if (installed === undefined) {
    throw new PipelineError({
      code: "notInstalled",
      message: `There is no solution ${needs} in this environment.`,
      whatToDo: "Give the unique name, not the display name; the app and the maker portal show both.",
      exitCode: ExitCode.refused,
    });
  }
}

async function waitForEffect(thrown: unknown, operation: NamedOperation, outside: Outside): Promise<undefined> {
  const { doing } = operation;
  if (!(thrown instanceof DataverseError) || !thrown.outcomeUnknown || outside.signal.aborted) {
    throw toPipelineError(thrown, doing);
  }
  outside.logger.warn("The answer of the environment got lost; watching for its effect instead of sending it again.");
  for (let looks = 0; looks < LOOKS_FOR_EFFECT; looks += 1) {
    const done = await operation.isDone().catch((error: unknown) => {
      throw error instanceof PipelineError ? error : outcomeUnknown(doing, error);
    });
    if (done) {
      return undefined;
    }
    await pause(pollingInterval(looks), outside.clock, outside.signal);
  }
  throw outcomeUnknown(doing, thrown);
}
