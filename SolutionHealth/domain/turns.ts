/** Milliseconds of work between two pauses: several fit beside the page's own work without a frame being missed. */
export const SLICE = 8;

/**
 * For work on long answers, which would keep the page from reacting and painting.
 * @returns to be awaited between two pieces of the work: lets everything else have its turn where a slice of time is over
 */
export function createTurns(): () => Promise<void> {
  let end = performance.now() + SLICE;
  return async () => {
    if (performance.now() < end) return;
    await nextTurn();
    end = performance.now() + SLICE;
  };
}

/** The next turn of the event loop. A timer would do, but browsers delay nested timers by 4 ms each. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      // An open port would keep a command line from ending.
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
