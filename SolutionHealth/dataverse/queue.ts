import { cancelled } from "./errors";

/** Runs tasks, at most so many at once, in the order they came. */
export interface Queue {
  /** @throws DataverseError of kind "cancelled" when the signal aborts before the task began. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createQueue(limit: number): Queue {
  let running = 0;
  const waiting: (() => void)[] = [];

  function takeSlot(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(cancelled(signal.reason));
    if (running < limit) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(cancelled(signal?.reason));
      };
      waiting.push(begin);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  /** The slot goes straight to the next in line, so that nobody overtakes. */
  function freeSlot(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(task, signal) {
      await takeSlot(signal);
      try {
        return await task();
      } finally {
        freeSlot();
      }
    },
  };
}
