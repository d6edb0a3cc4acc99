import type { Guid } from "../model/guid";
import { type Day, dayOf, isDay } from "./day";

/** `accept`: it may stay. `snooze`: not now, it comes back by itself. */
export type Decision = "accept" | "snooze";

/** What a person decides about one finding. */
export interface FindingDecision {
  readonly decision: Decision;
  readonly ruleId: string;
  /** Unique name of the solution the finding is about; absent for the environment as a whole. */
  readonly solution?: string;
  /**
   * What the finding is about, without how it stands: the same for a finding whose evidence has changed since, so that
   * it is told as changed and not as new. One decision a subject; a later one replaces it.
   */
  readonly subject: string;
  /** What was accepted: the finding's own fingerprint, evidence included. */
  readonly fingerprint: string;
  /** For people; not compared. */
  readonly title: string;
  readonly reason: string;
  readonly note?: string;
  /** Last day on which it counts, UTC. A snooze always has one. */
  readonly until?: Day;
}

/** A row of `shl_acceptedfinding` that is about a finding. */
export interface AcceptedFinding extends FindingDecision {
  readonly id: Guid;
  readonly etag?: string;
  /** Name of who decided. */
  readonly acceptedBy?: string;
  readonly acceptedOn: Date;
}

export const DECISION_LENGTHS = { title: 300, reason: 2000, note: 4000 } as const;

export type DecisionProblem =
  | { readonly field: "reason" | "until"; readonly kind: "missing" }
  | { readonly field: "until"; readonly kind: "notADay" | "past" }
  | { readonly field: keyof typeof DECISION_LENGTHS; readonly kind: "tooLong"; readonly limit: number };

/** What keeps a decision from being written; empty for a good one. */
export function checkDecision(decision: FindingDecision, now: Date): readonly DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  if (decision.reason.trim() === "") problems.push({ field: "reason", kind: "missing" });
  const { until } = decision;
  if (until === undefined) {
    if (decision.decision === "snooze") problems.push({ field: "until", kind: "missing" });
  } else if (!isDay(until)) problems.push({ field: "until", kind: "notADay" });
  else if (until < dayOf(now)) problems.push({ field: "until", kind: "past" });
  for (const field of Object.keys(DECISION_LENGTHS) as (keyof typeof DECISION_LENGTHS)[]) {
    const limit = DECISION_LENGTHS[field];
    if ((decision[field]?.length ?? 0) > limit) problems.push({ field, kind: "tooLong", limit });
  }
  return problems;
}

/** The last day counts whole. A snooze without one, as a row made by hand may be, does not put off for ever: it is over. */
export const isDecisionOver = ({ decision, until }: Pick<FindingDecision, "decision" | "until">, now: Date): boolean =>
  until === undefined ? decision === "snooze" : dayOf(now) > until;

/** What decisions are kept by: rule, solution and subject, whatever the case of the solution's name. */
export const decisionKey = ({
  ruleId,
  solution,
  subject,
}: Pick<FindingDecision, "ruleId" | "solution" | "subject">): string =>
  JSON.stringify([ruleId, solution?.toLowerCase() ?? "", subject]);

/** Decisions by `decisionKey`; of two about one subject the later counts. */
export function decisionsBySubject(rows: readonly AcceptedFinding[]): ReadonlyMap<string, AcceptedFinding> {
  const latest = new Map<string, AcceptedFinding>();
  for (const row of rows) {
    const other = latest.get(decisionKey(row));
    if (other === undefined || other.acceptedOn <= row.acceptedOn) latest.set(decisionKey(row), row);
  }
  return latest;
}
