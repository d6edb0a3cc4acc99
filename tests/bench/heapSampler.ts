import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const EVERY = 50;

export interface HeapSampler {
  /** @returns bytes by which the heap was larger than at the beginning, at most */
  stop(): number;
}

/**
 * Looks at the heap of this process again and again. It is cleared of garbage first; garbage of the work that nobody
 * has collected yet counts.
 */
export function sampleHeap(): HeapSampler {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  };
  const timer = setInterval(look, EVERY);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most - before;
    },
  };
}

/** What `node --expose-gc` would offer, for a process that was started without. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}
