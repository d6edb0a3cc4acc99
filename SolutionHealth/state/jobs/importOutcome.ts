import { retrieveImportLog } from "../../dataverse/operations/retrieveImportLog";
import { retrieveLatestImportJob } from "../../dataverse/operations/retrieveLatestImportJob";
import { retrieveSolutionImportResult } from "../../dataverse/operations/retrieveSolutionImportResult";
import type { Guid } from "../../domain/model/guid";
import type { ImportOutcome, TrackedJob } from "./model";
import { known } from "./operationEffect";
import type { JobsPorts } from "./ports";

/**
 * What the server says of an import that has ended, component by component. Each of its two accounts may be missing.
 * @throws DataverseError "cancelled" and "signedOut"
 */
export async function readImportOutcome(
  importJobId: Guid,
  { transport }: JobsPorts,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const [result, log] = await Promise.all([
    known(retrieveSolutionImportResult(importJobId, transport, signal)),
    known(retrieveImportLog(importJobId, transport, signal)),
  ]);
  return {
    importJobId,
    ...(result && { status: result.status, warnings: result.warnings, errors: result.errors }),
    ...(log && { log }),
  };
}

/** The clock of the history and that of import jobs need not agree to the second. */
const TOLERANCE = 60_000;

/** The same for an import that this page did not start, or started before it was reloaded. Nothing where none is found. */
export async function findImportOutcome(
  { kind, uniqueName, startedAt }: TrackedJob,
  ports: JobsPorts,
  signal: AbortSignal,
): Promise<Partial<TrackedJob>> {
  if (kind === "uninstall" || kind === "applyUpgrade" || uniqueName === "") return {};
  const since = new Date(startedAt.getTime() - TOLERANCE);
  const id = await known(retrieveLatestImportJob(uniqueName, since, ports.transport, signal));
  return id === undefined ? {} : { outcome: await readImportOutcome(id, ports, signal) };
}
