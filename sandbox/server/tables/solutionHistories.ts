import { columns } from "../../odata/column";
import { leavesOf } from "../../odata/expression";
import type { QueryOptions } from "../../odata/query";
import { PlatformFault } from "../../engine/fault";
import type { Row, StoredHistory } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";

const OPERATIONS = {
  0: "Import",
  1: "Uninstall",
  2: "Export",
  3: "Publish",
  4: "PublishAll",
  5: "LanguageProvision",
  6: "ImportTranslation",
  7: "RibbonMetadataGeneration",
  8: "WorkflowSetState",
  9: "None",
};
const SUBOPERATIONS = { 0: "None", 1: "New", 2: "Upgrade", 3: "Update", 4: "Delete" };

function seconds(entry: StoredHistory): number | null {
  return entry.endedOn === null ? null : Math.round((Date.parse(entry.endedOn) - Date.parse(entry.startedOn)) / 1000);
}

function rowOf(entry: StoredHistory): Row {
  return {
    msdyn_solutionhistoryid: entry.id,
    msdyn_name: entry.name,
    msdyn_uniquename: entry.uniqueName,
    msdyn_solutionversion: entry.version,
    msdyn_solutionid: entry.solutionId,
    msdyn_publisherid: entry.publisherId,
    msdyn_publishername: entry.publisherName,
    msdyn_ismanaged: entry.managed,
    msdyn_ispatch: entry.patch,
    msdyn_isoverwritecustomizations: entry.overwriteCustomizations,
    msdyn_operation: entry.operation,
    msdyn_suboperation: entry.suboperation,
    msdyn_starttime: entry.startedOn,
    msdyn_endtime: entry.endedOn,
    msdyn_totaltime: seconds(entry),
    msdyn_status: entry.status,
    msdyn_result: entry.result,
    msdyn_errorcode: entry.errorCode,
    msdyn_exceptionmessage: entry.exceptionMessage,
    msdyn_exceptionstack: entry.exceptionStack,
    msdyn_activityid: entry.activityId,
    msdyn_correlationid: entry.correlationId,
    msdyn_retrycount: 0,
    msdyn_maxretries: 0,
  };
}

/** "The virtual table's plug-in rejects arbitrary server-side conditions" (fact sheet §5.1); others saw them work. */
function refuseConditions(context: ServerContext, query: QueryOptions): void {
  if (context.options.habits.historyFilters === "accepted") return;
  for (const leaf of leavesOf(query.filter)) {
    throw new PlatformFault(
      "0x80040224",
      `The condition on attribute '${leaf.path}' is not supported by the data provider of entity 'msdyn_solutionhistory'.`,
    );
  }
}

/** Numbers as other clients have them, by the documented ones (§5.1). */
const OTHER_OPERATIONS: Readonly<Record<number, number>> = Object.fromEntries(
  Object.keys(OPERATIONS).map((code) => [code, Number(code) + 1]),
);
const OTHER_SUBOPERATIONS: Readonly<Record<number, number>> = { 2: 5 };

function renumbered(code: number, others: Readonly<Record<number, number>>): number {
  return others[code] ?? code;
}

function relabelled(
  labels: Readonly<Record<number, string>>,
  others: Readonly<Record<number, number>>,
): Readonly<Record<number, string>> {
  const moved = Object.entries(labels).filter(([code]) => others[Number(code)] === undefined);
  const own = Object.entries(others).map(([code, other]) => [other, labels[Number(code)] ?? ""] as const);
  return Object.fromEntries([...moved, ...own]);
}

/** The same table with the other numbers: its labels tell the truth, its documented meaning does not. */
const renumberedHistories = (documented: Table): Table => ({
  ...documented,
  columns: documented.columns.map((column) => {
    if (column.name === "msdyn_operation") return { ...column, labels: relabelled(OPERATIONS, OTHER_OPERATIONS) };
    if (column.name !== "msdyn_suboperation") return column;
    return { ...column, labels: relabelled(SUBOPERATIONS, OTHER_SUBOPERATIONS) };
  }),
  rows: (context, query) =>
    documented.rows(context, query).map((row) => ({
      ...row,
      msdyn_operation: renumbered(Number(row.msdyn_operation), OTHER_OPERATIONS),
      msdyn_suboperation: renumbered(Number(row.msdyn_suboperation), OTHER_SUBOPERATIONS),
    })),
});

