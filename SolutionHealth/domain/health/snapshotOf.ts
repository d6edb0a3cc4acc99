import type { SnapshotContent, SnapshotCounts } from "../plan/healthSnapshot";
import type { HealthReport, HealthState, JudgedFinding, SolutionHealth } from "./healthReport";
import { counts } from "./judgeFindings";
import { silentRules } from "./silentRules";

/** The report as it is kept. Which of its findings find room is decided by whoever writes it. */
export const snapshotOf = ({ findings, unknowns, counts: numbers }: HealthReport): SnapshotContent => ({
  counts: numbers,
  findings: findings.map((finding) => {
    const { ruleId, solution, subject, fingerprint, severity, subjects } = finding;
    return {
      ruleId,
      subject,
      fingerprint,
      severity,
      subjects: subjects.length,
      ...(solution !== undefined && { solution }),
      ...(!counts(finding) && { accepted: true }),
    };
  }),
  unknownRules: [...silentRules(unknowns)].sort(),
  leftOut: 0,
});

/** Solutions by state, open findings by severity. */
export function countHealth(solutions: readonly SolutionHealth[], findings: readonly JudgedFinding[]): SnapshotCounts {
  const inState = (state: HealthState): number => solutions.filter((solution) => solution.state === state).length;
  const open = findings.filter(counts);
  const ofSeverity = (severity: JudgedFinding["severity"]): number =>
    open.filter((finding) => finding.severity === severity).length;
  return {
    solutionsAtRisk: inState("atRisk"),
    solutionsAttention: inState("attention"),
    solutionsHealthy: inState("healthy"),
    solutionsUnknown: inState("unknown"),
    findingsAtRisk: ofSeverity("atRisk"),
    findingsAttention: ofSeverity("attention"),
    findingsInfo: ofSeverity("info"),
    findingsAccepted: findings.length - open.length,
  };
}
