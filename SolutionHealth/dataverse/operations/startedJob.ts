import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import { guidOf, isRow, present } from "../wire";

/** What the server hands back when it has taken a long job. */
export interface StartedJob {
  /** Row of `asyncoperations` that tells how the job goes. */
  readonly asyncOperationId: Guid;
  /** Row of `importjobs`; imports only. */
  readonly importJobId?: Guid;
}

/**
 * Reads the answer of an asynchronous message. The import job's id is called `ImportJobKey` there (fact sheet §6.4).
 * @throws DataverseError "unreadable", with `outcomeUnknown`: the job may well have been started.
 */
export function toStartedJob(body: unknown): StartedJob {
  const asyncOperationId = isRow(body) ? guidOf(body, "AsyncOperationId") : undefined;
  if (!isRow(body) || asyncOperationId === undefined) {
    throw new DataverseError("unreadable", "The answer does not name the job.", { outcomeUnknown: true });
  }
  return { asyncOperationId, ...present({ importJobId: guidOf(body, "ImportJobKey") }) };
}