/** The virtual table of fact sheet §5.1. Not to be confused with {@link solutionHistoryData}. */
export const solutionHistories: Table = {
  entitySet: "msdyn_solutionhistories",
  logicalName: "msdyn_solutionhistory",
  primaryKey: "msdyn_solutionhistoryid",
  primaryName: "msdyn_name",
  readPrivileges: ["prvReadmsdyn_solutionhistory"],
  columns: [
    ...columns("guid", "msdyn_solutionhistoryid"),
    ...columns("string", "msdyn_name", "msdyn_uniquename", "msdyn_solutionversion", "msdyn_solutionid"),
    ...columns("string", "msdyn_publisherid", "msdyn_publishername", "msdyn_packagename", "msdyn_packageversion"),
    ...columns("boolean", "msdyn_ismanaged", "msdyn_ispatch", "msdyn_isoverwritecustomizations"),
    { name: "msdyn_operation", type: "picklist", labels: OPERATIONS },
    { name: "msdyn_suboperation", type: "picklist", labels: SUBOPERATIONS },
    ...columns("date", "msdyn_starttime", "msdyn_endtime"),
    ...columns("integer", "msdyn_totaltime", "msdyn_retrycount", "msdyn_maxretries"),
    { name: "msdyn_status", type: "picklist", labels: { 0: "Started", 1: "Completed" } },
    { name: "msdyn_result", type: "boolean", labels: { 0: "Failure", 1: "Success" } },
    ...columns("string", "msdyn_errorcode", "msdyn_exceptionmessage", "msdyn_exceptionstack"),
    ...columns("string", "msdyn_activityid", "msdyn_correlationid"),
  ],
  navigations: [],
  rows: (context, query) => {
    refuseConditions(context, query);
    return context.environment.state.history.map(rowOf);
  },
  variant: (habits) => (habits.historyCodes === "other" ? renumberedHistories(solutionHistories) : undefined),
};

function physicalRow(entry: StoredHistory): Row {
  return {
    solutionhistorydataid: entry.id,
    solutionid: entry.solutionId,
    solutionname: entry.uniqueName,
    solutionversion: entry.version,
    publishername: entry.publisherName,
    ismanaged: entry.managed,
    ispatch: entry.patch,
    ismicrosoftpublisher: false,
    isoverwritecustomizations: entry.overwriteCustomizations,
    operation: entry.operation,
    suboperation: entry.suboperation,
    starttime: entry.startedOn,
    endtime: entry.endedOn,
    status: entry.status,
    result: entry.result === null ? null : Number(entry.result),
    errorcode: entry.errorCode === null ? null : Number(entry.errorCode) | 0,
    exceptionmessage: entry.exceptionMessage,
    exceptionstack: entry.exceptionStack,
    activityid: entry.activityId,
    correlationid: entry.correlationId,
  };
}

/** The physical table behind it (§5.2): numbers instead of booleans, and no operations beyond 2. */
export const solutionHistoryData: Table = {
  entitySet: "solutionhistories",
  logicalName: "solutionhistorydata",
  primaryKey: "solutionhistorydataid",
  primaryName: "solutionname",
  readPrivileges: [],
  columns: [
    ...columns("guid", "solutionhistorydataid", "solutionid", "activityid", "correlationid"),
    ...columns("string", "solutionname", "solutionversion", "publishername", "packagename", "packageversion"),
    ...columns("boolean", "ismanaged", "ispatch", "ismicrosoftpublisher", "isoverwritecustomizations"),
    { name: "operation", type: "picklist", labels: { 0: "Import", 1: "Uninstall", 2: "Export" } },
    { name: "suboperation", type: "picklist", labels: SUBOPERATIONS },
    ...columns("date", "starttime", "endtime"),
    { name: "status", type: "picklist", labels: { 0: "Start", 1: "End" } },
    { name: "result", type: "picklist", labels: { 0: "Failure", 1: "Success" } },
    ...columns("integer", "errorcode"),
    ...columns("string", "exceptionmessage", "exceptionstack"),
  ],
  navigations: [],
  onlyMultiple: true,
  rows: (context) => context.environment.state.history.filter(({ operation }) => operation <= 2).map(physicalRow),
};
