/** When a request was on its way, in milliseconds since the page began to load. */
export interface RequestSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * How many round trips a person waits for one after the other: the length of the longest chain of requests in which
 * each starts when the one before has ended. Requests under way at the same time count once. A request that merely
 * happens to start later counts as if it had waited, so the number is never too small.
 */
export function roundTripDepth(requests: readonly RequestSpan[]): number {
  // The longest chain of spans that do not overlap: always go on with the one that ends first.
  const byEnd = [...requests].sort((a, b) => a.end - b.end);
  let depth = 0;
  let free = -Infinity;
  for (const { start, end } of byEnd) {
    if (start < free) continue;
    depth += 1;
    free = end;
  }
  return depth;
}
