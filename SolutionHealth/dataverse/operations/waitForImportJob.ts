import type { Guid } from "../../domain/model/guid";
import { type Clock, wait } from "../clock";
import type { Transport } from "../transport";
import { pollingInterval } from "./pollingInterval";
import { type ImportJob, retrieveImportJob } from "./retrieveImportJob";

export interface ImportJobWaitOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  readonly onLook?: (job: ImportJob) => void;
}

/**
 * How often a missing row is looked for before the import counts as never begun: about ten minutes, since the row
 * appears only when the job has got its turn.
 */
const LOOKS_FOR_ROW = 45;

/**
 * Follows an import whose answer got lost, by the id that we chose for it.
 * @returns the finished job, or undefined where none ever appeared.
 * @throws DataverseError
 */
export async function waitForImportJob(
  id: Guid,
  transport: Transport,
  { clock, signal, onLook }: ImportJobWaitOptions,
): Promise<ImportJob | undefined> {
  for (let looks = 0; ; looks += 1) {
    const job = await retrieveImportJob(id, transport, signal);
    if (job?.completedOn !== undefined) return job;
    if (job === undefined && looks >= LOOKS_FOR_ROW) return undefined;
    if (job) onLook?.(job);
    await wait(pollingInterval(looks), clock, signal);
  }
}
