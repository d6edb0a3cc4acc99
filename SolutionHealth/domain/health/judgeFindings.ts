import { type AcceptedFinding, decisionKey, isDecisionOver } from "../plan/acceptedFinding";
import type { Finding } from "./finding";
import { SEVERITIES } from "./finding";
import type { FindingAcceptance, JudgedFinding } from "./healthReport";

/** How a finding stands against what was decided about its subject, if anything was. */
export function acceptanceOfFinding(
  finding: Finding,
  decision: AcceptedFinding | undefined,
  now: Date,
): FindingAcceptance {
  if (decision === undefined) return "open";
  // A snooze is about the matter, whatever becomes of it until then; an acceptance is of what was seen.
  if (decision.decision === "accept" && decision.fingerprint !== finding.fingerprint) return "changed";
  if (isDecisionOver(decision, now)) return "expired";
  return decision.decision === "accept" ? "accepted" : "snoozed";
}

/** @param decisions by `decisionKey` */
export function withAcceptance(
  finding: Finding,
  decisions: ReadonlyMap<string, AcceptedFinding>,
  now: Date,
): JudgedFinding {
  const decision = decisions.get(decisionKey(finding));
  return { ...finding, acceptance: acceptanceOfFinding(finding, decision, now), ...(decision && { decision }) };
}

/** Whether it counts: neither accepted as it is nor put off. */
export const counts = ({ acceptance }: Pick<JudgedFinding, "acceptance">): boolean =>
  acceptance !== "accepted" && acceptance !== "snoozed";

/** Gravest first; of equal ones those that count, then by solution, with the environment's own in front. */
export function byGravity(a: JudgedFinding, b: JudgedFinding): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  if (severity !== 0) return severity;
  const [left, right] = [sortKey(a), sortKey(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

const sortKey = (finding: JudgedFinding): string =>
  [counts(finding) ? 0 : 1, finding.solution?.toLowerCase() ?? "", finding.ruleId, finding.subject].join("\n");
