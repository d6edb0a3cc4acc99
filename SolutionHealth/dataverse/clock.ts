import { onAbort } from "./abortListeners";
import { cancelled } from "./errors";

/** Time as the room needs it, so that tests run without waiting. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `milliseconds`. @returns a function that calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};

/**
 * Waits, unless the signal aborts first.
 * @throws DataverseError of kind "cancelled"
 */
export function wait(milliseconds: number, clock: Clock, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled(signal.reason));
      return;
    }
    const callOff = clock.after(milliseconds, () => {
      stopListening();
      resolve();
    });
    const stopListening = onAbort(signal, () => {
      callOff();
      reject(cancelled(signal?.reason));
    });
  });
}
