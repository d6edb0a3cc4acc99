/**
 * What went wrong, in the product's own words:
 * - `network` no answer at all, `timeout` none in time, `cancelled` by us
 * - `throttled` service protection (fact sheet §10), `locked` another solution operation runs (§6.8)
 * - `signedOut` the session has ended, `forbidden` a privilege is missing, `notFound`
 * - `conflict` somebody else was faster: the row has changed since it was read, or is there already
 * - `badRequest` the server refuses the request as such, `server` it failed by itself
 * - `unreadable` an answer that is not what was asked for
 */
export type DataverseErrorKind =
  | "network"
  | "timeout"
  | "cancelled"
  | "throttled"
  | "locked"
  | "conflict"
  | "signedOut"
  | "forbidden"
  | "notFound"
  | "badRequest"
  | "server"
  | "unreadable";

/** The evidence an error carries, each part only where the server gave it. */
export interface DataverseErrorFacts {
  readonly code?: string;
  readonly status?: number;
  readonly serverText?: string;
  readonly activityId?: string;
  /** Privilege named in the server's text, e.g. "prvReadSolution". */
  readonly privilege?: string;
  /** Seconds the server asked to wait. */
  readonly retryAfter?: number;
  /** A write was sent and nobody knows whether it took effect: look it up, never repeat it. */
  readonly outcomeUnknown?: boolean;
  readonly cause?: unknown;
}

/** The one error class of the room: everything that a request can end in. */
export class DataverseError extends Error {
  override readonly name = "DataverseError";
  readonly code?: string;
  readonly status?: number;
  readonly serverText?: string;
  readonly activityId?: string;
  readonly privilege?: string;
  readonly retryAfter?: number;
  readonly outcomeUnknown: boolean;

  constructor(
    readonly kind: DataverseErrorKind,
    message: string,
    private readonly facts: DataverseErrorFacts = {},
  ) {
    super(message);
    // With `cause`, which the language level of the control does not yet let `Error` take.
    Object.assign(this, facts);
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
  }

  /** The same error for a write that may have taken effect. */
  asOutcomeUnknown(): DataverseError {
    return new DataverseError(this.kind, this.message, { ...this.facts, outcomeUnknown: true });
  }
}

export function cancelled(cause?: unknown): DataverseError {
  return new DataverseError("cancelled", "The request was cancelled.", { cause });
}

/**
 * Whether an error concerns what was being read and nothing else, so that it can be told as not known while the rest
 * goes on: not after Cancel, not when the session has ended, and not for a fault that is not the environment's.
 */
export const concernsOneRead = (error: unknown): error is DataverseError =>
  error instanceof DataverseError && error.kind !== "cancelled" && error.kind !== "signedOut";
