import type { DetailSteps } from "../../domain/differences/compareValues";
import type { PropertyDifference } from "../../domain/differences/difference";
import type { ComponentKey, LayerStack } from "../../domain/layers/componentLayer";
import type { PropertyWinner } from "../../domain/layers/winners";
import type { Guid } from "../../domain/model/guid";
import type { PropertyValue } from "../../domain/model/property";
import type { AcceptedOverride } from "../../domain/overrides/acceptedOverride";
import type { FileProblem } from "../../domain/overrides/fileProblem";
import type { ListedOverride, OverrideCounts, OverrideOrigin } from "../../domain/overrides/listedOverride";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { IncomingValue, Removability } from "../../domain/overrides/removability";
import type { RemovalReport } from "../../domain/overrides/removalReport";
import type { FlagWay } from "../../dataverse/overrides/flagSearch";
import type { Failure, Resource } from "../model";

export type { FlagWay, OverrideCounts, OverrideOrigin };

/*
 * The contract between the overrides pages and what stands behind them, implemented by `createOverridesStore`
 * (state/overrides/overridesStore.ts). All state is plain data, replaced as a whole on each change, never mutated.
 * Waiting because the server throttles is in `AppState.throttledFor`: it concerns every page.
 */

// ---- Scan ---------------------------------------------------------------------------------------------------------

/** What is looked at. */
export type ScanScope =
  { readonly kind: "environment" } | { readonly kind: "solutions"; readonly ids: readonly Guid[] };

export interface ScanProgress {
  readonly stage: "flags" | "layers";
  /** Steps of the stage; `total` grows while new work is found. */
  readonly done: number;
  readonly total: number;
  /** What is being read just now: a solution's display name, or that of a component. */
  readonly current?: string;
  /** Requests made for this scan so far, over all its runs. */
  readonly calls: number;
}

/** A part of the environment whose flags could not be read: what is customized in there is not known. */
export interface UnreadPart {
  readonly solutionId: Guid;
  readonly solutionName: string;
  /** Logical name of a table of the solution; absent for the solution's own list. */
  readonly table?: string;
  readonly failure: Failure;
}

export type ScanStatus =
  | "idle"
  | "running"
  /** Cancelled by the person, results so far kept: `resume()` goes on where it stopped. */
  | "paused"
  | "finished"
  /** Not even the flags could be read. */
  | "failed";

export interface ScanState {
  readonly status: ScanStatus;
  readonly scope?: ScanScope;
  readonly way?: FlagWay;
  readonly progress?: ScanProgress;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  /** Milliseconds of running, pauses not counted. */
  readonly duration?: number;
  /** Components whose layers did not have to be read again since nothing had changed. */
  readonly reused?: number;
  /** True when everything of the scope was read: nothing is `unread` and no row is `unknown`. */
  readonly complete: boolean;
  readonly unread: readonly UnreadPart[];
  readonly failure?: Failure;
}

/**
 * A row of the list. Rows come in any order while a scan runs; searching, sorting, grouping and exporting them is pure:
 * domain/overrides/listOverrides.ts, listText.ts.
 */
export interface OverrideRow extends ListedOverride {
  /** Why the layers could not be read; with state `unknown`. */
  readonly failure?: Failure;
}

// ---- Layer view ---------------------------------------------------------------------------------------------------

/** Everything the layer view of one component shows. Diffs are computed on demand by `compareLayers`. */
export interface LayerView {
  readonly component: OverriddenComponent;
  /** Top first. */
  readonly stack: LayerStack;
  /** By property; sorted by name. */
  readonly winners: ReadonlyMap<string, PropertyWinner>;
  /** True for types whose layers are merged: forms, site maps, apps, ribbons (§8.1): the page says so. */
  readonly merged: boolean;
  /** What taking the override back would show; empty where there is no Active layer. */
  readonly incoming: readonly IncomingValue[];
  readonly removability: Removability;
  /** Versions of the solutions in the stack by unique name, lower case, where installed. */
  readonly versions: ReadonlyMap<string, string>;
}

