import * as React from "react";
import { filterOperations } from "../../domain/history/filterOperations";
import { indexHistory } from "../../domain/history/historyIndex";
import { groupOperations, type OperationGroup } from "../../domain/history/operationGroups";
import type { SolutionOperation } from "../../domain/model/operation";
import { useProduct } from "../product";
import { shown } from "../resource";
import { toFilter } from "./query";
import type { HistoryQuery } from "./query";

export interface HistoryList {
  /** Undefined while nothing is known. */
  readonly all: readonly OperationGroup[] | undefined;
  /** Those that the filters leave. */
  readonly rows: readonly OperationGroup[];
  readonly counts: Readonly<Record<SolutionOperation["result"], number>>;
  /** Before this the history is not known: only the newest operations are read. */
  readonly knownSince?: Date;
}

/** @param search of the query, as it was when the person stopped typing */
export function useHistoryList(query: HistoryQuery, search: string): HistoryList {
  const { state, host } = useProduct();
  const { now } = host;
  const history = shown(state.history);
  const all = React.useMemo(() => history && groupOperations(history), [history]);
  const rows = React.useMemo(
    () => filterOperations(all ?? [], { ...toFilter(query), search }, now()),
    [all, query, search, now],
  );
  const counts = React.useMemo(() => countResults(all ?? []), [all]);
  const knownSince = React.useMemo(() => history && indexHistory(history).knownSince, [history]);
  return { all, rows, counts, ...(knownSince && { knownSince }) };
}

function countResults(groups: readonly OperationGroup[]): HistoryList["counts"] {
  const counts = { succeeded: 0, failed: 0, running: 0, unknown: 0 };
  for (const { result } of groups) counts[result] += 1;
  return counts;
}
