import type { DeepPart, HealthFacts } from "../../domain/health/healthFacts";
import type { HealthReport, JudgedFinding } from "../../domain/health/healthReport";
import type { HealthThresholds } from "../../domain/health/thresholds";
import type { SnapshotCounts } from "../../domain/plan/healthSnapshot";
import type { Decision } from "../../domain/plan/acceptedFinding";
import type { Day } from "../../domain/plan/day";
import type { StandingOf } from "../../domain/solutions/solutionStanding";
import type { Failure } from "../model";

/** How far the deep parts are. */
export type DeepReading =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly part: DeepPart | "shipped"; readonly done?: number; readonly total?: number }
  | { readonly status: "finished" | "cancelled" };

/**
 * Where decisions and looks are kept.
 * - `absent` this environment has no tables for them: decisions count as long as the page is open
 */
export interface HealthMemory {
  readonly status: "reading" | "kept" | "absent" | "failed";
  readonly failure?: Failure;
  /** Whether decisions can be made here: kept in the tables by who may, or in the page. */
  readonly mayDecide: boolean;
  /** The last decision could not be written. */
  readonly notWritten?: Failure;
}

/** One look at the environment, for the trend. */
export interface TrendMoment {
  readonly at: Date;
  readonly counts: SnapshotCounts;
}

/** What a person says about a finding. */
export interface FindingVerdict {
  readonly decision: Decision;
  readonly reason: string;
  readonly note?: string;
  /** Last day on which it counts, UTC; a snooze needs one. */
  readonly until?: Day;
}

export interface HealthStoreState {
  /** Each part with the time of its reading, or why it is not there. */
  readonly facts: HealthFacts;
  /** What the rules say of the facts. Before anything was read, everything in it is unknown. */
  readonly report: HealthReport;
  /** How each solution stands by that report: told once, for every list and panel. */
  readonly standingOf: StandingOf;
  readonly thresholds: HealthThresholds;
  /** True while the cheap parts are read for the first time or again. */
  readonly reading: boolean;
  readonly deep: DeepReading;
  readonly memory: HealthMemory;
  /** Looks that were kept, oldest first, and this one. */
  readonly trend: readonly TrendMoment[];
}

/** The store behind everything that shows health. Methods never throw: what goes wrong is in the state. */
export interface HealthStore {
  getState(): HealthStoreState;
  /** @returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Reads the cheap parts that the app's own store does not read; those it reads are followed. */
  refresh(): void;
  /** Reads the deep parts, one after the other. Does nothing while they are being read. */
  scanDeeper(): void;
  /** What was read stays. */
  cancelDeep(): void;
  setThresholds(changed: Partial<HealthThresholds>): void;
  decide(finding: JudgedFinding, verdict: FindingVerdict, title: string): void;
  /** Takes the decision about a finding back. */
  withdraw(finding: JudgedFinding): void;
  /** Aborts every request and drops every listener. */
  dispose(): void;
}
