import { readFact } from "../../SolutionHealth/domain/health/fact";
import { NO_FACTS } from "../../SolutionHealth/domain/health/noFacts";
import type { HealthFacts } from "../../SolutionHealth/domain/health/healthFacts";
import { judgeHealth } from "../../SolutionHealth/domain/health/judgeHealth";
import { DEFAULT_THRESHOLDS } from "../../SolutionHealth/domain/health/thresholds";
import { standings } from "../../SolutionHealth/domain/solutions/solutionStanding";
import { appFacts } from "../../SolutionHealth/state/health/appFacts";
import type { AppState } from "../../SolutionHealth/state/model";
import type { HealthStore, HealthStoreState } from "../../SolutionHealth/state/health/model";

/** A state as the rules make it of the facts. */
export function healthState(facts: Partial<HealthFacts> = {}, parts: Partial<HealthStoreState> = {}): HealthStoreState {
  const all = { ...NO_FACTS, ...facts };
  const report = judgeHealth(all, { now: AT });
  return {
    facts: all,
    report,
    standingOf: standings(report),
    thresholds: DEFAULT_THRESHOLDS,
    reading: false,
    deep: { status: "idle" },
    memory: { status: "kept", mayDecide: true },
    trend: [],
    ...parts,
  };
}

const AT = new Date("2026-01-02T03:04:05Z");
const NOTHING = readFact([], AT);

/** What the app has read, with nothing in the other parts that are cheap. */
export const factsOf = (state: AppState): Partial<HealthFacts> => ({
  ...appFacts(state, NO_FACTS, AT),
  steps: NOTHING,
  processes: NOTHING,
  owners: NOTHING,
  serviceRules: NOTHING,
  connections: NOTHING,
  variables: NOTHING,
  plans: { status: "absent" },
});

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeHealth implements HealthStore {
  readonly refresh = jest.fn();
  readonly scanDeeper = jest.fn();
  readonly cancelDeep = jest.fn();
  readonly setThresholds = jest.fn();
  readonly decide = jest.fn();
  readonly withdraw = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();

  constructor(private state: HealthStoreState = healthState()) {}

  getState = (): HealthStoreState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(parts: Partial<HealthStoreState>): void {
    this.state = { ...this.state, ...parts };
    this.listeners.forEach((listener) => listener());
  }
}
