import { type GoneFinding, HEALTH_STATES, type HealthReport, type HealthState } from "../healthReport";
import { shownState } from "../shownState";
import type { HealthWords, ReportCounts } from "./healthWords";
import type { ReportAbout } from "./reportContent";

/** "Contoso Prod – https://contoso.crm4.dynamics.com – 9.2.25112.171". */
export const placeText = ({ name, url, version }: ReportAbout): string =>
  [name, url, version].filter(Boolean).join(" – ");

export const countsOf = (report: HealthReport): ReportCounts => ({
  atRisk: report.counts.solutionsAtRisk,
  attention: report.counts.solutionsAttention,
  unknown: report.counts.solutionsUnknown,
  [shownState("healthy", report)]: report.counts.solutionsHealthy,
  accepted: report.counts.findingsAccepted,
});

/** Display name, unique name and state of each solution, gravest first. */
export function solutionRows(report: HealthReport, words: HealthWords): readonly (readonly string[])[] {
  const rank = (state: HealthState): number => HEALTH_STATES.indexOf(state);
  return [...report.solutions.values()]
    .sort((a, b) => rank(a.state) - rank(b.state) || (a.solution < b.solution ? -1 : 1))
    .map(({ solution, state }) => [words.solution(solution), solution, words.state(shownState(state, report))]);
}

/** A finding of the last snapshot that is not there any more. */
export const goneText = ({ ruleId, solution }: GoneFinding, words: HealthWords): string =>
  `${words.heading("gone")}: ${words.rule(ruleId)} – ${words.solution(solution)}`;
