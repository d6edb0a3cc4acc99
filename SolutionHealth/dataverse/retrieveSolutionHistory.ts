import { HISTORY_LIMIT } from "../domain/history/historyIndex";
import type { SolutionOperation } from "../domain/model/operation";
import { queryText } from "./odata";
import { operationLabel, suboperationLabel } from "./historyCodes";
import type { Transport } from "./transport";
import { type WireRow, booleanOf, dateOf, guidOf, numberOf, present, textOf } from "./wire";

/**
 * The history unfiltered: the plug-in behind this virtual table refuses many conditions, so choosing is done here
 * (fact sheet §5.1). No `$select` either: `msdyn_uniquename` does not exist in older environments, and naming a
 * column that does not exist fails the whole call.
 */
const solutionHistoryQuery = (): string =>
  `msdyn_solutionhistories${queryText({ $orderby: "msdyn_starttime desc", $top: HISTORY_LIMIT })}`;

/** @returns the newest operations of the environment, newest first. @throws DataverseError */
export async function retrieveSolutionHistory(
  transport: Transport,
  signal?: AbortSignal,
): Promise<SolutionOperation[]> {
  const rows = await transport.getRows(solutionHistoryQuery(), { formattedValues: true, ...(signal && { signal }) });
  const operations = rows.map(toOperation).filter((operation) => operation !== undefined);
  return operations.sort((a, b) => (b.startedOn?.getTime() ?? 0) - (a.startedOn?.getTime() ?? 0));
}

/** @returns undefined for a row without an id */
function toOperation(row: WireRow): SolutionOperation | undefined {
  const id = guidOf(row, "msdyn_solutionhistoryid");
  if (id === undefined) return undefined;
  const status = statusOf(row);
  return {
    id,
    // `msdyn_name` is the solution's unique name in environments that lack the newer column.
    solutionUniqueName: textOf(row, "msdyn_uniquename") ?? textOf(row, "msdyn_name") ?? "",
    solutionName: textOf(row, "msdyn_name") ?? "",
    version: textOf(row, "msdyn_solutionversion") ?? "",
    publisherName: textOf(row, "msdyn_publishername") ?? "",
    operation: operationLabel(row),
    suboperation: suboperationLabel(row),
    status,
    result: resultOf(row, status),
    ...present({
      operationCode: numberOf(row, "msdyn_operation"),
      suboperationCode: numberOf(row, "msdyn_suboperation"),
      startedOn: dateOf(row, "msdyn_starttime"),
      endedOn: dateOf(row, "msdyn_endtime"),
      errorCode: errorCodeOf(row),
      errorText: textOf(row, "msdyn_exceptionmessage"),
      activityId: textOf(row, "msdyn_activityid"),
      correlationId: textOf(row, "msdyn_correlationid"),
      managed: booleanOf(row, "msdyn_ismanaged"),
      patch: booleanOf(row, "msdyn_ispatch"),
      overwrite: booleanOf(row, "msdyn_isoverwritecustomizations"),
    }),
  };
}

/** An end is proof of completion, whatever the code says; 2 is "queued" only by one client's word. */
function statusOf(row: WireRow): SolutionOperation["status"] {
  if (dateOf(row, "msdyn_endtime") !== undefined) return "completed";
  const code = numberOf(row, "msdyn_status");
  if (code === 1) return "completed";
  return code === 2 ? "queued" : "running";
}

function resultOf(row: WireRow, status: SolutionOperation["status"]): SolutionOperation["result"] {
  if (status !== "completed") return "running";
  const succeeded = booleanOf(row, "msdyn_result");
  if (succeeded === undefined) return "unknown";
  return succeeded ? "succeeded" : "failed";
}

/** Zero means that there was no error. */
function errorCodeOf(row: WireRow): string | undefined {
  const code = textOf(row, "msdyn_errorcode");
  return code === "0" ? undefined : code;
}
