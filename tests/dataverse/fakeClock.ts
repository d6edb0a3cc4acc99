import type { Clock } from "../../SolutionHealth/dataverse/clock";

/** A clock that moves only when told to. */
export interface FakeClock extends Clock {
  /** Lets time pass, running what falls due on the way, and lets promises settle. */
  pass(milliseconds: number): Promise<void>;
  /** How many timers are set and neither due nor called off. */
  pending(): number;
}

export function createFakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let now = start;
  const timers = new Set<{ due: number; run: () => void }>();

  const nextDue = (end: number): { due: number; run: () => void } | undefined =>
    [...timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];

  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { due: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pending: () => timers.size,
    async pass(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (let timer = nextDue(end); timer; timer = nextDue(end)) {
        timers.delete(timer);
        now = timer.due;
        timer.run();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets every promise that can go on do so. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
