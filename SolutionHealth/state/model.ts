import type { CallRecord } from "../dataverse/callRecord";
import type { Permission } from "../dataverse/retrievePrivileges";
import type { SolutionComponent } from "../domain/model/component";
import type { EnvironmentInfo, SignedInUser } from "../domain/model/environment";
import type { Guid } from "../domain/model/guid";
import type { SolutionOperation } from "../domain/model/operation";
import type { InstalledSolution } from "../domain/model/solution";

export type { CallRecord, Permission };

/** What went wrong, ready to be put into words: `code` picks the text, the rest is evidence. */
export interface Failure {
  /** Our own kind, which picks the text. */
  readonly kind: FailureKind;
  /** The server's code, e.g. "0x80040220", where it gave one. */
  readonly code?: string;
  /** The server's own text. Shown only under "Details". */
  readonly serverText?: string;
  readonly status?: number;
  readonly activityId?: string;
  /** Privilege the server missed, e.g. "prvReadSolution". */
  readonly privilege?: string;
  readonly retryable: boolean;
}

export type FailureKind =
  | "network"
  | "timeout"
  | "cancelled"
  | "throttled"
  /** The session has ended: only signing in again (reloading the page) helps. */
  | "signedOut"
  | "forbidden"
  | "notFound"
  | "locked"
  /** Somebody else was faster: what was to be changed is not any more as it was read. */
  | "conflict"
  | "badRequest"
  | "server"
  | "unreadable";

/** What is loaded. `previous` keeps the rows on the screen while they are read again. */
export type Resource<T> =
  | { readonly status: "idle" }
  | { readonly status: "loading"; readonly previous?: T; readonly progress?: Progress }
  | { readonly status: "ready"; readonly value: T; readonly at: Date }
  | { readonly status: "failed"; readonly failure: Failure; readonly previous?: T };

/** "Reading tables 12 of 40": `stage` picks the text. */
export interface Progress {
  readonly stage: "tables" | "rows";
  readonly done: number;
  readonly total: number;
}

/** Which components of a solution are known so far. */
export interface ComponentList {
  readonly components: readonly SolutionComponent[];
  /** Totals by type from the count summaries; undefined when they could not be read. */
  readonly totals?: ReadonlyMap<number, number>;
  /** False after Cancel, or when a part could not be read: the list is then said to be partial. */
  readonly complete: boolean;
  /** Logical names of tables whose subcomponents could not be read, with the reason. */
  readonly unread: readonly { readonly table: string; readonly failure: Failure }[];
}

export interface AppState {
  readonly environment: Resource<EnvironmentInfo>;
  readonly user: Resource<SignedInUser>;
  readonly privileges: Resource<ReadonlyMap<string, Permission>>;
  readonly solutions: Resource<readonly InstalledSolution[]>;
  /**
   * The newest operations of the whole environment, newest first; at most `HISTORY_LIMIT` of them, so what is not
   * among them may all the same have happened (`indexHistory(…).knownSince` says from when on all are known).
   */
  readonly history: Resource<readonly SolutionOperation[]>;
  /** Components by solution id, read on demand. */
  readonly components: ReadonlyMap<Guid, Resource<ComponentList>>;
  /** Names of component types by number (`solutioncomponentdefinitions`), for those our table does not know. */
  readonly typeNames: Resource<ReadonlyMap<number, string>>;
  /** The last 500 requests, oldest first. */
  readonly calls: readonly CallRecord[];
  /** Seconds the server asked to wait for, while it is throttling us. */
  readonly throttledFor?: number;
}

/** The store as the views see it. Methods never throw: what goes wrong is in the state. */
export interface AppStore {
  getState(): AppState;
  /** @returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Reads everything the frame and the solutions page need; keeps what is on the screen. */
  refresh(): void;
  /** Reads again one failed part. */
  retry(part: "environment" | "user" | "privileges" | "solutions" | "history"): void;
  /**
   * Reads the components of a solution, anew each time it is called. While they come in, `previous` holds those
   * known so far.
   */
  loadComponents(solutionId: Guid): void;
  /** Stops reading; what was read stays, and is said to be partial. Does nothing when nothing is being read. */
  cancelComponents(solutionId: Guid): void;
  /** Aborts every request and drops every listener. */
  dispose(): void;
}
