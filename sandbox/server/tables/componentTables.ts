import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import type { Column, ColumnType } from "../../odata/column";
import { columns, lookup } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { requirePrivileges } from "../user";
import { editOf } from "./componentEdit";
import { isManaged } from "./summaryRow";

/** What makes a table out of the components of some types. */
interface Backing {
  readonly types: readonly number[];
  readonly entitySet: string;
  readonly logicalName: string;
  readonly primaryKey: string;
  readonly primaryName: string;
  readonly text?: readonly string[];
  readonly numbers?: readonly string[];
  readonly flags?: readonly string[];
  /** Where the name of a privilege differs from the table's. */
  readonly privilege?: string;
}

const COMMON: readonly Column[] = [
  ...columns("boolean", "ismanaged"),
  ...columns("date", "createdon", "modifiedon", "overwritetime"),
  ...columns("integer", "componentstate", "versionnumber"),
  ...columns("guid", "solutionid"),
  lookup("modifiedby", "systemuser"),
];

function numberOf(text: string): number | null {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}

function readsAs(value: PropertyValue | undefined, type: ColumnType): PropertyValue {
  if (value === undefined || value === null) return null;
  if (type === "boolean") return TRUE.has(value);
  if (type === "integer" && typeof value === "string") return numberOf(value);
  if (type === "string" && typeof value !== "string") return JSON.stringify(value);
  return value;
}

/** Booleans of packages are written in all these ways. */
const TRUE: ReadonlySet<PropertyValue> = new Set<PropertyValue>([true, 1, "1", "true", "True"]);

function rowOf(component: StoredComponent, backing: Backing, own: readonly Column[], context: ServerContext): Row {
  const properties = context.index.effectiveProperties(component.id);
  const row: Row = {};
  for (const column of own) row[column.name] = readsAs(properties[column.name], column.type);
  row[backing.primaryKey] = component.id;
  row[backing.primaryName] ??= component.displayName;
  if (own.some((column) => column.name === "objecttypecode")) row.objecttypecode ??= component.table ?? null;
  return {
    ...row,
    ismanaged: isManaged(component),
    createdon: component.createdOn,
    modifiedon: component.modifiedOn,
    _modifiedby_value: component.modifiedBy,
    overwritetime: "1900-01-01T00:00:00Z",
    componentstate: 0,
    versionnumber: 1,
  };
}

function tableOf(backing: Backing): Table {
  const names = new Set([backing.primaryName, ...(backing.text ?? [])]);
  const own = [
    ...columns("string", ...names),
    ...columns("integer", ...(backing.numbers ?? [])),
    ...columns("boolean", ...(backing.flags ?? [])),
  ];
  const writePrivilege = `prvWrite${backing.privilege ?? backing.logicalName}`;
  return {
    entitySet: backing.entitySet,
    logicalName: backing.logicalName,
    primaryKey: backing.primaryKey,
    primaryName: backing.primaryName,
    readPrivileges: [],
    columns: [...columns("guid", backing.primaryKey), ...own, ...COMMON],
    navigations: [],
    rows: (context) =>
      backing.types
        .flatMap((type) => context.index.componentsOfType(type))
        .map((component) => rowOf(component, backing, own, context)),
    find: (context, id) => {
      const component = context.environment.store.component(id);
      return component && backing.types.includes(component.type) ? rowOf(component, backing, own, context) : undefined;
    },
    // An ordinary edit by a person: it lands in the Active layer (fact sheet §8.1).
    update: (context, id, values, solution) => {
      requirePrivileges(context.user, [writePrivilege], backing.logicalName);
      context.jobs.requireIdle("EntityCustomization");
      const edited = editOf(values, { ...backing, own }, context.index.effectiveProperties(id));
      context.environment.customize(id, edited, context.caller(), solution);
    },
  };
}

function backing(
  types: number | readonly number[],
  entitySet: string,
  logicalName: string,
  primaryName: string,
  more: Partial<Backing> = {},
): Backing {
  const primaryKey = `${logicalName}id`;
  return { types: [types].flat(), entitySet, logicalName, primaryKey, primaryName, ...more };
}

