import type { AcceptedFinding } from "../plan/acceptedFinding";
import type { SnapshotCounts } from "../plan/healthSnapshot";
import type { RuleId } from "./evidence";
import type { Finding, Severity } from "./finding";
import type { FactPart } from "./healthFacts";
import type { RuleUnknown } from "./rule";

/**
 * State of a solution or of the environment. `unknown`: nothing was found, and something that was asked for could not
 * be told. `healthy` goes with what was not looked at (`HealthReport.notLookedAt`): no more than that is claimed.
 */
export type HealthState = "atRisk" | "attention" | "unknown" | "healthy";

/** From the gravest to the least. */
export const HEALTH_STATES: readonly HealthState[] = ["atRisk", "attention", "unknown", "healthy"];

/** How a finding stands against what was decided. `changed`: what was accepted or snoozed has changed since. */
export type FindingAcceptance = "open" | "accepted" | "snoozed" | "expired" | "changed";

export type JudgedFinding = Finding & {
  readonly acceptance: FindingAcceptance;
  /** The decision about it, also when it has expired or was made on something else. */
  readonly decision?: AcceptedFinding;
  /** Against the last snapshot; undefined where there is none, or where its rule could say nothing then. */
  readonly change?: "new" | "worse" | "better" | "changed" | "same";
};

/** A solution's state with what it comes from. */
export interface SolutionHealth {
  /** Unique name. */
  readonly solution: string;
  readonly state: HealthState;
  /** All findings about it, gravest first; those that do not count are among them, with their acceptance. */
  readonly findings: readonly JudgedFinding[];
  /** What could not be told about this solution by itself. */
  readonly unknowns: readonly RuleUnknown[];
}

/** A finding of the last snapshot that is not there any more. */
export interface GoneFinding {
  readonly ruleId: RuleId;
  readonly solution?: string;
  readonly severity: Severity;
}

/** What has changed since the last snapshot. */
export interface HealthChange {
  readonly since: Date;
  readonly new: number;
  readonly worse: number;
  readonly better: number;
  /** As grave as then, and not about more, but about something else: it has moved. */
  readonly changed: number;
  /** Findings that the snapshot may not have had room for, or whose rule said nothing then: not told as new. */
  readonly uncertain: number;
  /** Findings of then that are not there any more. */
  readonly gone: readonly GoneFinding[];
}

export interface HealthReport {
  readonly state: HealthState;
  /** Gravest first, then by solution. */
  readonly findings: readonly JudgedFinding[];
  /** Findings about the environment as such. */
  readonly environment: readonly JudgedFinding[];
  /** One for each managed solution, by lower-case unique name. Patches and staged upgrades have their own. */
  readonly solutions: ReadonlyMap<string, SolutionHealth>;
  /** Rules that could say nothing at all, and solutions of which one could not. */
  readonly unknowns: readonly RuleUnknown[];
  /** Deep parts that were not asked for, or are on their way: what they would show is not in the states. */
  readonly notLookedAt: readonly FactPart[];
  /** Solutions by state, and findings. */
  readonly counts: SnapshotCounts;
  /** Findings that count, by rule. */
  readonly byRule: ReadonlyMap<RuleId, number>;
  readonly change?: HealthChange;
}
