import type { Clock } from "../../SolutionHealth/dataverse/clock";

/** Turns, a millisecond each, in which work may let the page have its turn: that is not due at any time, and comes all the same. */
const TURNS = 100;

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes at once: it jumps to whatever is due next when nobody has anything left to do. */
export interface VirtualClock extends Clock {
  /** Lets time pass until the work is done. @returns what it gives @throws what it throws */
  passUntil<T>(work: Promise<T>): Promise<T>;
}

export function createVirtualClock(): VirtualClock {
  let now = 0;
  const timers = new Set<Timer>();

  /** @returns whether anything was due */
  function jump(): boolean {
    let next: Timer | undefined;
    for (const timer of timers) if (next === undefined || timer.at < next.at) next = timer;
    if (next === undefined) return false;
    timers.delete(next);
    now = next.at;
    next.run();
    return true;
  }

  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async passUntil(work) {
      let done = false;
      const end = (): void => {
        done = true;
      };
      work.then(end, end);
      for (let idle = 0; idle < TURNS;) {
        // The next turn of the event loop: all that follows from the last jump has happened by then.
        await new Promise((resolve) => setImmediate(resolve));
        if (done) return work;
        if (jump()) idle = 0;
        else {
          idle += 1;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      }
      throw new Error("The work waits for something that is not due at any time.");
    },
  };
}
