import type { InstalledSolution } from "../model/solution";
import { partsBySolution } from "./attribution";
import type { FactPart } from "./healthFacts";
import type { RuleUnknown } from "./rule";
import { earliest, sinceOf, switchSubject } from "./solutionSubject";
import type { SwitchedPart } from "./workingParts";

/**
 * Parts that are off although their solution ships them on, by solution. What is shipped off is off on purpose. Where
 * that could not be told, it is unknown: a look at the layers, which runs on request, tells it.
 */
export function switchedOff(parts: readonly SwitchedPart[], solutions: readonly InstalledSolution[], part: FactPart) {
  const off = parts.filter(({ state, shipped }) => state === "off" && shipped !== "off");
  const { groups, homeless } = partsBySolution(off, solutions);
  const unknowns: Omit<RuleUnknown, "ruleId">[] = [];
  const found: { readonly solution: string; readonly parts: readonly SwitchedPart[] }[] = [];
  for (const [solution, own] of groups) {
    const certain = own.filter(({ shipped }) => shipped === "on");
    if (certain.length > 0) found.push({ solution, parts: certain });
    unknowns.push(...openQuestions(solution, own, part));
  }
  if (homeless.length > 0) unknowns.push({ reason: "failed", part, count: homeless.length });
  return { found, unknowns };
}

function openQuestions(
  solution: string,
  parts: readonly SwitchedPart[],
  part: FactPart,
): Omit<RuleUnknown, "ruleId">[] {
  const numberOf = (state: SwitchedPart["shipped"]): number => parts.filter(({ shipped }) => shipped === state).length;
  const reasons = [["notAsked", numberOf("notRead")] as const, ["notTold", numberOf("unknown")] as const];
  return reasons.flatMap(([reason, count]) => (count === 0 ? [] : [{ solution, reason, part, count }]));
}

/** What findings about such parts have in common. */
export const switchedFinding = (solution: string, parts: readonly SwitchedPart[]) => ({
  solution,
  subjects: parts.map(switchSubject),
  ...sinceOf(earliest(parts.map(({ modifiedOn }) => modifiedOn))),
});
