import type { Clock } from "./clock";
import { ExecutionBudget } from "./executionBudget";
import { LaneWidth } from "./laneWidth";
import { createPause, type Pause } from "./pause";
import { type Gate, Queue } from "./queue";

/**
 * Which line a request stands in: `page` is for what a person waits for; `background` for the many reads of a scan,
 * which have a line of their own, so that nothing waits behind them.
 */
export type Lane = "page" | "background";

/** The lines to one environment, with what they share: the rest that the server asks for, and the time it spends. */
export interface Lanes extends Readonly<Record<Lane, Queue>> {
  /**
   * Holds every request back, and lets the background go on narrower after that. To be called before the refused
   * request leaves its line, else the next one would go out meanwhile.
   */
  pause(milliseconds: number): void;
}

/**
 * @param concurrency requests of the page at once
 * @param onThrottle told the seconds of rest, and undefined when they are over
 */
export function createLanes(
  clock: Clock,
  concurrency: number,
  onThrottle: (seconds: number | undefined) => void,
): Lanes {
  const pause = createPause(clock, onThrottle);
  const budget = new ExecutionBudget(clock);
  const width = new LaneWidth(clock);

  return {
    page: new Queue(pageGate(concurrency, pause, budget, clock), clock),
    background: new Queue(backgroundGate(width, pause, budget, clock), clock),
    pause(milliseconds) {
      // Refusals that come while there is rest already are answers to what was sent before.
      if (pause.left() === 0) {
        width.narrow(milliseconds);
        budget.useUp();
      }
      pause.begin(milliseconds);
    },
  };
}

/** Requests of the page are counted, yet never wait for the budget. */
function pageGate(concurrency: number, pause: Pause, budget: ExecutionBudget, clock: Clock): Gate {
  return {
    waitFor: (running) => pause.left() || (running < concurrency ? 0 : Infinity),
    begin(parts) {
      const settle = budget.charge(parts);
      const startedAt = clock.now();
      return () => settle(clock.now() - startedAt);
    },
  };
}

function backgroundGate(width: LaneWidth, pause: Pause, budget: ExecutionBudget, clock: Clock): Gate {
  const waitForOthers = (running: number): number => {
    if (running === 0) return budget.untilOne();
    return running < Math.min(width.now(), budget.atOnce()) ? 0 : Infinity;
  };
  return {
    waitFor: (running) => pause.left() || waitForOthers(running),
    begin(parts) {
      const settle = budget.charge(parts);
      const answered = width.begin();
      const startedAt = clock.now();
      return (well) => {
        const milliseconds = clock.now() - startedAt;
        settle(milliseconds);
        // What failed took as long as it takes to fail.
        if (well) answered(milliseconds / parts);
      };
    },
    arriveAtRest: () => width.startAfresh(),
  };
}
