import type { Guid } from "../model/guid";
import { dayOf } from "./day";

/** The state of health in numbers. */
export interface SnapshotCounts {
  readonly solutionsAtRisk: number;
  readonly solutionsAttention: number;
  readonly solutionsHealthy: number;
  readonly solutionsUnknown: number;
  /** Open findings, neither accepted nor snoozed. */
  readonly findingsAtRisk: number;
  readonly findingsAttention: number;
  readonly findingsInfo: number;
  /** Accepted and snoozed ones. */
  readonly findingsAccepted: number;
}

/** Severities from worst to mildest. */
export const SNAPSHOT_SEVERITIES = ["atRisk", "attention", "info"] as const;
export type SnapshotSeverity = (typeof SNAPSHOT_SEVERITIES)[number];

/** One finding, as small as comparing needs it. */
export interface SnapshotFinding {
  readonly ruleId: string;
  /** Unique name; absent for the environment as a whole. */
  readonly solution?: string;
  /** As in `FindingDecision`. */
  readonly subject: string;
  readonly fingerprint: string;
  readonly severity: SnapshotSeverity;
  /** Number of subjects; absent in snapshots of versions that did not keep it. */
  readonly subjects?: number;
  /** Accepted or snoozed when the snapshot was taken. */
  readonly accepted?: boolean;
}

/** What a snapshot says, whether it is kept already or is about to be. */
export interface SnapshotContent {
  readonly counts: SnapshotCounts;
  readonly findings: readonly SnapshotFinding[];
  /**
   * Ids of rules that gave no answer: that they found nothing means nothing, so none of their findings is told as gone.
   */
  readonly unknownRules: readonly string[];
  /** Findings that did not fit. Where there are any, an absent finding is not told as new. */
  readonly leftOut: number;
}

/** A row of `shl_healthsnapshot`. There is one a day at most: a second one on the same day takes its place. */
export interface HealthSnapshot extends SnapshotContent {
  readonly id: Guid;
  readonly takenOn: Date;
  readonly takenBy?: string;
  /**
   * The findings are not at hand: of an old snapshot they are not read, and another version may write them in another
   * way. The counts still count.
   */
  readonly unreadable?: boolean;
}

/** Oldest first: the order of a trend. */
export const inOrder = (snapshots: readonly HealthSnapshot[]): readonly HealthSnapshot[] =>
  [...snapshots].sort((a, b) => a.takenOn.getTime() - b.takenOn.getTime());

/**
 * The snapshot that today is compared with: the newest of an earlier day whose findings can be read. Not today's own,
 * which a page opened this morning may have written.
 */
export function comparedSnapshot(snapshots: readonly HealthSnapshot[], now: Date): HealthSnapshot | undefined {
  const earlier = inOrder(snapshots).filter(({ unreadable, takenOn }) => !unreadable && dayOf(takenOn) < dayOf(now));
  return earlier[earlier.length - 1];
}
