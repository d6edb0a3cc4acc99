import { columns, lookup } from "../../odata/column";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { isManaged } from "./summaryRow";

/** Solution-aware tables whose component types each environment numbers for itself (fact sheet §2.3). */
const KNOWN: readonly { readonly logicalName: string; readonly entitySet: string; readonly nameColumn: string }[] = [
  { logicalName: "customapi", entitySet: "customapis", nameColumn: "uniquename" },
  { logicalName: "bot", entitySet: "bots", nameColumn: "schemaname" },
  { logicalName: "botcomponent", entitySet: "botcomponents", nameColumn: "schemaname" },
  { logicalName: "appaction", entitySet: "appactions", nameColumn: "uniquename" },
  { logicalName: "settingdefinition", entitySet: "settingdefinitions", nameColumn: "uniquename" },
];

function rows(context: ServerContext, logicalName: string, nameColumn: string) {
  const type = context.environment.state.environmentTypes[logicalName];
  if (type === undefined) return [];
  return context.index.componentsOfType(type).map((component) => ({
    [`${logicalName}id`]: component.id,
    [nameColumn]: component.name,
    displayname: component.displayName,
    ismanaged: isManaged(component),
    createdon: component.createdOn,
    modifiedon: component.modifiedOn,
    _modifiedby_value: component.modifiedBy,
    versionnumber: 1,
  }));
}

export const environmentTypeTables: readonly Table[] = KNOWN.map(({ logicalName, entitySet, nameColumn }) => ({
  entitySet,
  logicalName,
  primaryKey: `${logicalName}id`,
  primaryName: nameColumn,
  readPrivileges: [],
  columns: [
    ...columns("guid", `${logicalName}id`),
    ...columns("string", nameColumn, "displayname"),
    ...columns("boolean", "ismanaged"),
    ...columns("date", "createdon", "modifiedon"),
    ...columns("integer", "versionnumber"),
    lookup("modifiedby", "systemuser"),
  ],
  navigations: [],
  rows: (context) => rows(context, logicalName, nameColumn),
}));
