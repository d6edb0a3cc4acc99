import type { Fetch } from "../../SolutionHealth/dataverse/exchange";
import { readCheapFacts } from "../../SolutionHealth/dataverse/health/readCheapFacts";
import { readDeepFacts } from "../../SolutionHealth/dataverse/health/readDeepFacts";
import { createTransport, type Transport } from "../../SolutionHealth/dataverse/transport";
import type { HealthFacts } from "../../SolutionHealth/domain/health/healthFacts";
import { valueOf } from "../../SolutionHealth/domain/health/fact";
import { judgeHealth } from "../../SolutionHealth/domain/health/judgeHealth";
import { standings } from "../../SolutionHealth/domain/solutions/solutionStanding";
import { createStores } from "../../SolutionHealth/state/stores";
import { createCountedFetch, type Traffic } from "./countedFetch";
import { largeEnvironment, largeSizes } from "./largeEnvironment";
import { roundTripDepth, type RequestSpan } from "./roundTrips";
import { createVirtualClock, type VirtualClock } from "./virtualClock";
import { createVirtualServer, VIRTUAL_ADDRESS } from "./virtualServer";

export const HEALTH_SIZES = { ...largeSizes, solutions: 200 };

export interface HealthCost extends Traffic {
  /** Milliseconds of waiting. */
  readonly time: number;
}

export interface CheapCost extends HealthCost {
  /** Milliseconds until something is known. */
  readonly first: number;
  readonly depth: number;
}

export interface HealthCosts {
  readonly cheap: CheapCost;
  readonly deep: HealthCost;
  /** Milliseconds in which all rules judge all facts. */
  readonly rules: number;
  /** Milliseconds in which the standings of all solutions are told by one report. */
  readonly standings: number;
  /** How often the page judges from its opening until all that is cheap has been read. */
  readonly judgements: number;
}

const RULE_RUNS = 5;

/**
 * Reads the facts of a large environment by the product's own code, in time that only waiting takes.
 * @throws Error when a part could not be read: its cost would be too small
 */
export async function measureHealth(): Promise<HealthCosts> {
  const clock = createVirtualClock();
  const { state } = largeEnvironment(HEALTH_SIZES);
  const server = createVirtualServer(state, clock);
  const cheap = await measureCheap(server, clock);
  const { transport, traffic } = clientOf(server, clock);
  const started = clock.now();
  const signal = new AbortController().signal;
  const now = (): Date => new Date(clock.now());
  const facts = await clock.passUntil(readDeepFacts(cheap.facts, transport, { now, signal }));
  requireRead(facts);
  return {
    cheap: cheap.cost,
    deep: { ...traffic(), time: clock.now() - started },
    rules: fastestOf(RULE_RUNS, () => judgeHealth(facts, { now: now() })),
    standings: timeOfStandings(facts, now()),
    judgements: await countJudgements(),
  };
}

function timeOfStandings(facts: HealthFacts, now: Date): number {
  const report = judgeHealth(facts, { now });
  const solutions = valueOf(facts.solutions) ?? [];
  return fastestOf(RULE_RUNS, () => solutions.map(standings(report)));
}

/** Opens the page's own stores as the control does. @returns how many reports they publish on the way */
async function countJudgements(): Promise<number> {
  const clock = createVirtualClock();
  const server = createVirtualServer(largeEnvironment(HEALTH_SIZES).state, clock);
  const { store, health } = createStores({
    clientUrl: VIRTUAL_ADDRESS,
    fetch: server,
    clock,
    saveFile: () => undefined,
  });
  const reports = new Set([health.getState().report]);
  let begun = false;
  const complete = new Promise<void>((resolve) => {
    health.subscribe(() => {
      const { report, reading } = health.getState();
      reports.add(report);
      if (begun && !reading) resolve();
      begun ||= reading;
    });
  });
  store.refresh();
  health.refresh();
  await clock.passUntil(complete);
  // The first was made of nothing.
  return reports.size - 1;
}

async function measureCheap(
  server: Fetch,
  clock: VirtualClock,
): Promise<{ readonly facts: HealthFacts; readonly cost: CheapCost }> {
  const spans: RequestSpan[] = [];
  const watched: Fetch = async (url, init) => {
    const start = clock.now();
    const response = await server(url, init);
    spans.push({ start, end: clock.now() });
    return response;
  };
  const { transport, traffic } = clientOf(watched, clock);
  const started = clock.now();
  let first = Number.NaN;
  const facts = await clock.passUntil(
    readCheapFacts({ plans: { status: "absent" } }, transport, {
      now: () => new Date(clock.now()),
      onFacts: () => (first = clock.now() - started),
    }),
  );
  const time = clock.now() - started;
  return { facts, cost: { ...traffic(), time, first, depth: roundTripDepth(spans) } };
}

function clientOf(fetch: Fetch, clock: VirtualClock): { readonly transport: Transport; traffic(): Traffic } {
  const counted = createCountedFetch(fetch);
  return {
    transport: createTransport({ baseUrl: VIRTUAL_ADDRESS, fetch: counted.fetch, clock }),
    traffic: counted.traffic,
  };
}

function requireRead(facts: HealthFacts): void {
  const unread = Object.entries(facts).filter(([part, { status }]) => status !== "read" && !GIVEN.has(part));
  if (unread.length > 0) throw new Error(`Not read: ${unread.map(([part]) => part).join(", ")}.`);
}

/** What this measurement does not read. */
const GIVEN: ReadonlySet<string> = new Set(["plans", "overrides", "serviceRules"]);

function fastestOf(runs: number, run: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}
