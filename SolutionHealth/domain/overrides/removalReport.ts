import type { OverriddenComponent } from "./override";

/**
 * What became of an override that was to be taken back, found by reading the component again:
 * - `removed` no Active layer, or none that changes anything meaningful, is there any more
 * - `stillThere` the server did not refuse, and yet the override is as it was
 * - `refused` the server said no: see `serverText`
 * - `reappeared` it was gone, and there is an override again
 * - `unknown` it could not be read again, or nobody knows whether the server did it
 * - `skipped` nothing was sent for it: the pre-flight had refused it, or the person cancelled
 */
export type RemovalOutcome = "removed" | "stillThere" | "refused" | "reappeared" | "unknown" | "skipped";

export interface RemovalResult {
  readonly component: OverriddenComponent;
  readonly outcome: RemovalOutcome;
  /** The server's code and words, where it refused or the reading failed. */
  readonly code?: string;
  readonly serverText?: string;
}

/** The content of a removal report file. */
export interface RemovalReport {
  /** Instants, ISO 8601 UTC. */
  readonly startedOn: string;
  readonly endedOn: string;
  readonly environment: { readonly url: string; readonly name?: string };
  /** Name of the backup file that was saved before. */
  readonly backupFile: string;
  readonly results: readonly RemovalResult[];
}
