import { onAbort } from "./abortListeners";
import type { Clock } from "./clock";
import { cancelled } from "./errors";

/** Decides when the next one in a queue may begin. */
export interface Gate {
  /** Milliseconds after which to ask again: 0 = it may begin now, Infinity = not before one that runs has ended. */
  waitFor(running: number): number;
  /**
   * Told that one begins.
   * @param parts reads in the request
   * @returns told that it has ended, and whether well
   */
  begin(parts: number): (well: boolean) => void;
  /** Told that one comes while nothing runs or waits. */
  arriveAtRest?(): void;
}

/** Runs tasks in the order they came, as fast as its gate lets them in. */
export interface Queue {
  /**
   * @param parts reads in the request that the task sends
   * @throws DataverseError of kind "cancelled" when the signal aborts before the task began.
   */
  run<T>(task: () => Promise<T>, parts: number, signal?: AbortSignal): Promise<T>;
}

type Ended = (well: boolean) => void;

interface Waiting {
  readonly parts: number;
  readonly begin: (ended: Ended) => void;
}

export function createQueue(gate: Gate, clock: Clock): Queue {
  let running = 0;
  const waiting: Waiting[] = [];
  let stopAsking = (): void => undefined;

  function letIn(): void {
    stopAsking();
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const milliseconds = gate.waitFor(running);
      if (milliseconds > 0) {
        if (milliseconds < Infinity) stopAsking = clock.after(milliseconds, letIn);
        return;
      }
      waiting.shift();
      running += 1;
      next.begin(gate.begin(next.parts));
    }
  }

  function takeTurn(parts: number, signal?: AbortSignal): Promise<Ended> {
    if (signal?.aborted) return Promise.reject(cancelled(signal.reason));
    if (running === 0 && waiting.length === 0) gate.arriveAtRest?.();
    return new Promise((resolve, reject) => {
      const entry: Waiting = {
        parts,
        begin: (ended) => {
          stopListening();
          resolve(ended);
        },
      };
      const stopListening = onAbort(signal, () => {
        waiting.splice(waiting.indexOf(entry), 1);
        if (waiting.length === 0) stopAsking();
        reject(cancelled(signal?.reason));
      });
      waiting.push(entry);
      letIn();
    });
  }

  return {
    async run(task, parts, signal) {
      const ended = await takeTurn(parts, signal);
      let well = false;
      try {
        const result = await task();
        well = true;
        return result;
      } finally {
        running -= 1;
        ended(well);
        letIn();
      }
    },
  };
}
