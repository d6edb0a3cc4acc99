import type { Parameters } from "fast-check";

/** Where the runs begin that every check of a change makes: a change is judged by what it does, not by the day's luck. */
const USUAL_SEED = 20_261_129;

/**
 * How a property whose runs take long is tried. Its first failure is told at once, with the seed and the path that lead to
 * it: making an example of a whole environment smaller takes minutes, and is for whoever looks into it.
 * `PROPERTY_SEED=new` tries histories that nobody has tried yet; `PROPERTY_SEED=… PROPERTY_PATH=…` replays what was told,
 * `PROPERTY_SHRINK=1` makes it smaller.
 */
export function propertyRuns<T>(numRuns: number): Parameters<T> {
  const { PROPERTY_SEED: seed, PROPERTY_PATH: path, PROPERTY_SHRINK: shrink } = process.env;
  return {
    numRuns,
    endOnFailure: !shrink,
    ...(seed === "new" ? {} : { seed: seed ? Number(seed) : USUAL_SEED }),
    ...(path ? { path } : {}),
  };
}
