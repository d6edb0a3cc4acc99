import { DataverseError } from "../dataverse/errors";
import type { Failure, FailureKind } from "./model";

/** Kinds for which the same request may well succeed when it is sent again. */
const RETRYABLE: readonly FailureKind[] = ["network", "timeout", "cancelled", "throttled", "locked", "server"];

/** What went wrong as plain data. Anything but a `DataverseError` is a fault of our own reading. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof DataverseError)) {
    return { kind: "unreadable", serverText: error instanceof Error ? error.message : String(error), retryable: false };
  }
  const { kind, code, serverText, status, activityId, privilege } = error;
  return {
    kind,
    retryable: RETRYABLE.includes(kind),
    ...(code !== undefined && { code }),
    ...(serverText !== undefined && { serverText }),
    ...(status !== undefined && { status }),
    ...(activityId !== undefined && { activityId }),
    ...(privilege !== undefined && { privilege }),
  };
}
