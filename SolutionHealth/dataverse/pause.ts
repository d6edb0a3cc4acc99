import type { Clock } from "./clock";

/** Holds every request back while the server asks for rest: sending on extends the penalty (fact sheet §10). */
export interface Pause {
  begin(milliseconds: number): void;
  /** Milliseconds until it is over; 0 unless a pause is on. */
  left(): number;
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
    left: () => Math.max(0, until - clock.now()),
  };
}