// ---- Taking back --------------------------------------------------------------------------------------------------

export interface RemovalItem {
  readonly component: OverriddenComponent;
  readonly removability: Removability;
  readonly incoming: readonly IncomingValue[];
}

export interface RemovalPlan {
  readonly items: readonly RemovalItem[];
  /**
   * What must be typed before more than one override is removed: the unique name of the solution that owns them all,
   * else the environment's name. Undefined where nothing must be typed.
   */
  readonly confirmation?: string;
  readonly backup: { readonly fileName: string; readonly content: string };
}

export type RemovalState =
  | { readonly status: "idle" }
  /** Reading stacks and definitions anew for the pre-flight and the backup. */
  | { readonly status: "preparing"; readonly done: number; readonly total: number }
  | { readonly status: "prepared"; readonly plan: RemovalPlan; readonly backupSaved: boolean }
  | {
      readonly status: "running";
      readonly plan: RemovalPlan;
      /** `job` the server's bulk job runs; `oneByOne` it was refused; `checking` every item is read again. */
      readonly stage: "job" | "oneByOne" | "checking";
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly status: "finished";
      readonly plan: RemovalPlan;
      readonly report: RemovalReport;
      readonly reportFile: { readonly fileName: string; readonly content: string };
    }
  | { readonly status: "failed"; readonly failure: Failure };

// ---- Putting back -------------------------------------------------------------------------------------------------

/** One property that restoring would write. */
export interface RestoreValue {
  readonly property: string;
  /** As it is now; undefined where the table does not say. */
  readonly now: PropertyValue | undefined;
  readonly then: PropertyValue;
}

export type RestoreNote =
  | "componentGone"
  /** A solution of its stack has another version than at the time of the backup: may be written only if asked for. */
  | "versionChanged"
  | "notReadable"
  /** Every value is there already. */
  | "nothingToWrite"
  /** The Web API cannot write this type, or some of its properties: `byHand` has the text. */
  | "byHand";

export interface RestoreItem {
  readonly component: OverriddenComponent;
  /** Whether anything can be written at all. */
  readonly writable: boolean;
  readonly notes: readonly RestoreNote[];
  readonly values: readonly RestoreValue[];
  /** Properties that cannot be written, with the value to be re-applied by hand, as text. */
  readonly byHand: readonly { readonly property: string; readonly text: string }[];
  readonly failure?: Failure;
}

export type RestoreOutcome = "restored" | "different" | "refused" | "unknown" | "skipped";

export interface RestoreResult {
  readonly component: OverriddenComponent;
  readonly outcome: RestoreOutcome;
  readonly failure?: Failure;
}

export type RestoreState =
  | { readonly status: "idle" }
  /** The file was not taken; nothing was asked of the environment. */
  | { readonly status: "badFile"; readonly problem: FileProblem }
  | { readonly status: "checking"; readonly done: number; readonly total: number }
  | {
      readonly status: "ready";
      readonly fileName: string;
      readonly createdOn: Date;
      readonly items: readonly RestoreItem[];
    }
  | {
      readonly status: "running";
      readonly items: readonly RestoreItem[];
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly status: "finished";
      readonly items: readonly RestoreItem[];
      readonly results: readonly RestoreResult[];
      /** What was written could not be published: it is there, and not yet seen by users. */
      readonly publishFailure?: Failure;
    }
  | { readonly status: "failed"; readonly failure: Failure };

// ---- Accepted overrides -------------------------------------------------------------------------------------------

export interface AcceptedState {
  readonly entries: readonly AcceptedOverride[];
  /** True while there is something that the file last saved or loaded does not hold. */
  readonly unsaved: boolean;
  /** The list is kept in the environment, where others see and change it too. */
  readonly shared?: boolean;
  readonly problem?: FileProblem;
  readonly failure?: Failure;
}

