import { wait } from "../../dataverse/clock";
import { DataverseError } from "../../dataverse/errors";
import { pollingInterval } from "../../dataverse/operations/pollingInterval";
import { retrieveRunningImportJob } from "../../dataverse/operations/retrieveRunningImportJob";
import { retrieveSolutionHistory } from "../../dataverse/retrieveSolutionHistory";
import type { Guid } from "../../domain/model/guid";
import type { SolutionOperation } from "../../domain/model/operation";
import { nameKey, upgradedNameKey } from "../../domain/solutions/solutionNames";
import { toFailure } from "../failure";
import { followJob } from "./followJob";
import type { FoundOperation } from "./foundJobs";
import { findImportOutcome } from "./importOutcome";
import type { JobEntry } from "./jobEntry";
import { atBest } from "./operationEffect";
import { operationFailure } from "./operationFailure";
import type { JobsPorts } from "./ports";

/** Looks at the history that fail in a row before sight of the operation is given up. */
const MOST_FAILURES = 20;

/**
 * Follows an operation that was found in the history: by its job, else by its row of the history.
 * @throws DataverseError "cancelled"
 */
export async function followFound(
  { operation, jobId }: FoundOperation,
  entry: JobEntry,
  ports: JobsPorts,
  signal: AbortSignal,
): Promise<void> {
  if (jobId !== undefined) {
    const end = await followJob(jobId, entry, ports, signal, () => tellProgress(entry, ports, signal));
    if (end.status !== "effectTells") {
      await conclude(entry, ports, signal);
      entry.end(end.status, end.status === "succeeded" ? undefined : end.failure);
      return;
    }
  }
  await followRow(operation.id, entry, ports, signal);
}

/**
 * Follows an operation of which only the job is known.
 * @throws DataverseError "cancelled"
 */
export async function followWaiting(id: Guid, entry: JobEntry, ports: JobsPorts, signal: AbortSignal): Promise<void> {
  const end = await followJob(id, entry, ports, signal, () => tellProgress(entry, ports, signal));
  await conclude(entry, ports, signal);
  if (end.status === "succeeded") entry.end("succeeded");
  else if (end.status === "effectTells") entry.end("lost");
  else entry.end(end.status, end.failure);
}

/** How far an import is that was started elsewhere, or before the page was reloaded: nothing names its import job. */
async function tellProgress(entry: JobEntry, { transport }: JobsPorts, signal: AbortSignal): Promise<true> {
  const { kind, uniqueName } = entry.get();
  if (kind !== "import" && kind !== "upgrade") return true;
  const job = await atBest(retrieveRunningImportJob(transport, signal));
  const name = job?.solutionName === undefined ? undefined : nameKey(job.solutionName);
  const isIts = name === undefined || name === nameKey(uniqueName) || name === upgradedNameKey(uniqueName);
  if (job && isIts) entry.change({ progress: job.progress });
  return true;
}

/** Which component an import came to grief on is told also where it was started elsewhere. */
async function conclude(entry: JobEntry, ports: JobsPorts, signal: AbortSignal): Promise<void> {
  entry.change((await atBest(findImportOutcome(entry.get(), ports, signal))) ?? {});
}

async function followRow(id: Guid, entry: JobEntry, ports: JobsPorts, signal: AbortSignal): Promise<void> {
  let failures = 0;
  for (let looks = 0; ; looks += 1) {
    const history = await retrieveSolutionHistory(ports.transport, signal).catch(asFault);
    if (history instanceof DataverseError) {
      failures += 1;
      if (history.kind === "signedOut" || failures >= MOST_FAILURES) {
        entry.end("lost", toFailure(history));
        return;
      }
    } else {
      const row = history.find((known) => known.id === id);
      if (row?.result !== "running") {
        await conclude(entry, ports, signal);
        endByRow(row, entry);
        return;
      }
    }
    await wait(pollingInterval(looks), ports.clock, signal);
  }
}

/** A row that has gone from the newest ones says nothing any more. */
function endByRow(row: SolutionOperation | undefined, entry: JobEntry): void {
  if (row?.result === "succeeded") entry.end("succeeded");
  else if (row?.result === "failed") entry.end("failed", operationFailure(row));
  else entry.end("lost");
}

function asFault(error: unknown): DataverseError {
  if (error instanceof DataverseError && error.kind !== "cancelled") return error;
  throw error;
}
