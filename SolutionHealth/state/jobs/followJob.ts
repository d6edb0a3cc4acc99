import { wait } from "../../dataverse/clock";
import { DataverseError } from "../../dataverse/errors";
import { pollingInterval } from "../../dataverse/operations/pollingInterval";
import { type AsyncOperation, retrieveAsyncOperation } from "../../dataverse/operations/retrieveAsyncOperation";
import type { Guid } from "../../domain/model/guid";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import type { JobEntry } from "./jobEntry";
import { operationFailure } from "./operationFailure";
import type { JobsPorts } from "./ports";

/** What following a job by its own row came to. */
export type Followed =
  | { readonly status: "succeeded" }
  | { readonly status: "failed"; readonly failure: Failure }
  /** The row is not there, may not be read, or does not say how it ended: only the effect tells. */
  | { readonly status: "effectTells" }
  | { readonly status: "lost"; readonly failure: Failure };

/** Looks that fail in a row before sight of the job is given up: some minutes. */
const MOST_FAILURES = 20;

/**
 * Follows a job to its end, through failures of looking.
 * @param onLook awaited after each look that finds it unfinished; false where it turns out to be another one's
 * @throws DataverseError "cancelled"
 */
export async function followJob(
  id: Guid,
  entry: JobEntry,
  { transport, clock }: JobsPorts,
  signal: AbortSignal,
  onLook?: () => Promise<boolean>,
): Promise<Followed> {
  let failures = 0;
  for (let looks = 0; ; looks += 1) {
    const look = await retrieveAsyncOperation(id, transport, signal).catch(asFault);
    if (!(look instanceof DataverseError)) {
      failures = 0;
      const end = endOf(look);
      if (end) return end;
      entry.change({ serverStatus: look.status, ...(look.errorText !== undefined && { message: look.errorText }) });
      if ((await onLook?.()) === false) return { status: "effectTells" };
    } else {
      if (look.kind === "notFound" || look.kind === "forbidden") return { status: "effectTells" };
      failures += 1;
      if (look.kind === "signedOut" || failures >= MOST_FAILURES) return { status: "lost", failure: toFailure(look) };
    }
    await wait(pollingInterval(looks), clock, signal);
  }
}

function endOf(operation: AsyncOperation): Followed | undefined {
  const { status } = operation;
  if (status === "waiting" || status === "running") return undefined;
  if (status === "succeeded") return { status };
  if (status === "unknown") return { status: "effectTells" };
  return {
    status: "failed",
    failure: operationFailure(operation, operation.status === "cancelled" ? "cancelled" : "server"),
  };
}

function asFault(error: unknown): DataverseError {
  if (error instanceof DataverseError && error.kind !== "cancelled") return error;
  throw error;
}
