import { CHEAP_PARTS } from "../../domain/health/healthFacts";
import type { InstalledSolution } from "../../domain/model/solution";
import { thresholdsFrom } from "../../domain/health/thresholds";
import { APP_PARTS, appFacts } from "./appFacts";
import { CheapReading } from "./cheapReading";
import { Decisions } from "./decisions";
import { DeepScan } from "./deepScan";
import { HealthBoard } from "./healthBoard";
import type { HealthStore } from "./model";
import { OverrideFacts } from "./overrideFacts";
import type { HealthPorts } from "./ports";

/** The store of health. Nothing is read before `refresh()` is called for the first time. */
export function createHealthStore(ports: HealthPorts): HealthStore {
  const board = new HealthBoard(ports.clock);
  const decisions = new Decisions(board, ports.memory);
  const overrides = new OverrideFacts(board, ports.overrides);
  const deep = new DeepScan(board, ports.deep, overrides, () => void decisions.keepLook());
  const cheap = new CheapReading(board, ports.cheap, ports.app, deep.shipped);
  const stopFollowing = followApp(ports.app, board, (solutions) => {
    deep.forgetOutdated(solutions);
    overrides.forgetOutdated(solutions);
  });
  const stopLooking = lookOnce(board, decisions);

  async function refresh(): Promise<void> {
    board.note({ reading: true });
    await Promise.all([cheap.run(), decisions.load()]);
    // Whoever sees that all has been read sees what comes of it.
    board.settle();
    board.note({ reading: false });
  }

  return {
    getState: board.cell.get,
    subscribe: board.cell.subscribe,
    refresh: () => void refresh(),
    scanDeeper: () => void deep.run(),
    cancelDeep: () => deep.cancel(),
    setThresholds: (changed) => board.setThresholds(thresholdsFrom({ ...board.cell.get().thresholds, ...changed })),
    decide: (finding, verdict, title) => void decisions.decide(finding, verdict, title),
    withdraw: (finding) => void decisions.withdraw(finding),
    dispose() {
      stopFollowing();
      stopLooking();
      board.dispose();
      cheap.abort();
      decisions.dispose();
      deep.dispose();
      overrides.dispose();
    },
  };
}

/**
 * Keeps how things stand, when all that is cheap is there: a look that misses a part would say little. Tried once a
 * visit, and kept once a day.
 * @returns a function that stops it
 */
function lookOnce(board: HealthBoard, decisions: Decisions): () => void {
  let looked = false;
  return board.cell.subscribe(() => {
    const { facts, reading } = board.cell.get();
    const complete = CHEAP_PARTS.every((part) => !["reading", "notAsked"].includes(facts[part].status));
    if (looked || reading || !complete || facts.solutions.status !== "read") return;
    looked = true;
    void decisions.keepFirstLook();
  });
}

/** Takes what the app's own store reads, each time it changes. @returns a function that stops it */
function followApp(
  app: HealthPorts["app"],
  board: HealthBoard,
  onSolutions: (solutions: readonly InstalledSolution[]) => void,
): () => void {
  let seen = app.getState();
  const take = (): void => {
    const before = board.facts().solutions;
    board.setFacts(appFacts(seen, board.facts(), board.now()));
    const { solutions } = board.facts();
    if (solutions !== before && solutions.status === "read") onSolutions(solutions.value);
  };
  take();
  return app.subscribe(() => {
    const now = app.getState();
    const changed = APP_PARTS.some((part) => now[part] !== seen[part]);
    seen = now;
    if (changed) take();
  });
}
