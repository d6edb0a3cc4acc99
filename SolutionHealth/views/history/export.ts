import { csvText } from "../../domain/csv";
import type { OperationGroup } from "../../domain/history/operationGroups";
import type { Product } from "../product";
import { shown } from "../resource";
import { ACT_LOOKS, RESULT_LOOKS } from "./looks";

const HEADER = [
  "HistoryPage_Act",
  "HistoryPage_Solution",
  "Overview_UniqueName",
  "Solutions_Column_Version",
  "HistoryPage_Result",
  "HistoryPage_Started",
  "HistoryPage_Ended",
  "Solutions_Column_Publisher",
  "Detail_Code",
  "Detail_ErrorText",
  "Detail_ActivityId",
  "Detail_CorrelationId",
] as const;

/** Saves every operation that the filters leave, a row for each of its steps. Dates are ISO 8601 in UTC. */
export function exportHistory(groups: readonly OperationGroup[], { t, host, state }: Product): void {
  const lines = groups.flatMap(({ act, steps }) =>
    steps.map((step) => [
      t(ACT_LOOKS[act].word),
      step.solutionName,
      step.solutionUniqueName,
      step.version,
      t(RESULT_LOOKS[step.result].word),
      step.startedOn?.toISOString() ?? "",
      step.endedOn?.toISOString() ?? "",
      step.publisherName,
      step.errorCode ?? "",
      step.errorText ?? "",
      step.activityId ?? "",
      step.correlationId ?? "",
    ]),
  );
  const environment = fileNamePart(shown(state.environment)?.name ?? "");
  const name = ["solution-history", environment, host.now().toISOString().slice(0, 10)].filter(Boolean).join("_");
  host.saveFile(`${name}.csv`, csvText([HEADER.map((key) => t(key)), ...lines]), "text/csv;charset=utf-8");
}

const fileNamePart = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
