import { componentTypeName } from "../components/componentTypes";
import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { compareVersions } from "../version";
import { createAttribution } from "./attribution";
import type { DependencyReading, MissingDependency } from "./deepFacts";
import type { FindingSubject } from "./finding";
import { isOwn } from "./platformSolutions";
import type { RuleUnknown } from "./rule";

/** Why something needed is not there, as far as its solution tells. */
export type NeedKind = "solutionMissing" | "solutionOlder" | "componentMissing";

export interface MissingNeed extends MissingDependency {
  readonly kind: NeedKind;
  /** Version of the solution that should bring it, where that is installed. */
  readonly installed?: string;
}

/**
 * What is missing by own solution. A solution that is not there, or older than the component that is needed, explains
 * why the component is missing; else it has been deleted or never came.
 */
export function missingNeeds(
  dependencies: ReadonlyMap<string, DependencyReading>,
  solutions: readonly InstalledSolution[],
): ReadonlyMap<string, readonly MissingNeed[]> {
  const attribution = createAttribution(solutions);
  const needs = new Map<string, readonly MissingNeed[]>();
  for (const { uniqueName } of solutions.filter(isOwn)) {
    const reading = dependencies.get(nameKey(uniqueName));
    if (reading?.status !== "read" || reading.missing.length === 0) continue;
    const known = needs.get(attribution.baseOf(uniqueName)) ?? [];
    needs.set(attribution.baseOf(uniqueName), [
      ...known,
      ...reading.missing.map((one) => classified(one, attribution.solution(one.requiredSolution))),
    ]);
  }
  return needs;
}

function classified(missing: MissingDependency, required: InstalledSolution | undefined): MissingNeed {
  if (required === undefined) {
    return { ...missing, kind: missing.requiredSolution === "" ? "componentMissing" : "solutionMissing" };
  }
  const { requiredSince } = missing;
  const isOlder = requiredSince !== undefined && compareVersions(required.version, requiredSince) < 0;
  return { ...missing, kind: isOlder ? "solutionOlder" : "componentMissing", installed: required.version };
}

export const needSubject = ({ required, dependent }: MissingNeed): FindingSubject => ({
  kind: componentTypeName(required.type).platformName,
  name: required.name ?? required.id,
  id: required.id,
  ...(dependent.name !== undefined && { note: dependent.name }),
});

/**
 * Solutions whose dependencies are not known; told by one of the rules. One without any reading has come after all
 * others were read.
 */
export const unreadNeeds = (
  dependencies: ReadonlyMap<string, DependencyReading>,
  solutions: readonly InstalledSolution[],
): Omit<RuleUnknown, "ruleId">[] =>
  solutions.filter(isOwn).flatMap(({ uniqueName }): Omit<RuleUnknown, "ruleId">[] => {
    const reading = dependencies.get(nameKey(uniqueName)) ?? { status: "outdated" };
    if (reading.status === "read") return [];
    const about = { solution: uniqueName, part: "dependencies" } as const;
    if (reading.status === "outdated") return [{ ...about, reason: "outdated" }];
    return [{ ...about, reason: "failed", failure: reading.failure }];
  });
