import { groupOperations, type OperationGroup } from "../history/operationGroups";
import type { SolutionOperation } from "../model/operation";

const HOUR = 60 * 60 * 1_000;

export interface RunningGroup {
  readonly group: OperationGroup;
  /** Since it began; 0 where that is not known. */
  readonly hours: number;
}

/**
 * Operations without an end. A later operation on the same solution proves that an earlier one is over, whatever its
 * row says: the platform runs one at a time (fact sheet §5.4).
 */
export function runningGroups(history: readonly SolutionOperation[], now: Date): RunningGroup[] {
  const seen = new Set<string>();
  return groupOperations(history).flatMap((group) => {
    const key = group.solution.toLowerCase();
    const isLast = !seen.has(key);
    seen.add(key);
    if (group.result !== "running" || !isLast) return [];
    const hours = group.startedOn ? Math.floor((now.getTime() - group.startedOn.getTime()) / HOUR) : 0;
    return [{ group, hours }];
  });
}
