import type { SolutionOperation } from "../model/operation";

/** A row that is older and still not ended was left behind by a fault of the server: nothing runs for so long. */
const LONGEST = 24 * 60 * 60 * 1_000;

/** Operations that run now, newest first: rows without an end (fact sheet §5.1), unless they are a day old. */
export function runningOperations(history: readonly SolutionOperation[], now: Date): SolutionOperation[] {
  return history.filter(
    ({ status, startedOn }) =>
      status !== "completed" && startedOn !== undefined && now.getTime() - startedOn.getTime() < LONGEST,
  );
}
