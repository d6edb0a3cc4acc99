import type { Column, Navigation } from "../../odata/column";
import { toMany } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import { valueDefinition, variableDefinitionLink } from "./variableValues";

/** What makes a table out of the components of some types. */
export interface Backing {
  /** Numbers of `componenttype`; a name where each environment numbers the kind for itself. */
  readonly types: readonly number[] | string;
  readonly entitySet: string;
  readonly logicalName: string;
  readonly primaryKey: string;
  readonly primaryName: string;
  readonly text?: readonly string[];
  readonly numbers?: readonly string[];
  readonly flags?: readonly string[];
  /** Managed properties: complex values with a `Value`. */
  readonly managed?: readonly string[];
  /** Where the name of a privilege differs from the table's. */
  readonly privilege?: string;
  /** Rows belong to a user; those of other kinds to the organization. */
  readonly owned?: boolean;
  /**
   * Statuses by state: that which a change of the state alone takes along. The first state is that of rows whose package
   * does not say one.
   */
  readonly states?: readonly (readonly [state: number, status: number])[];
  /** Columns that are worked out, and their values. */
  readonly more?: {
    readonly columns: readonly Column[];
    readonly values: (component: StoredComponent, context: ServerContext) => Row;
  };
  readonly navigations?: readonly Navigation[];
}

/** Enabled and disabled, published and not: what most kinds with a state have. */
const ON_OFF = [
  [0, 1],
  [1, 2],
] as const;

const WORKFLOW_NUMBERS = [
  "category",
  "type",
  "mode",
  "scope",
  "runas",
  "businessprocesstype",
  "processtriggerscope",
  "processorder",
  "createstage",
  "updatestage",
  "deletestage",
];

const WORKFLOW_FLAGS = [
  "subprocess",
  "ondemand",
  "triggeroncreate",
  "triggerondelete",
  "asyncautodelete",
  "syncworkflowlogonfailure",
  "istransacted",
];

function backing(
  types: number | readonly number[] | string,
  entitySet: string,
  logicalName: string,
  primaryName: string,
  more: Partial<Backing> = {},
): Backing {
  const primaryKey = `${logicalName}id`;
  return {
    types: typeof types === "string" ? types : [types].flat(),
    entitySet,
    logicalName,
    primaryKey,
    primaryName,
    ...more,
  };
}

/** Tables by which names of components are resolved (fact sheet §2.5). */
export const backings: readonly Backing[] = [
  backing(20, "roles", "role", "name", { privilege: "Role" }),
  backing([24, 60], "systemforms", "systemform", "name", {
    primaryKey: "formid",
    text: ["formxml", "formjson", "objecttypecode", "description", "uniquename", "introducedversion"],
    numbers: ["type", "formactivationstate", "formpresentation"],
    flags: ["isdefault", "istabletenabled"],
    managed: ["iscustomizable", "canbedeleted"],
    privilege: "SystemForm",
  }),
  backing(26, "savedqueries", "savedquery", "name", {
    text: ["fetchxml", "layoutxml", "layoutjson", "returnedtypecode", "description", "queryapi", "introducedversion"],
    numbers: ["querytype"],
    states: ON_OFF,
    flags: ["isdefault", "isquickfindquery", "isprivate"],
    managed: ["iscustomizable", "canbedeleted"],
    privilege: "Query",
  }),
  backing(29, "workflows", "workflow", "name", {
    text: [
      "uniquename",
      "clientdata",
      "xaml",
      "primaryentity",
      "description",
      "introducedversion",
      "triggeronupdateattributelist",
    ],
    numbers: WORKFLOW_NUMBERS,
    flags: WORKFLOW_FLAGS,
    managed: ["iscustomizable", "iscustomprocessingstepallowedforotherpublishers"],
    privilege: "Workflow",
    owned: true,
    states: ON_OFF,
  }),
  backing(31, "reports", "report", "name", { text: ["filename", "description"], privilege: "Report" }),
  backing(36, "templates", "template", "title", { text: ["subject", "body"], privilege: "EmailTemplate" }),
  backing(44, "duplicaterules", "duplicaterule", "name", {
    text: ["baseentityname", "matchingentityname", "description"],
    owned: true,
    // Unpublished, published.
    states: [
      [0, 0],
      [1, 2],
    ],
  }),
  backing(59, "savedqueryvisualizations", "savedqueryvisualization", "name", {
    text: ["datadescription", "presentationdescription", "primaryentitytypecode", "description", "introducedversion"],
    flags: ["isdefault"],
    managed: ["iscustomizable", "canbedeleted"],
    privilege: "Query",
  }),
  backing(61, "webresourceset", "webresource", "name", {
    text: ["displayname", "content", "description", "dependencyxml", "introducedversion"],
    numbers: ["webresourcetype", "languagecode"],
    flags: ["isenabledformobileclient", "isavailableformobileoffline"],
    managed: ["iscustomizable", "canbedeleted", "ishidden"],
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
    numbers: ["mode", "stage", "rank"],
    states: ON_OFF,
  }),
  backing(95, "serviceendpoints", "serviceendpoint", "name", { numbers: ["contract"] }),
  backing(152, "slas", "sla", "name", {
    text: ["description"],
    numbers: ["slatype", "objecttypecode"],
    owned: true,
    states: ON_OFF,
  }),
  backing(154, "convertrules", "convertrule", "name", { owned: true, states: ON_OFF }),
  backing(300, "canvasapps", "canvasapp", "name", {
    text: ["displayname", "appversion", "canvasappuniqueid", "status"],
    privilege: "CanvasApp",
    owned: true,
  }),
  backing([371, 372], "connectors", "connector", "name", { text: ["displayname", "connectorinternalid"] }),
  backing(380, "environmentvariabledefinitions", "environmentvariabledefinition", "schemaname", {
    text: ["displayname", "description", "defaultvalue"],
    numbers: ["type"],
    flags: ["isrequired"],
    owned: true,
    states: ON_OFF,
    navigations: [
      toMany(
        "environmentvariabledefinition_environmentvariablevalue",
        "environmentvariablevalues",
        "environmentvariabledefinitionid",
        "_environmentvariabledefinitionid_value",
      ),
    ],
  }),
  backing(381, "environmentvariablevalues", "environmentvariablevalue", "schemaname", {
    text: ["value"],
    owned: true,
    states: ON_OFF,
    more: valueDefinition,
    navigations: [variableDefinitionLink],
  }),
  backing("connectionreference", "connectionreferences", "connectionreference", "connectionreferencelogicalname", {
    text: ["connectionreferencedisplayname", "connectionid", "connectorid", "description"],
    owned: true,
    states: ON_OFF,
  }),
  backing(401, "msdyn_aimodels", "msdyn_aimodel", "msdyn_name"),
  backing(402, "msdyn_aiconfigurations", "msdyn_aiconfiguration", "msdyn_name"),
];
