import { type GoneFinding, HEALTH_STATES, type HealthReport, type HealthState } from "../healthReport";
import type { HealthWords } from "./healthWords";
import type { ReportAbout } from "./reportContent";

/** "Contoso Prod – https://contoso.crm4.dynamics.com – 9.2.25112.171". */
export const placeText = ({ name, url, version }: ReportAbout): string =>
  [name, url, version].filter(Boolean).join(" – ");

/** Solutions by state, and accepted findings. */
export const countsOf = ({ counts }: HealthReport): Readonly<Record<HealthState | "accepted", number>> => ({
  atRisk: counts.solutionsAtRisk,
  attention: counts.solutionsAttention,
  unknown: counts.solutionsUnknown,
  healthy: counts.solutionsHealthy,
  accepted: counts.findingsAccepted,
});

/** Display name, unique name and state of each solution, gravest first. */
export function solutionRows({ solutions }: HealthReport, words: HealthWords): readonly (readonly string[])[] {
  const rank = (state: HealthState): number => HEALTH_STATES.indexOf(state);
  return [...solutions.values()]
    .sort((a, b) => rank(a.state) - rank(b.state) || (a.solution < b.solution ? -1 : 1))
    .map(({ solution, state }) => [words.solution(solution), solution, words.state(state)]);
}

/** A finding of the last snapshot that is not there any more. */
export const goneText = ({ ruleId, solution }: GoneFinding, words: HealthWords): string =>
  `${words.heading("gone")}: ${words.rule(ruleId)} – ${words.solution(solution)}`;
