import type { ImportValue } from "../../dataverse/operations/importRequest";
import type { StagedSolution } from "../../dataverse/operations/stageSolution";
import type { ReleaseComparison } from "../../domain/releases/compareRelease";
import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import type { ReleaseFacts } from "../../domain/releases/releaseFacts";
import type { ReleasePreview, ReleaseWay } from "../../domain/releases/releasePreview";
import type { ReleaseReadingStage } from "../../domain/releases/releaseStage";
import type { StoredFile } from "../../package/reading/fileSource";
import type { Counting } from "../consequences/countAtRisk";
import type { TrackedJob } from "../jobs/model";
import type { Failure } from "../model";

// ---- Files --------------------------------------------------------------------------------------------------------

/** Why a file is not taken: codes of the package reader, or what stands on the list already. */
export interface FileRefusal {
  readonly code: string;
  /** Entry of the zip at fault, or the name of the package that is there already. */
  readonly place?: string;
  /** The reader's own words. */
  readonly text: string;
}

export type FileReading =
  /** `share`: 0 to 1, where it is known. */
  | { readonly status: "reading"; readonly share?: number }
  | { readonly status: "read"; readonly package: IncomingPackage }
  | { readonly status: "refused"; readonly refusal: FileRefusal };

export interface FileEntry {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly reading: FileReading;
}

// ---- Preview ------------------------------------------------------------------------------------------------------

export interface ReleaseProgress {
  readonly stage: ReleaseReadingStage;
  readonly done: number;
  readonly total: number;
  /** Requests made for this preview so far. */
  readonly calls: number;
}

/** A preview, and what it was made of. */
export interface ReleaseAnswer {
  /** With or without overwriting, as chosen. */
  readonly preview: ReleasePreview;
  /** The layers as they are now. */
  readonly facts: Pick<ReleaseFacts, "stacks">;
  /** Absent where everything has been read. What has not is unknown in the preview. */
  readonly open?: OpenParts;
}

/** What had not been read when the answer was made. */
export interface OpenParts {
  /** Components whose layers were not read. */
  readonly components: number;
  /** Packages that were not looked at, and are not in the preview. */
  readonly packages: number;
  /** What stands in the way of deletions was not asked for, of one package at least. */
  readonly dependencies?: true;
}

export type PreviewState =
  | { readonly status: "idle" }
  /** `early`: what is known already. */
  | { readonly status: "reading"; readonly progress: ReleaseProgress; readonly early?: ReleaseAnswer }
  /** Read, or given up on the way: then the answer is open. `cost`: requests and milliseconds that the reading took. */
  | ({
      readonly status: "ready";
      readonly cost: { readonly calls: number; readonly duration: number };
    } & ReleaseAnswer)
  | { readonly status: "failed"; readonly failure: Failure };

/** The answer on the screen. */
export function answerOf(state: PreviewState): ReleaseAnswer | undefined {
  if (state.status === "reading") return state.early;
  return state.status === "ready" ? state : undefined;
}

/** Identifies a package of the preview: the checksum of its file. */
export type PackageId = string;

/** What the person looks at and would do; kept while other pages are open. */
export interface ReleaseChoice {
  /** The package that is shown; the first one unless chosen. */
  readonly shown?: PackageId;
  /** Where nothing is chosen, the advised way counts. */
  readonly ways: ReadonlyMap<PackageId, ReleaseWay>;
  readonly overwrite: boolean;
}

/** Rows and values that a way would delete. */
export type CountState = Counting;

/** Key of the counts: package and way. */
export const countKey = (id: PackageId, way: ReleaseWay): string => `${way} ${id}`;

// ---- Import -------------------------------------------------------------------------------------------------------

/** The server's own check of a package. */
export type CheckState =
  | { readonly status: "uploading" }
  | { readonly status: "checked"; readonly result: StagedSolution }
  | { readonly status: "failed"; readonly failure: Failure }
  /** It can no longer be read, so nothing was sent. */
  | { readonly status: "fileGone" };

/** Where a package is imported, or applied, or left staged. */
export interface ImportStep {
  readonly id: PackageId;
  readonly way: ReleaseWay;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
}

