import Sequencer from "@jest/test-sequencer";

/** Test files of half a minute and more, the longest first. */
const LONG = [
  "integration/releaseChains",
  "integration/releases",
  "integration/rollbacks",
  "pipeline/layout/corpus",
  "integration/rollbackChains",
  "integration/overrides",
  "sandbox/engine/corpus",
  "package/corpus",
  "integration/rollbackFlow",
].map((name) => `/tests/${name}.test.ts`);

/** @returns {number} place among the long ones; behind them all where it is none */
function placeOf({ path }) {
  const place = LONG.findIndex((name) => path.replaceAll("\\", "/").endsWith(name));
  return place < 0 ? LONG.length : place;
}

/**
 * A fresh clone has no times of earlier runs, and Jest goes by the size of files: minutes of real packages would begin last,
 * with the other core idle. So these begin first; the rest is in Jest's own order.
 */
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
