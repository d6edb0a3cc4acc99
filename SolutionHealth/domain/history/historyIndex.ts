import type { SolutionOperation } from "../model/operation";
import { nameKey } from "../solutions/solutionNames";

/** How many operations are read at most: the newest ones of the whole environment (fact sheet §5.1). */
export const HISTORY_LIMIT = 500;

/** The operations by the solution they name, each list newest first. */
export interface HistoryIndex {
  operationsOf(uniqueName: string): readonly SolutionOperation[];
  /** Start of the oldest operation known; undefined when the history is known from its beginning. */
  readonly knownSince?: Date;
}

export function indexHistory(history: readonly SolutionOperation[]): HistoryIndex {
  const byName = new Map<string, SolutionOperation[]>();
  const newestFirst = [...history].sort(byStartNewestFirst);
  for (const operation of newestFirst) {
    const key = nameKey(operation.solutionUniqueName);
    const known = byName.get(key);
    if (known) known.push(operation);
    else byName.set(key, [operation]);
  }
  const oldest = newestFirst[newestFirst.length - 1]?.startedOn;
  return {
    operationsOf: (uniqueName) => byName.get(nameKey(uniqueName)) ?? [],
    ...(history.length >= HISTORY_LIMIT && oldest && { knownSince: oldest }),
  };
}

/** An operation without a start cannot be placed in time and comes last. */
export function byStartNewestFirst(a: SolutionOperation, b: SolutionOperation): number {
  return (b.startedOn?.getTime() ?? -Infinity) - (a.startedOn?.getTime() ?? -Infinity) || 0;
}
