import { type Clock, wait } from "./clock";

/** Holds every request back while the server asks for rest: sending on extends the penalty (fact sheet §10). */
export interface Pause {
  begin(milliseconds: number): void;
  /** Resolves at once unless a pause is on. */
  over(signal?: AbortSignal): Promise<void>;
}

/** @param onChange told the seconds when a pause begins and undefined when it is over */
export function createPause(clock: Clock, onChange: (seconds: number | undefined) => void): Pause {
  let until = 0;

  return {
    begin(milliseconds) {
      const end = clock.now() + milliseconds;
      if (end <= until) return;
      until = end;
      onChange(Math.ceil(milliseconds / 1000));
      clock.after(milliseconds, () => {
        if (until === end) onChange(undefined);
      });
    },
    async over(signal) {
      while (clock.now() < until) await wait(until - clock.now(), clock, signal);
    },
  };
}