/** Tables by which names of components are resolved (fact sheet §2.5). */
const backings: readonly Backing[] = [
  backing(20, "roles", "role", "name", { privilege: "Role" }),
  backing([24, 60], "systemforms", "systemform", "name", {
    primaryKey: "formid",
    text: ["formxml", "formjson", "objecttypecode", "description", "uniquename"],
    numbers: ["type", "formactivationstate", "formpresentation"],
    flags: ["isdefault"],
    privilege: "SystemForm",
  }),
  backing(26, "savedqueries", "savedquery", "name", {
    text: ["fetchxml", "layoutxml", "layoutjson", "returnedtypecode", "description"],
    numbers: ["querytype", "statecode", "statuscode"],
    flags: ["isdefault", "isquickfindquery"],
    privilege: "Query",
  }),
  backing(29, "workflows", "workflow", "name", {
    text: ["uniquename", "clientdata", "xaml", "primaryentity", "description"],
    numbers: ["category", "type", "mode", "scope", "statecode", "statuscode"],
    privilege: "Workflow",
  }),
  backing(31, "reports", "report", "name", { text: ["filename", "description"], privilege: "Report" }),
  backing(36, "templates", "template", "title", { text: ["subject", "body"], privilege: "EmailTemplate" }),
  backing(44, "duplicaterules", "duplicaterule", "name"),
  backing(59, "savedqueryvisualizations", "savedqueryvisualization", "name", {
    text: ["datadescription", "presentationdescription", "primaryentitytypecode", "description"],
    privilege: "Query",
  }),
  backing(61, "webresourceset", "webresource", "name", {
    text: ["displayname", "content", "description", "dependencyxml"],
    numbers: ["webresourcetype", "languagecode"],
    privilege: "WebResource",
  }),
  backing(62, "sitemaps", "sitemap", "sitemapname", {
    text: ["sitemapnameunique", "sitemapxml"],
    privilege: "SiteMap",
  }),
  backing(63, "connectionroles", "connectionrole", "name", { numbers: ["category"] }),
  backing(66, "customcontrols", "customcontrol", "name", { text: ["compatibledatatypes", "manifest", "version"] }),
  backing(70, "fieldsecurityprofiles", "fieldsecurityprofile", "name", { text: ["description"] }),
  backing(80, "appmodules", "appmodule", "name", {
    text: ["uniquename", "descriptor", "description", "url", "appmoduleversion"],
    numbers: ["clienttype", "statecode", "statuscode"],
    privilege: "AppModule",
  }),
  backing(90, "plugintypes", "plugintype", "typename", { text: ["name", "friendlyname", "assemblyname"] }),
  backing(91, "pluginassemblies", "pluginassembly", "name", {
    text: ["version", "culture", "publickeytoken"],
    numbers: ["isolationmode", "sourcetype"],
  }),
  backing(92, "sdkmessageprocessingsteps", "sdkmessageprocessingstep", "name", {
    text: ["filteringattributes", "configuration", "description"],
    numbers: ["mode", "stage", "rank", "statecode", "statuscode"],
  }),
  backing(95, "serviceendpoints", "serviceendpoint", "name", { numbers: ["contract"] }),
  backing(152, "slas", "sla", "name"),
  backing(300, "canvasapps", "canvasapp", "name", {
    text: ["displayname", "appversion", "canvasappuniqueid", "status"],
    privilege: "CanvasApp",
  }),
  backing([371, 372], "connectors", "connector", "name", { text: ["displayname", "connectorinternalid"] }),
  backing(380, "environmentvariabledefinitions", "environmentvariabledefinition", "schemaname", {
    text: ["displayname", "description", "defaultvalue"],
    numbers: ["type"],
    flags: ["isrequired"],
  }),
  backing(381, "environmentvariablevalues", "environmentvariablevalue", "schemaname", { text: ["value"] }),
  backing(401, "msdyn_aimodels", "msdyn_aimodel", "msdyn_name"),
  backing(402, "msdyn_aiconfigurations", "msdyn_aiconfiguration", "msdyn_name"),
];

export const componentTables: readonly Table[] = backings.map(tableOf);