/** Where accepted overrides are kept: with the page alone, or in the environment's own table, shared with others. */
export interface AcceptedStorage {
  /** @throws FileFormatError, DataverseError */
  load(): Promise<readonly AcceptedOverride[]>;
  /**
   * @param before the list that was changed: only what differs is written
   * @returns what is kept now, with what others have changed in the meantime
   * @throws DataverseError
   */
  save(entries: readonly AcceptedOverride[], before: readonly AcceptedOverride[]): Promise<readonly AcceptedOverride[]>;
  /** Whether others see and change the same list: then a file adds to it, and nothing has to be saved to a file. */
  isShared?(): boolean;
  /** Tells of changes that did not come from here. @returns a function that unsubscribes. */
  subscribe?(listener: () => void): () => void;
}

export interface Acceptance {
  readonly reason: string;
  readonly acceptedBy?: string;
  /** `YYYY-MM-DD`. */
  readonly expiresOn?: string;
}

// ---- The whole ----------------------------------------------------------------------------------------------------

export interface OverridesState {
  readonly scan: ScanState;
  readonly rows: readonly OverrideRow[];
  readonly counts: OverrideCounts;
  /** Properties that do not make an override real (§4.5); changing the list judges all rows anew, without a call. */
  readonly bookkeeping: readonly string[];
  readonly layers: ReadonlyMap<ComponentKey, Resource<LayerView>>;
  readonly removal: RemovalState;
  readonly restore: RestoreState;
  readonly accepted: AcceptedState;
}

/** The store as the pages see it. Methods never throw: what goes wrong is in the state. */
export interface OverridesStore {
  getState(): OverridesState;
  /** @returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;

  /** Begins anew, keeping rows on the screen until their successors come. A running scan is given up. */
  scan(scope: ScanScope): void;
  /** Pauses: what is under way is given up, what was read stays. */
  cancel(): void;
  /** Goes on with a paused scan. */
  resume(): void;
  /** Reads again what could not be read: one row, or every unknown row and unread part. */
  retry(key?: ComponentKey): void;
  setBookkeeping(properties: readonly string[]): void;

  /** Reads the layers of any component, anew each time. */
  loadLayers(component: Omit<OverriddenComponent, "key">): void;
  /**
   * Differences between two layers of a loaded stack, by position (0 = top); by default Active against the layer below.
   * Computed when called, so not to be called in a render without memory. Details of long values are left out.
   */
  compareLayers(key: ComponentKey, upper?: number, lower?: number): readonly PropertyDifference[];
  /** A detail that was left out, a step at a time; undefined where the stack is not loaded any more. */
  compareProperty(key: ComponentKey, property: string, upper: number, lower: number): DetailSteps | undefined;

  /** @param chosen keys of rows or of opened layers; components that stand nowhere here, in full */
  prepareRemoval(chosen: readonly (ComponentKey | OverriddenComponent)[]): void;
  /** Hands the backup to the person as a file. Only then can `remove` be called. */
  saveBackup(): void;
  /** @param typed what the person typed, where `plan.confirmation` asks for it; nothing is done for another text */
  remove(typed?: string): void;
  /** Before sending: leaves the flow. While running: sends nothing more, still checks what was sent. */
  cancelRemoval(): void;
  saveReport(): void;
  closeRemoval(): void;

  /** Reads a backup file and checks it against the environment; writes nothing. */
  openBackup(fileName: string, content: string): void;
  /** Writes the chosen items, those at another version only if they are named. */
  restore(keys: readonly ComponentKey[]): void;
  closeRestore(): void;

  accept(keys: readonly ComponentKey[], acceptance: Acceptance): void;
  withdraw(keys: readonly ComponentKey[]): void;
  /** Takes the entries of a file in place of those held. */
  loadAccepted(content: string): void;
  /** Hands the entries to the person as a file. */
  saveAccepted(): void;

  /** Aborts every request and drops every listener. */
  dispose(): void;
}
