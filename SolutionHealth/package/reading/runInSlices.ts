import { nextTurn, SLICE } from "../../domain/turns";
import type { FileWindow } from "./fileWindow";
import { isRange, NO_BYTES, type ReadingProgress, type Steps } from "./steps";

export interface SliceOptions {
  /** Where work on a file gets its bytes. */
  readonly file?: FileWindow | undefined;
  /** Ends the work at its next step, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  /** Lets whatever else waits have its turn; the default lets the page react and paint. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/**
 * Does the work in slices of some milliseconds, with pauses between them.
 * @throws the signal's reason when it aborts; what the work throws.
 */
export async function runInSlices<T>(steps: Steps<T>, options: SliceOptions = {}): Promise<T> {
  const { file, signal, onProgress, pause = nextTurn } = options;
  let answer = NO_BYTES;
  let sliceEnd = performance.now() + SLICE;
  for (;;) {
    signal?.throwIfAborted();
    const next = steps.next(answer);
    if (next.done === true) return next.value;
    answer = NO_BYTES;
    const step = next.value;
    if (isRange(step)) {
      if (!file) throw new Error("The work asks for bytes of a file, and was given none.");
      const bytes = file.read(step);
      answer = bytes instanceof Promise ? await unlessAborted(bytes, signal) : bytes;
    } else if (step !== undefined) onProgress?.(step);
    if (performance.now() < sliceEnd) continue;
    await pause();
    sliceEnd = performance.now() + SLICE;
  }
}

/** A file that lies far away may not answer for long, or never: that does not keep the work from being given up. */
async function unlessAborted<T>(reading: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return reading;
  let end = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    // The reason is an error unless somebody gave another one.
    end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  });
  try {
    return await Promise.race([reading, aborted]);
  } finally {
    signal.removeEventListener("abort", end);
  }
}
