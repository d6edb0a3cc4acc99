import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import type { FactPart } from "./healthFacts";
import { isOwn } from "./platformSolutions";
import type { RuleUnknown } from "./rule";

/** Own solutions that have changed since a part was read: nobody has looked at them as they are now. */
export function outdatedUnknowns(
  outdated: readonly string[] | undefined,
  part: FactPart,
  solutions: readonly InstalledSolution[],
): Omit<RuleUnknown, "ruleId">[] {
  const changed = new Set((outdated ?? []).map(nameKey));
  return solutions
    .filter((solution) => isOwn(solution) && changed.has(nameKey(solution.uniqueName)))
    .map(({ uniqueName }) => ({ solution: uniqueName, reason: "outdated", part }));
}
