/** What several runs of the same thing took, in the order they ran. */
export interface Runs {
  readonly count: number;
  readonly min: number;
  readonly median: number;
}

/** @throws {RangeError} when there is no run to speak of. */
export function summarise(values: readonly number[]): Runs {
  const ordered = [...values].sort((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.ceil(ordered.length / 2) - 1];
  const min = ordered[0];
  if (min === undefined || lower === undefined || upper === undefined) throw new RangeError("There are no runs.");
  return { count: ordered.length, min, median: (lower + upper) / 2 };
}

/** The run that took least: its parts add up, which the minima of the parts would not. @throws {RangeError} */
export function best<T>(runs: readonly T[], cost: (run: T) => number): T {
  const [first, ...others] = runs;
  if (first === undefined) throw new RangeError("There are no runs.");
  return others.reduce((least, run) => (cost(run) < cost(least) ? run : least), first);
}
