import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { type HealthState, type JudgedFinding, type SolutionHealth } from "./healthReport";
import { counts } from "./judgeFindings";
import { isOwn } from "./platformSolutions";
import type { RuleUnknown } from "./rule";
import { ruleOf } from "./rules";
import { withStagedUpgrades } from "./withStagedUpgrades";

/** The state that findings and open questions add up to: what is found weighs more than what is not known. */
export function stateOf(findings: readonly JudgedFinding[], isOpen: boolean): HealthState {
  const counting = findings.filter(counts).map(({ severity }) => severity);
  if (counting.includes("atRisk")) return "atRisk";
  if (counting.includes("attention")) return "attention";
  return isOpen ? "unknown" : "healthy";
}

/**
 * Whether something that was asked for could not be told. What nobody has asked for yet is said beside the states, not
 * in them; a table that this environment lacks has nothing to tell.
 */
export const isOpenQuestion = ({ reason }: RuleUnknown): boolean => reason === "failed" || reason === "notTold";

/**
 * Health of each solution by lower-case unique name: of all that are managed and visible, and of all with findings. A
 * staged upgrade has its own.
 */
export function solutionStates(
  solutions: readonly InstalledSolution[],
  findings: readonly JudgedFinding[],
  unknowns: readonly RuleUnknown[],
): ReadonlyMap<string, SolutionHealth> {
  const names = new Map<string, string>();
  for (const { uniqueName, managed, visible } of solutions) {
    if (managed && visible) names.set(nameKey(uniqueName), uniqueName);
  }
  for (const { solution } of findings) {
    if (solution !== undefined) names.set(nameKey(solution), names.get(nameKey(solution)) ?? solution);
  }
  const findingsOf = withStagedUpgrades(groupBySolution(findings), solutions);
  const unknownsOf = groupBySolution(unknowns);
  const rows = new Map(solutions.map((solution) => [nameKey(solution.uniqueName), solution]));
  const general = openScopes(unknowns);
  return new Map(
    [...names].map(([key, solution]) => {
      const own = findingsOf.get(key) ?? [];
      const open = unknownsOf.get(key) ?? [];
      const row = rows.get(key);
      const isOpen = open.some(isOpenQuestion) || general.all || (general.own && row !== undefined && isOwn(row));
      return [key, { solution, state: stateOf(own, isOpen), findings: own, unknowns: open }];
    }),
  );
}

/** Whose solutions a rule that said nothing at all leaves open. */
function openScopes(unknowns: readonly RuleUnknown[]): { readonly all: boolean; readonly own: boolean } {
  const scopes = unknowns
    .filter((unknown) => unknown.solution === undefined && isOpenQuestion(unknown))
    .map(({ ruleId }) => ruleOf(ruleId)?.scope);
  return { all: scopes.includes("all"), own: scopes.includes("own") };
}

function groupBySolution<T extends { readonly solution?: string }>(items: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    if (item.solution === undefined) continue;
    const key = nameKey(item.solution);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
