import type { RuleId } from "./evidence";

/** Somebody has looked at a finding and said why it may stay, or that it is to be told again later. */
export interface AcceptedFinding {
  readonly ruleId: RuleId;
  /** Unique name; absent for a finding about the environment. */
  readonly solution?: string;
  /** Fingerprint of what was accepted. */
  readonly fingerprint: string;
  readonly kind: "accept" | "snooze";
  readonly reason: string;
  readonly acceptedBy?: string;
  /** Instant, ISO 8601 UTC. */
  readonly acceptedOn: string;
  /** Last day on which it counts, `YYYY-MM-DD`, UTC. */
  readonly until?: string;
}

/** How a finding stands against the list of accepted ones. `changed`: what was accepted has changed since. */
export type FindingAcceptance = "open" | "accepted" | "snoozed" | "expired" | "changed";
