import type { ImportRequest } from "../../dataverse/operations/importRequest";
import type { ImportLogEntry } from "../../dataverse/operations/retrieveImportLog";
import type { JobStatus } from "../../dataverse/operations/retrieveAsyncOperation";
import type { Guid } from "../../domain/model/guid";
import type { Failure } from "../model";

/** What a job does to a solution; `stage` imports an upgrade that is to be applied later. */
export type JobKind = "uninstall" | "import" | "upgrade" | "stage" | "applyUpgrade";

/** A package as an import speaks of it. */
export interface ImportTarget {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly way: "import" | "upgrade" | "stage";
}

/** The server's account of an import that has ended; what it does not tell, or may not be read, is absent. */
export interface ImportOutcome {
  readonly importJobId: Guid;
  /** "Passed" is the only good one seen (fact sheet §5.3). */
  readonly status?: string;
  readonly warnings?: readonly string[];
  readonly errors?: readonly string[];
  /** Component by component. */
  readonly log?: readonly ImportLogEntry[];
}

/**
 * How a job stands, as far as anybody knows:
 * - `waitingForLock`: not sent yet, since another solution operation runs; sent once when that has ended;
 * - `starting`: the request is under way;
 * - `running`: the server has it;
 * - `lookingUp`: the answer to the request got lost: it is looked up, never sent again;
 * - `succeeded`, `failed`: seen by its own row or by its effect;
 * - `notStarted`: the server refused the request, nothing was done;
 * - `lost`: nobody knows how it ended.
 */
export type JobPhase =
  "waitingForLock" | "starting" | "running" | "lookingUp" | "succeeded" | "failed" | "notStarted" | "lost";

export interface TrackedJob {
  /** Ours; stays the same over reloads. */
  readonly key: string;
  readonly kind: JobKind;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly phase: JobPhase;
  /** Row of `asyncoperations`, once the server has said it. */
  readonly asyncOperationId?: Guid;
  /**
   * The answer got lost, and no history names the server's job as this one yet: all those it may be, `asyncOperationId` first.
   * Absent where it is certain.
   */
  readonly presumed?: readonly Guid[];
  /** The server's own state of it. */
  readonly serverStatus?: JobStatus;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** Last word of the server, or the reason of a failure. */
  readonly message?: string;
  readonly failure?: Failure;
  /** Who holds the customization lock, as far as the server's text and the history tell. */
  readonly lockedBy?: string;
  /** True for a job that this page did not start: found in the history. */
  readonly found: boolean;
  /** Imports: percent of the import job, which may end below 100 (fact sheet §5.3). */
  readonly progress?: number;
  /** Imports that have ended. */
  readonly outcome?: ImportOutcome;
}

export interface JobsState {
  /** Newest first: those that run, and those that ended while the page was open and were not dismissed. */
  readonly jobs: readonly TrackedJob[];
}

export interface StartOptions {
  /** Keep it back while another operation runs, instead of ending in `notStarted`. */
  readonly waitForLock: boolean;
  /** Told the key under which it stands on the list, before anything else happens. */
  readonly onListed?: (key: string) => void;
}

/** Follows solution operations until they end. Methods never throw. */
export interface JobsStore {
  getState(): JobsState;
  subscribe(listener: () => void): () => void;
  /**
   * Starts an uninstall, once, and follows it. Resolves with the job as it ended; rejects never.
   */
  uninstall(
    solution: {
      readonly id: Guid;
      readonly uniqueName: string;
      readonly displayName: string;
      readonly version: string;
    },
    options: StartOptions,
  ): Promise<TrackedJob>;
  /**
   * Starts an import, once, and follows it. Resolves with the job as it ended; rejects never.
   * @param request its own id for the import job included
   */
  importPackage(target: ImportTarget, request: ImportRequest, options: StartOptions): Promise<TrackedJob>;
  /** Applies the upgrade that is staged for a solution, once, and follows it. @param target with the staged version */
  applyUpgrade(target: Omit<ImportTarget, "way">, options: StartOptions): Promise<TrackedJob>;
  /** Ends waiting for the lock: nothing has been sent, nothing will be. Does nothing to a job that was sent. */
  giveUp(key: string): void;
  /** Takes an ended job off the list. */
  dismiss(key: string): void;
  /** Looks again, at once, at jobs whose end is not known. */
  lookAgain(): void;
  dispose(): void;
}
