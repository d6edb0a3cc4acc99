import { columns, lookup, toOne } from "../../odata/column";
import type { Table } from "../table";

/** Fact sheet §5.3. The row of an import appears only after a moment. */
export const importJobs: Table = {
  entitySet: "importjobs",
  logicalName: "importjob",
  primaryKey: "importjobid",
  primaryName: "name",
  readPrivileges: ["prvReadImportJob"],
  columns: [
    ...columns("guid", "importjobid", "solutionid"),
    ...columns("string", "name", "solutionname", "data", "importcontext", "operationcontext"),
    ...columns("decimal", "progress"),
    ...columns("date", "startedon", "completedon", "createdon", "modifiedon"),
    lookup("createdby", "systemuser"),
    lookup("modifiedby", "systemuser"),
    lookup("createdonbehalfby", "systemuser"),
    lookup("modifiedonbehalfby", "systemuser"),
    lookup("organizationid", "organization"),
  ],
  navigations: [toOne("createdby", "systemusers", "systemuserid")],
  rows: (context) => {
    const { importJobs: written, organization } = context.environment.state;
    const all = [...written, ...context.jobs.importJobs.all()];
    return all.map((row) => ({ ...row, _organizationid_value: organization.id }));
  },
};
