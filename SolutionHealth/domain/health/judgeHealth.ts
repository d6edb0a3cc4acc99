import { type AcceptedFinding, decisionsBySubject } from "../plan/acceptedFinding";
import { compareSnapshot, type PastSnapshot } from "./compareSnapshot";
import type { RuleId } from "./evidence";
import { valueOf } from "./fact";
import { DEEP_PARTS, type FactPart, type HealthFacts } from "./healthFacts";
import { HEALTH_STATES, type HealthReport, type HealthState, type JudgedFinding } from "./healthReport";
import { byGravity, counts, withAcceptance } from "./judgeFindings";
import type { HealthRule, RuleOutcome, RuleUnknown } from "./rule";
import { RULES } from "./rules";
import { countHealth } from "./snapshotOf";
import { isOpenQuestion, solutionStates, stateOf } from "./solutionStates";
import { DEFAULT_THRESHOLDS, type HealthThresholds } from "./thresholds";

export interface JudgeOptions {
  readonly now: Date;
  readonly thresholds?: HealthThresholds;
  /** What people decided about findings, accepted and snoozed. */
  readonly decisions?: readonly AcceptedFinding[];
  /** The last look at the environment that was kept. */
  readonly last?: PastSnapshot;
  /** All, unless told. */
  readonly rules?: readonly HealthRule[];
}

/** What the rules say of an environment: never more than the facts hold, and what they do not hold is said. */
export function judgeHealth(facts: HealthFacts, options: JudgeOptions): HealthReport {
  const { now, decisions = [], last } = options;
  const { findings, unknowns } = runRules(facts, options);
  const bySubject = decisionsBySubject(decisions);
  const judged = findings.map((finding) => withAcceptance(finding, bySubject, now)).sort(byGravity);
  const compared = last && compareSnapshot(judged, unknowns, last);
  return reportOf(facts, compared?.findings ?? judged, unknowns, compared?.change);
}

/** Findings and open questions of all rules, before anybody has decided about them. */
export function runRules(
  facts: HealthFacts,
  { now, thresholds = DEFAULT_THRESHOLDS, rules = RULES }: JudgeOptions,
): RuleOutcome {
  const outcomes = rules.map((rule) => rule.judge({ facts, thresholds, now }));
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    unknowns: outcomes.flatMap(({ unknowns }) => unknowns),
  };
}

function reportOf(
  facts: HealthFacts,
  findings: readonly JudgedFinding[],
  unknowns: readonly RuleUnknown[],
  change: HealthReport["change"],
): HealthReport {
  const solutions = solutionStates(valueOf(facts.solutions) ?? [], findings, unknowns);
  const environment = findings.filter(({ solution }) => solution === undefined);
  // Before the list of solutions is there, nothing can be told of any of them.
  const isOpen =
    facts.solutions.status !== "read" ||
    unknowns.some((unknown) => unknown.solution === undefined && isOpenQuestion(unknown));
  const states = [...solutions.values()].map(({ state }) => state);
  return {
    state: gravest([...states, stateOf(environment, isOpen)]),
    findings,
    environment,
    solutions,
    unknowns,
    notLookedAt: DEEP_PARTS.filter((part: FactPart) => ["notAsked", "reading"].includes(facts[part].status)),
    counts: countHealth([...solutions.values()], findings),
    byRule: countByRule(findings),
    ...(change && { change }),
  };
}

const gravest = (states: readonly HealthState[]): HealthState =>
  HEALTH_STATES.find((state) => states.includes(state)) ?? "healthy";

function countByRule(findings: readonly JudgedFinding[]): ReadonlyMap<RuleId, number> {
  const numbers = new Map<RuleId, number>();
  for (const { ruleId } of findings.filter(counts)) numbers.set(ruleId, (numbers.get(ruleId) ?? 0) + 1);
  return numbers;
}
