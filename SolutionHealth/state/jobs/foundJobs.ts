import { operationKind } from "../../domain/history/operationKind";
import { runningOperations } from "../../domain/history/runningOperations";
import type { SolutionOperation } from "../../domain/model/operation";
import { upgradedNameKey, nameKey } from "../../domain/solutions/solutionNames";
import { type Guid, normaliseGuid } from "../../domain/model/guid";
import type { JobKind, TrackedJob } from "./model";

/** An operation that runs and that this page did not start, or started before it was reloaded. */
export interface FoundOperation {
  readonly operation: SolutionOperation;
  readonly kind: JobKind;
  /** Its job: the history keeps the id (fact sheet §5.1). Undefined for a synchronous one. */
  readonly jobId?: Guid;
}

/** Operations of the history that run now and are not followed yet. */
export function foundOperations(
  history: readonly SolutionOperation[],
  followed: readonly TrackedJob[],
  now: Date,
): FoundOperation[] {
  return runningOperations(history, now).flatMap((operation) => {
    const kind = jobKind(operation);
    if (kind === undefined) return [];
    const jobId = operation.activityId === undefined ? undefined : normaliseGuid(operation.activityId);
    const isFollowed = followed.some(
      (job) =>
        job.key === operation.id ||
        (jobId !== undefined && job.asyncOperationId === jobId) ||
        (job.endedAt === undefined &&
          job.kind === kind &&
          nameKey(job.uniqueName) === nameKey(operation.solutionUniqueName)),
    );
    return isFollowed ? [] : [{ operation, kind, ...(jobId !== undefined && { jobId }) }];
  });
}

/** Exports and publishing change no solution: they are not followed. */
function jobKind(operation: SolutionOperation): JobKind | undefined {
  const kind = operationKind(operation);
  if (kind === "other") return undefined;
  if (kind === "uninstall") return "uninstall";
  return upgradedNameKey(operation.solutionUniqueName) === undefined ? "import" : "upgrade";
}
