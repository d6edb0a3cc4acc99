import { columns, lookup, toOne } from "../../odata/column";
import type { Table } from "../table";

const STATUS = {
  0: "Waiting For Resources",
  10: "Waiting",
  20: "In Progress",
  21: "Pausing",
  22: "Canceling",
  30: "Succeeded",
  31: "Failed",
  32: "Canceled",
};

const OPERATION_TYPES = {
  54: "Execute Async Request",
  71: "Cleanup Solution Components",
  93: "Import Solution Metadata",
  202: "Export Solution",
  203: "Import Solution",
  204: "PublishAll",
  207: "DeleteAndPromote",
  208: "UninstallSolution",
  211: "StageAndUpgrade",
};

/** Fact sheet §5.4; columns as recorded from a live environment. */
export const asyncOperations: Table = {
  entitySet: "asyncoperations",
  logicalName: "asyncoperation",
  primaryKey: "asyncoperationid",
  primaryName: "name",
  readPrivileges: ["prvReadAsyncOperation"],
  columns: [
    ...columns("guid", "asyncoperationid", "correlationid", "parentpluginexecutionid", "requestid", "breadcrumbid"),
    ...columns("guid", "datablobid"),
    ...columns("string", "name", "messagename", "message", "friendlymessage", "dependencytoken", "hostid", "data"),
    ...columns("string", "datablobid_name", "workload", "primaryentitytype", "callerorigin", "rootexecutioncontext"),
    ...columns("string", "recurrencepattern", "workflowstagename"),
    { name: "statecode", type: "picklist", labels: { 0: "Ready", 1: "Suspended", 2: "Locked", 3: "Completed" } },
    { name: "statuscode", type: "picklist", labels: STATUS },
    { name: "operationtype", type: "picklist", labels: OPERATION_TYPES },
    ...columns("integer", "errorcode", "depth", "sequence", "subtype", "retrycount"),
    ...columns("integer", "timezoneruleversionnumber", "utcconversiontimezonecode"),
    ...columns("decimal", "executiontimespan"),
    ...columns("boolean", "iswaitingforevent", "retainjobhistory"),
    ...columns("date", "createdon", "startedon", "completedon", "modifiedon", "correlationupdatedtime"),
    ...columns("date", "expanderstarttime", "postponeuntil", "recurrencestarttime"),
    lookup("ownerid", "systemuser"),
    lookup("owninguser", "systemuser"),
    lookup("owningteam", "team"),
    lookup("owningbusinessunit", "businessunit"),
    lookup("owningextensionid", "sdkmessageprocessingstep"),
    lookup("regardingobjectid", "solution"),
    lookup("workflowactivationid", "workflow"),
    lookup("createdby", "systemuser"),
    lookup("createdonbehalfby", "systemuser"),
    lookup("modifiedby", "systemuser"),
    lookup("modifiedonbehalfby", "systemuser"),
  ],
  navigations: [toOne("owninguser", "systemusers", "systemuserid"), toOne("createdby", "systemusers", "systemuserid")],
  rows: (context) => context.environment.state.asyncOperations,
};
