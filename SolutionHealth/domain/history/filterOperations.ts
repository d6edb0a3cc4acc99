import type { SolutionOperation } from "../model/operation";
import type { OperationAct } from "./operationAct";
import type { OperationGroup } from "./operationGroups";

export interface HistoryFilter {
  /** Part of a solution's name, its unique name, publisher or version, or of what went wrong. */
  readonly search: string;
  /** Empty = all. */
  readonly acts: readonly OperationAct[];
  readonly results: readonly SolutionOperation["result"][];
  /** Only what began in the last so many days; undefined = all that is known. */
  readonly days?: number;
}

export const DAY = 24 * 60 * 60 * 1_000;

/** Operations that the filter lets through, in the order given. One without a start is never left out by time. */
export function filterOperations(
  groups: readonly OperationGroup[],
  { search, acts, results, days }: HistoryFilter,
  now: Date,
): OperationGroup[] {
  const wanted = search.trim().toLowerCase();
  const since = days === undefined ? -Infinity : now.getTime() - days * DAY;
  return groups.filter(
    (group) =>
      (acts.length === 0 || acts.includes(group.act)) &&
      (results.length === 0 || results.includes(group.result)) &&
      (group.startedOn?.getTime() ?? Infinity) >= since &&
      (wanted === "" || group.steps.some((step) => textOf(step).includes(wanted))),
  );
}

const textOf = ({
  solutionName,
  solutionUniqueName,
  publisherName,
  version,
  errorCode = "",
  errorText = "",
}: SolutionOperation): string =>
  [solutionName, solutionUniqueName, publisherName, version, errorCode, errorText].join("\n").toLowerCase();
