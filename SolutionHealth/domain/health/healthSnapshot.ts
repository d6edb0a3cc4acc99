import type { RuleId } from "./evidence";
import type { Severity } from "./finding";

/** A look at the environment, small enough to be kept. */
export interface HealthSnapshot {
  /** Instant, ISO 8601 UTC. */
  readonly takenOn: string;
  readonly counts: SnapshotCounts;
  readonly findings: readonly SnapshotFinding[];
  /** Rules that could say nothing then: what they find now is not new. */
  readonly unknownRules: readonly RuleId[];
  /** Findings that were left out to keep it small. */
  readonly leftOut?: number;
}

export interface SnapshotCounts {
  readonly atRisk: number;
  readonly attention: number;
  readonly healthy: number;
  readonly unknown: number;
  readonly accepted: number;
}

export interface SnapshotFinding {
  readonly ruleId: RuleId;
  /** Empty for the environment. */
  readonly solution: string;
  readonly severity: Severity;
  /** First characters of the fingerprint: enough to tell whether it is the same. */
  readonly mark: string;
  /** Number of subjects. */
  readonly size: number;
}
