import type { RollbackComparison } from "../../domain/rollbacks/compareRollback";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { Guid } from "../../domain/model/guid";
import type { Counting } from "../consequences/countAtRisk";
import type { Failure } from "../model";
import type { TrackedJob } from "../jobs/model";

export type RollbackStage = "members" | "holders" | "layers" | "dependencies" | "done";

export interface RollbackProgress {
  readonly stage: RollbackStage;
  readonly done: number;
  readonly total: number;
  /** Requests made for this preview so far. */
  readonly calls: number;
}

export type DataState = { readonly status: "idle" } | Counting;

export interface ReportFile {
  readonly name: string;
  readonly content: string;
  readonly mediaType: string;
}

/** The preview of one choice of solutions. */
export type RollbackState =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly targets: readonly Guid[]; readonly progress: RollbackProgress }
  | {
      readonly status: "previewed";
      readonly targets: readonly Guid[];
      readonly preview: RollbackPreview;
      /** Requests and milliseconds that the preview took. */
      readonly cost: { readonly calls: number; readonly duration: number };
      readonly data: DataState;
      readonly reportSaved: boolean;
      readonly run: RollbackRun;
    }
  | { readonly status: "failed"; readonly targets: readonly Guid[]; readonly failure: Failure };

/** The uninstall of what was previewed. */
export type RollbackRun =
  | { readonly status: "none" }
  /** One job after the other, in the order of the preview; the first that does not succeed ends it. */
  | { readonly status: "running"; readonly step: number; readonly steps: number; readonly jobs: readonly TrackedJob[] }
  /** All jobs have ended well: what is there now is read again and compared with the preview. */
  | { readonly status: "comparing"; readonly jobs: readonly TrackedJob[] }
  | {
      readonly status: "ended";
      readonly outcome: "succeeded" | "failed" | "notStarted" | "lost";
      readonly jobs: readonly TrackedJob[];
      /** Undefined where it did not succeed, or where reading again failed (`failure`). */
      readonly comparison?: RollbackComparison;
      readonly failure?: Failure;
    };

/** Everything about taking solutions back. Methods never throw: what goes wrong is in the state. */
export interface RollbackStore {
  getState(): RollbackState;
  subscribe(listener: () => void): () => void;
  /** Reads and judges anew. @param targets solution ids: managed solutions and patches */
  preview(targets: readonly Guid[]): void;
  /** Stops reading the preview or counting; what has been counted stays. */
  cancel(): void;
  /** Counts rows and values of what would be deleted. */
  countData(): void;
  /** Hands the report, in the person's own words, to the person; only then can it be run. */
  saveReport(file: ReportFile): void;
  /** Uninstalls what was previewed, in its order. Does nothing unless it may be run. */
  run(options: { readonly waitForLock: boolean }): void;
  /** Back to the start; never stops a job. */
  close(): void;
  dispose(): void;
}
