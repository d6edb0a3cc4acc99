import { DataverseError } from "./errors";

/** Statuses of a gateway or server that is away for a moment. */
const PASSING_STATUSES: readonly number[] = [502, 503, 504];

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Whether a read may be sent again: throttling, a server that is away, a broken connection. Not the customization
 * lock, which comes with status 429 too but lasts as long as somebody's import (fact sheet §6.8).
 */
export function isPassing(error: unknown): error is DataverseError {
  if (!(error instanceof DataverseError)) return false;
  if (error.kind === "throttled" || error.kind === "network") return true;
  return error.kind === "server" && error.status !== undefined && PASSING_STATUSES.includes(error.status);
}

/** Service protection: everything is to rest, not this read alone. */
export const isThrottled = (error: unknown): error is DataverseError =>
  error instanceof DataverseError && error.kind === "throttled";

/**
 * Milliseconds to wait before the next try: what the server asked for, else doubling from one second up to 30.
 * @param retries tries already repeated, 0 after the first
 */
export function waitBeforeRetry(error: DataverseError, retries: number): number {
  // No time at all is no advice.
  if (error.retryAfter !== undefined && error.retryAfter > 0) return error.retryAfter * 1_000;
  return Math.min(FIRST_WAIT * 2 ** retries, LONGEST_WAIT);
}
