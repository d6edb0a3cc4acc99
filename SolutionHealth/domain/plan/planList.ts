import { readFact } from "../health/fact";
import type { Finding } from "../health/finding";
import { runRules } from "../health/judgeHealth";
import { NO_FACTS } from "../health/noFacts";
import { plannedSolutions } from "../health/plannedSolutions";
import { RULES } from "../health/rules";
import type { Guid } from "../model/guid";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { parseVersion } from "../version";
import { duplicatePlans, type MaintenancePlan, planKey, plansBySolution } from "./maintenancePlan";

/**
 * How a plan stands against what is installed. `gone`: there is a plan, and no such solution any more. `unknown`: nothing
 * contradicts it, and something that it says could not be held against anything.
 */
export type PlanStanding = "missing" | "contradicted" | "gone" | "unknown" | "kept";

export const PLAN_STANDINGS: readonly PlanStanding[] = ["contradicted", "missing", "gone", "unknown", "kept"];

/** What keeps a plan from being judged: its version is none, the history is not known, or no rule is about such a solution. */
export type PlanDoubt = "version" | "history" | "kind";

/** A solution that is to have a plan, or a plan that is kept for one. */
export interface PlanRow {
  /** Id of the solution, of the plan where there is none. */
  readonly id: Guid;
  /** Unique name. */
  readonly solution: string;
  readonly displayName: string;
  readonly installed?: InstalledSolution;
  readonly plan?: MaintenancePlan;
  /** Further rows about the same solution, which do not count. */
  readonly others: readonly MaintenancePlan[];
  readonly standing: PlanStanding;
  /** What contradicts the plan, by the rules of health. */
  readonly findings: readonly Finding[];
  /** What of the plan could not be judged. */
  readonly doubts: readonly PlanDoubt[];
}

export interface PlanFacts {
  readonly solutions: readonly InstalledSolution[];
  /** Undefined where it is not known: then nothing is said about the ways that were used. */
  readonly history: readonly SolutionOperation[] | undefined;
  readonly plans: readonly MaintenancePlan[];
}

/** Every solution that is to have a plan, with what the rules of health say of it, and plans without a solution. */
export function listPlans(facts: PlanFacts, now: Date): PlanRow[] {
  const findings = contradictions(facts, now);
  const duplicates = duplicatePlans(facts.plans);
  const othersOf = (solution: string): readonly MaintenancePlan[] =>
    duplicates.filter((plan) => planKey(plan.solution) === planKey(solution));
  const rows = plannedSolutions(facts.solutions, facts.plans).map(({ solution, plan }): PlanRow => {
    const own = findings.get(planKey(solution.uniqueName)) ?? [];
    const doubts = plan === undefined ? [] : doubtsAbout(plan, facts);
    return {
      id: solution.id,
      solution: solution.uniqueName,
      displayName: solution.displayName,
      installed: solution,
      standing: plan === undefined ? "missing" : standingOf(own, doubts),
      findings: own,
      doubts,
      others: othersOf(solution.uniqueName),
      ...(plan && { plan }),
    };
  });
  const listed = new Set(rows.map(({ solution }) => planKey(solution)));
  const gone = [...plansBySolution(facts.plans).values()].filter(({ solution }) => !listed.has(planKey(solution)));
  return [...rows, ...gone.map((plan) => ({ ...withoutRow(plan, facts.solutions), others: othersOf(plan.solution) }))];
}

function standingOf(findings: readonly Finding[], doubts: readonly PlanDoubt[]): PlanStanding {
  if (findings.length > 0) return "contradicted";
  return doubts.length > 0 ? "unknown" : "kept";
}

/** The form of the table takes any text for a version; without a history nobody knows how a release came. */
const doubtsAbout = ({ expectedVersion, way }: MaintenancePlan, { history }: PlanFacts): PlanDoubt[] => [
  ...(expectedVersion !== undefined && parseVersion(expectedVersion) === undefined ? (["version"] as const) : []),
  ...(way !== undefined && history === undefined ? (["history"] as const) : []),
];

/** A plan for a solution that needs none (unmanaged, a patch, Microsoft's) or is not installed: nothing is held against it. */
function withoutRow(plan: MaintenancePlan, solutions: readonly InstalledSolution[]): Omit<PlanRow, "others"> {
  const installed = solutions.find(({ uniqueName }) => planKey(uniqueName) === planKey(plan.solution));
  return {
    id: installed?.id ?? plan.id,
    solution: plan.solution,
    displayName: installed?.displayName ?? plan.solution,
    standing: installed ? "unknown" : "gone",
    findings: [],
    doubts: installed ? ["kind"] : [],
    plan,
    ...(installed && { installed }),
  };
}

const PLAN_RULES = RULES.filter(({ id, group }) => group === "plan" && id !== "planMissing");

/** By `planKey`. */
function contradictions({ solutions, history, plans }: PlanFacts, now: Date): ReadonlyMap<string, readonly Finding[]> {
  const facts = {
    ...NO_FACTS,
    solutions: readFact(solutions, now),
    plans: readFact(plans, now),
    ...(history && { history: readFact(history, now) }),
  };
  const bySolution = new Map<string, Finding[]>();
  for (const finding of runRules(facts, { now, rules: PLAN_RULES }).findings) {
    const key = planKey(finding.solution ?? "");
    bySolution.set(key, [...(bySolution.get(key) ?? []), finding]);
  }
  return bySolution;
}
