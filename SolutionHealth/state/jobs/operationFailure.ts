import type { Failure } from "../model";

/** What a job's row or the history says of a failed operation, as a failure. It is over: sending it again is no retry. */
export const operationFailure = (
  { errorCode, errorText }: { readonly errorCode?: string; readonly errorText?: string },
  kind: Failure["kind"] = "server",
): Failure => ({
  kind,
  retryable: false,
  ...(errorCode !== undefined && { code: errorCode }),
  ...(errorText !== undefined && { serverText: errorText }),
});
