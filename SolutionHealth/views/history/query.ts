import type { HistoryFilter } from "../../domain/history/filterOperations";
import type { OperationAct } from "../../domain/history/operationAct";
import type { SolutionOperation } from "../../domain/model/operation";

/** What the person asked the list for. */
export interface HistoryQuery {
  readonly search: string;
  readonly act: OperationAct | "";
  readonly results: readonly SolutionOperation["result"][];
  /** Days back, as text; "" = all that is known. */
  readonly days: "" | "1" | "7" | "30" | "90";
}

export const FIRST_QUERY: HistoryQuery = { search: "", act: "", results: [], days: "" };

export const toFilter = ({ search, act, results, days }: HistoryQuery): HistoryFilter => ({
  search,
  acts: act === "" ? [] : [act],
  results,
  ...(days !== "" && { days: Number(days) }),
});
