import type { Parameters } from "fast-check";

/**
 * How a property whose runs take long is tried. Its first failure is told at once, with the seed and the path that lead to
 * it: making an example of a whole environment smaller takes minutes, and is for whoever looks into it.
 * `PROPERTY_SEED=… PROPERTY_PATH=…` replays what was told, `PROPERTY_SHRINK=1` makes it smaller.
 */
export function propertyRuns<T>(numRuns: number): Parameters<T> {
  const { PROPERTY_SEED: seed, PROPERTY_PATH: path, PROPERTY_SHRINK: shrink } = process.env;
  return {
    numRuns,
    endOnFailure: !shrink,
    ...(seed ? { seed: Number(seed) } : {}),
    ...(path ? { path } : {}),
  };
}
