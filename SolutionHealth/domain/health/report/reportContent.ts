import type { OverrideScanResult, StackReading } from "../deepFacts";
import { type Fact, valueOf } from "../fact";
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
  /** Solutions that have changed since: what was read of them does not count any more. */
  readonly outdated?: number;
}

/** Every part with its freshness, the cheap ones first. */
export const freshnessOf = (facts: HealthFacts): readonly Freshness[] =>
  [...CHEAP_PARTS, ...DEEP_PARTS].map((part) => {
    const fact = facts[part];
    const outdated = outdatedIn(part, facts);
    return {
      part,
      status: fact.status,
      ...("readAt" in fact && { readAt: fact.readAt }),
      ...(outdated > 0 && { outdated }),
    };
  });

function outdatedIn(part: FactPart, facts: HealthFacts): number {
  if (part === "overrides" || part === "stacks") {
    return valueOf<OverrideScanResult | StackReading>(facts[part])?.outdated?.length ?? 0;
  }
  if (part !== "dependencies") return 0;
  return [...(valueOf(facts.dependencies)?.values() ?? [])].filter(({ status }) => status === "outdated").length;
}

/** All that a report of the whole environment is made of. */
export interface ReportContent {
  readonly report: HealthReport;
  readonly freshness: readonly Freshness[];
  readonly about: ReportAbout;
}
