import { equalValues } from "../../odata/conditions";
import { columns } from "../../odata/column";
import type { QueryOptions } from "../../odata/query";
import type { Row } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { kindOf } from "./componentKinds";
import { countsOf } from "./solutionComponentSummaries";

/**
 * Fact sheet §3.3: one row a type. `msdyn_solutionid` is null in the rows although it is what they are filtered by, so
 * the provider applies that condition itself.
 */
export const solutionComponentCountSummaries: Table = {
  entitySet: "msdyn_solutioncomponentcountsummaries",
  logicalName: "msdyn_solutioncomponentcountsummary",
  primaryKey: "msdyn_solutioncomponentcountsummaryid",
  primaryName: "msdyn_name",
  readPrivileges: ["prvReadmsdyn_solutioncomponentcountsummary"],
  columns: [
    ...columns("string", "msdyn_componentlogicalname"),
    ...columns("decimal", "msdyn_componenttype", "msdyn_total"),
    { name: "msdyn_solutionid", type: "string", takesGuid: true },
    ...columns("guid", "msdyn_solutioncomponentcountsummaryid"),
    ...columns("string", "msdyn_name", "msdyn_primaryentityname", "msdyn_subtype", "msdyn_workflowcategory"),
    { name: "_organizationid_value", type: "lookup", target: "organization" },
  ],
  navigations: [],
  appliedFilterColumns: ["msdyn_solutionid"],
  rows: rowsOf,
};

function rowsOf(context: ServerContext, query: QueryOptions): Row[] {
  const [solutionId] = equalValues(query.filter, "msdyn_solutionid");
  if (solutionId === undefined) return [];
  const { environmentTypes } = context.environment.state;
  return [...countsOf(context, solutionId.toLowerCase())].map(([type, total]) => ({
    msdyn_componentlogicalname: kindOf(type, environmentTypes)?.table ?? null,
    msdyn_componenttype: type,
    msdyn_total: total,
  }));
}
