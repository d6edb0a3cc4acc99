/**
 * What goes wrong with solution operations. Read each time it matters, so that a test which keeps its object can change
 * it while the server runs.
 */
export interface OperationTroubles {
  /** Jobs that fail on their way; the first entry that fits a job decides. */
  readonly failures: readonly JobFailure[];
  /** Answers that do not arrive, by method and resource: `POST UninstallSolutionAsync`, `DELETE solutions`. */
  readonly lostAnswers: Readonly<Record<string, LostAnswer>>;
  /** Jobs that take longer, or come to no end; the first entry that fits a job decides. Default none. */
  readonly delays?: readonly JobDelay[];
  /** Seconds that 0x80071151 gives as `Retry-After`; undefined = it gives none ("without dependable", §6.8). */
  readonly lockRetryAfter?: number;
}

export type JobKind = "import" | "stageAndUpgrade" | "uninstall" | "deleteAndPromote";

export interface JobDelay {
  /** Which jobs; absent = all. */
  readonly job?: JobKind;
  /** How many times the usual duration they take; default 1. */
  readonly times?: number;
  /** Share of the duration, 0 to 1, after which nothing more happens: the job keeps the lock for ever. */
  readonly stuckAt?: number;
}

/** A failure in the middle of a job: nothing is changed, job and history tell of it. */
export interface JobFailure {
  /** Which jobs; absent = all. A `DELETE` of a solution is an uninstall too. */
  readonly job?: JobKind;
  /** Unique name, for `uninstall` and `deleteAndPromote`; absent = any. */
  readonly solution?: string;
  /** Share of the job's duration after which it happens, 0 to 1. */
  readonly at: number;
  /** Hex text, e.g. "0x8004F01D". */
  readonly code: string;
  readonly message: string;
  /** What `asyncoperations.friendlymessage` says; default the message. */
  readonly friendlyMessage?: string;
  /** Of an import: the component whose row of the report carries the failure; default the manifest's. */
  readonly place?: { readonly type: number; readonly key: string };
}

export interface LostAnswer {
  /**
   * `dropped` = the connection is closed before anything is done; `cut` = the request is carried out, the connection is
   * closed instead of the answer; `held` = the answer comes late.
   */
  readonly how: "dropped" | "cut" | "held";
  /**
   * Milliseconds. `held`: added to the answer. `cut`: when the connection is closed at the latest, though the server has
   * not finished; default: when it has.
   */
  readonly after?: number;
  /** How often it happens; default always. */
  readonly times?: number;
}

export const noTroubles: OperationTroubles = { failures: [], lostAnswers: {} };
