import type { Clock } from "./clock";
import { ExecutionBudget } from "./executionBudget";
import { LaneWidth } from "./laneWidth";
import { createPause } from "./pause";
import { createQueue, type Gate, type Queue } from "./queue";

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

  /** Requests of the page count, yet never wait for the budget. */
  const page: Gate = {
    waitFor: (running) => pause.left() || (running < concurrency ? 0 : Infinity),
    begin(parts) {
      const settle = budget.charge(parts);
      const startedAt = clock.now();
      return () => settle(clock.now() - startedAt);
    },
  };
  const background: Gate = {
    waitFor: (running) => pause.left() || waitInBackground(running),
    begin(parts) {
      const settle = page.begin(parts);
      const answered = width.begin();
      const startedAt = clock.now();
      return (well) => {
        settle(well);
        // What failed took as long as it takes to fail.
        if (well) answered((clock.now() - startedAt) / parts);
      };
    },
    arriveAtRest: () => width.startAfresh(),
  };

  function waitInBackground(running: number): number {
    if (running === 0) return budget.untilOne();
    return running < Math.min(width.now(), budget.atOnce()) ? 0 : Infinity;
  }

  return {
    page: createQueue(page, clock),
    background: createQueue(background, clock),
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
