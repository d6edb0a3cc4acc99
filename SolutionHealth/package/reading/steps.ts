/** Bytes of the file that are needed next: from `from` up to, and without, `to`. Never past the end of the file. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** What is being done; `done` and `total` count bytes for "checksum", kinds of components for "components". */
export interface ReadingProgress {
  readonly phase: "opening" | "definitions" | "components" | "checksum";
  readonly done: number;
  readonly total: number;
}

/** Bytes asked for, where the work stands, or (undefined) only a place where it may pause. */
export type Step = ByteRange | ReadingProgress | undefined;

/**
 * Work on a file that neither holds the file nor knows how to wait for it: it asks for bytes, and offers pauses.
 * Whoever drives it decides: {@link runNow} over bytes at hand, `runInSlices` over a file that stays where it is and
 * for a page that must stay responsive. So both read with one implementation. Only a range is answered with its bytes,
 * which hold until the next range is asked for: what is needed longer is copied.
 */
export type Steps<T> = Generator<Step, T, Uint8Array>;

export const NO_BYTES: Uint8Array = new Uint8Array();

export function isRange(step: Step): step is ByteRange {
  return step !== undefined && "from" in step;
}

/** Does all the work at once, on the bytes of the whole file. */
export function runNow<T>(steps: Steps<T>, bytes: Uint8Array): T {
  let answer = NO_BYTES;
  for (;;) {
    const next = steps.next(answer);
    if (next.done === true) return next.value;
    answer = isRange(next.value) ? bytes.subarray(next.value.from, next.value.to) : NO_BYTES;
  }
}
