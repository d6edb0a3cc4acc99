import { columns } from "../../odata/column";
import { guidFor } from "../../store/guidFor";
import type { Table } from "../table";
import { kindsOf } from "./componentKinds";

/** Fact sheet §2.4: run-time numbers, the names layers know them by, and backing tables. */
export const solutionComponentDefinitions: Table = {
  entitySet: "solutioncomponentdefinitions",
  logicalName: "solutioncomponentdefinition",
  primaryKey: "solutioncomponentdefinitionid",
  primaryName: "name",
  readPrivileges: [],
  columns: [
    ...columns("guid", "solutioncomponentdefinitionid"),
    ...columns("integer", "solutioncomponenttype", "objecttypecode"),
    ...columns("string", "name", "primaryentityname"),
  ],
  navigations: [],
  rows: (context) =>
    kindsOf(context.environment.state.environmentTypes).map((kind) => ({
      solutioncomponentdefinitionid: guidFor("solutioncomponentdefinition", kind.type),
      solutioncomponenttype: kind.type,
      objecttypecode: kind.type,
      name: kind.name,
      primaryentityname: kind.table,
    })),
};