/** What was announced for a package against what is there afterwards. */
export interface StepComparison {
  readonly step: ImportStep;
  readonly comparison?: ReleaseComparison;
  /** Reading again failed. */
  readonly failure?: Failure;
}

export type ImportRun =
  | { readonly status: "none" }
  | {
      readonly status: "running";
      readonly steps: readonly ImportStep[];
      /** Index of the step under way. */
      readonly step: number;
      /** Its package is imported already: the staged upgrade is being applied. */
      readonly applies?: boolean;
      readonly jobs: readonly TrackedJob[];
    }
  /** An upgrade is staged and waits to be applied: by the person, now or another day. */
  | {
      readonly status: "paused";
      readonly steps: readonly ImportStep[];
      readonly step: number;
      readonly jobs: readonly TrackedJob[];
    }
  | { readonly status: "comparing"; readonly steps: readonly ImportStep[]; readonly jobs: readonly TrackedJob[] }
  | {
      readonly status: "ended";
      /** `staged`: left to be applied later. `fileGone`: a package could no longer be read, so it was not sent. */
      readonly outcome: "succeeded" | "failed" | "notStarted" | "lost" | "staged" | "fileGone";
      readonly steps: readonly ImportStep[];
      /** Steps that were done. */
      readonly done: number;
      readonly jobs: readonly TrackedJob[];
      readonly comparisons: readonly StepComparison[];
    };

export interface ImportState {
  /** The guided import is on the screen. */
  readonly open: boolean;
  readonly checks: ReadonlyMap<PackageId, CheckState>;
  /** Texts as typed, by kind and name. */
  readonly values: ReadonlyMap<string, string>;
  /** Turn on processes and plug-in steps of the packages. */
  readonly activates: boolean;
  readonly run: ImportRun;
}

export const valueKey = (kind: ImportValue["kind"], name: string): string => `${kind} ${name.toLowerCase()}`;

export interface ReportFile {
  readonly name: string;
  readonly content: string;
  readonly mediaType: string;
}

// ---- The whole ----------------------------------------------------------------------------------------------------

export interface ReleaseState {
  readonly files: readonly FileEntry[];
  readonly preview: PreviewState;
  readonly choice: ReleaseChoice;
  readonly counts: ReadonlyMap<string, CountState>;
  /** A report of what is on the screen has been handed to the person. */
  readonly reportSaved: boolean;
  readonly import: ImportState;
}

/** Everything about a release that is to come. Methods never throw: what goes wrong is in the state. */
export interface ReleaseStore {
  getState(): ReleaseState;
  subscribe(listener: () => void): () => void;
  /** Reads the files, and then what the environment has to say. Nothing is sent anywhere. */
  addFiles(files: readonly StoredFile[]): void;
  /** Takes a file off the list; one that is being read is given up. */
  removeFile(key: string): void;
  /** Reads the environment again. */
  refresh(): void;
  /** Reads what was left open when the reading was cancelled. */
  readRest(): void;
  /** Stops reading the environment, or counting; what has been read and counted stays. */
  cancel(): void;
  show(id: PackageId): void;
  chooseWay(id: PackageId, way: ReleaseWay): void;
  setOverwrite(overwrite: boolean): void;
  /** Counts rows and values that this way of the package would delete. */
  countData(id: PackageId, way: ReleaseWay): void;
  saveReport(file: ReportFile): void;

  openImport(): void;
  closeImport(): void;
  /** Uploads the package for the server's own check; installs nothing. */
  check(id: PackageId): void;
  giveValue(key: string, text: string): void;
  setActivates(activates: boolean): void;
  /** Imports the packages in their order, each once. Does nothing unless it may be done. */
  run(options: { readonly waitForLock: boolean }): void;
  /**
   * Applies an upgrade that was staged earlier and of which the package is on the list: after a reload, on another day, or by
   * somebody else. Of several the one that is shown, where it may be applied. Imports nothing. Does nothing unless it may be
   * done.
   */
  applyStaged(options: { readonly waitForLock: boolean }): void;
  /** Applies the upgrade that is staged, and goes on. */
  apply(options: { readonly waitForLock: boolean }): void;
  /** Leaves the staged upgrade as it is. */
  leaveStaged(): void;
  /** The end has been seen: back to the preview, read anew. */
  finish(): void;
  dispose(): void;
}
