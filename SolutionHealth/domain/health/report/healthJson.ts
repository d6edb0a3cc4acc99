import type { HealthReport, JudgedFinding } from "../healthReport";
import { shownState } from "../shownState";
import type { ReportContent } from "./reportContent";

/**
 * Name and version of the format; the version rises with each change that a reader could stumble over (docs/health-report.md).
 * 2: `noProblemFound` where `healthy` stood beside parts that were not looked at, and `changed` among the changes.
 */
export const HEALTH_REPORT_FORMAT = { format: "solution-health/health", version: 2 } as const;

/** The report for programs: codes instead of words. Dates are ISO 8601 in UTC. */
export function healthJson({ report, freshness, about }: ReportContent): string {
  const { createdOn, ...environment } = about;
  const content = {
    ...HEALTH_REPORT_FORMAT,
    createdOn: createdOn.toISOString(),
    environment,
    state: shownState(report.state, report),
    counts: report.counts,
    solutions: [...report.solutions.values()].map(({ solution, state, findings }) => ({
      solution,
      state: shownState(state, report),
      findings: findings.length,
    })),
    findings: report.findings.map(findingJson),
    unknown: report.unknowns,
    notLookedAt: report.notLookedAt,
    read: freshness.map(({ readAt, ...part }) => ({ ...part, ...(readAt && { readAt: readAt.toISOString() }) })),
    ...changeJson(report),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const findingJson = ({ since, ...finding }: JudgedFinding): Readonly<Record<string, unknown>> => ({
  ...finding,
  ...(since && { since: since.toISOString() }),
});

const changeJson = ({ change }: HealthReport): Readonly<Record<string, unknown>> =>
  change ? { change: { ...change, since: change.since.toISOString() } } : {};
