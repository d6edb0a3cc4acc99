import type { Fact } from "../fact";
import { CHEAP_PARTS, DEEP_PARTS, type FactPart, type HealthFacts } from "../healthFacts";
import type { HealthReport } from "../healthReport";

/** Where and when the report was made. */
export interface ReportAbout {
  /** Address of the environment. */
  readonly url: string;
  readonly name?: string;
  /** Four parts. */
  readonly version?: string;
  readonly createdOn: Date;
}

/** How fresh a part is, or why it is not there. */
export interface Freshness {
  readonly part: FactPart;
  readonly status: Fact<unknown>["status"];
  readonly readAt?: Date;
}

/** Every part with its freshness, the cheap ones first. */
export const freshnessOf = (facts: HealthFacts): readonly Freshness[] =>
  [...CHEAP_PARTS, ...DEEP_PARTS].map((part) => {
    const fact = facts[part];
    return { part, status: fact.status, ...("readAt" in fact && { readAt: fact.readAt }) };
  });

/** All that a report of the whole environment is made of. */
export interface ReportContent {
  readonly report: HealthReport;
  readonly freshness: readonly Freshness[];
  readonly about: ReportAbout;
}
