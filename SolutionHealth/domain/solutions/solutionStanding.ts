import { CHEAP_PARTS, type FactPart } from "../health/healthFacts";
import type { HealthReport, JudgedFinding, SolutionHealth } from "../health/healthReport";
import { counts } from "../health/judgeFindings";
import { isOwn } from "../health/platformSolutions";
import type { RuleUnknown } from "../health/rule";
import { ruleOf } from "../health/rules";
import { isOpenQuestion } from "../health/solutionStates";
import type { InstalledSolution } from "../model/solution";
import { nameKey } from "./solutionNames";

/**
 * State of a solution wherever it is listed. Those of its health, and
 * - `running` something runs on it, and nothing graver is known
 * - `checking` what is cheap is still being read, and nothing was found until now
 * - `notJudged` nobody judges it: it is not managed, or not visible, and no rule has found anything about it
 * - `noProblemFound` nothing was found in what was looked at, which is not all
 * - `healthy` nothing was found in anything that a rule goes by
 */
export type SolutionState =
  "atRisk" | "attention" | "running" | "unknown" | "checking" | "notJudged" | "noProblemFound" | "healthy";

/** From the state that matters most to the one that matters least. */
export const SOLUTION_STATES: readonly SolutionState[] = [
  "atRisk",
  "attention",
  "running",
  "unknown",
  "checking",
  "notJudged",
  "noProblemFound",
  "healthy",
];

export interface SolutionStanding {
  readonly state: SolutionState;
  /** Something runs on it, also where something graver decides the state. */
  readonly running: boolean;
  /** What decides the state, or says what runs, gravest first. */
  readonly reasons: readonly JudgedFinding[];
  /** What was asked for and could not be told. */
  readonly open: readonly RuleUnknown[];
  /** Parts that nobody has looked at, or not since a solution changed. */
  readonly notLookedAt: readonly FactPart[];
}

export type StandingOf = (solution: InstalledSolution) => SolutionStanding;

/** Tells the standing of solutions by one report; each is told once. @param report undefined before anything was judged */
export function standings(report: HealthReport | undefined): StandingOf {
  const general = generalOf(report);
  const told = new Map<InstalledSolution, SolutionStanding>();
  return (solution) => {
    const known = told.get(solution) ?? standingOf(solution, report, general);
    told.set(solution, known);
    return known;
  };
}

/** What the report says of all solutions alike. */
interface General {
  /** A rule still waits for a part that is read without being asked for. */
  readonly reading: boolean;
  readonly open: readonly RuleUnknown[];
  readonly notLookedAt: readonly FactPart[];
}

function generalOf(report: HealthReport | undefined): General {
  if (report === undefined) return { reading: true, open: [], notLookedAt: [] };
  const { unknowns, notLookedAt } = report;
  const general = unknowns.filter(({ solution }) => solution === undefined);
  // Who layers over whom depends on every solution: one that has changed may lie over any other now.
  const isStale = unknowns.some(({ reason, part }) => reason === "outdated" && part === "stacks");
  return {
    reading: general.some(({ reason, part }) => isCheap(part) && (reason === "reading" || reason === "notAsked")),
    open: general.filter(isOpenQuestion),
    notLookedAt: isStale ? [...notLookedAt, "stacks"] : notLookedAt,
  };
}

const isCheap = (part: FactPart): boolean => (CHEAP_PARTS as readonly FactPart[]).includes(part);

function standingOf(solution: InstalledSolution, report: HealthReport | undefined, general: General): SolutionStanding {
  const health = report?.solutions.get(nameKey(solution.uniqueName));
  if (health === undefined) return withoutHealth(solution, general);
  const reasons = health.findings.filter((one) => counts(one) && (one.severity !== "info" || isRunning(one)));
  const open = [...health.unknowns.filter(isOpenQuestion), ...openAbout(solution, general)];
  const skipped = health.unknowns.filter(({ reason }) => reason === "notAsked" || reason === "outdated");
  const notLookedAt = [...new Set([...general.notLookedAt, ...skipped.map(({ part }) => part)])];
  const running = reasons.some((one) => isRunning(one) || one.ruleId === "operationStuck");
  return {
    state: stateOf(health, running, general.reading, notLookedAt.length === 0),
    running,
    reasons,
    open,
    notLookedAt,
  };
}

function stateOf({ state }: SolutionHealth, running: boolean, reading: boolean, complete: boolean): SolutionState {
  if (state === "atRisk" || state === "attention") return state;
  if (running) return "running";
  if (reading) return "checking";
  return state === "healthy" && !complete ? "noProblemFound" : state;
}

/** Told though it makes nothing worse. */
const isRunning = ({ ruleId }: JudgedFinding): boolean => ruleId === "operationRunning";

/** Rules that could say nothing at all, of those that judge such a solution. */
const openAbout = (solution: InstalledSolution, { open }: General): readonly RuleUnknown[] =>
  open.filter(({ ruleId }) => {
    const scope = ruleOf(ruleId)?.scope;
    return scope === "all" || (scope === "own" && isOwn(solution));
  });

/** What is managed and visible is judged, once the rules have the list it stands in: they may never get it. */
function withoutHealth(solution: InstalledSolution, general: General): SolutionStanding {
  const { managed, visible } = solution;
  const open = managed && visible ? openAbout(solution, general).filter(({ part }) => part === "solutions") : [];
  const waiting = general.reading || (managed && visible);
  return {
    state: open.length > 0 ? "unknown" : waiting ? "checking" : "notJudged",
    running: false,
    reasons: [],
    open,
    notLookedAt: general.notLookedAt,
  };
}
