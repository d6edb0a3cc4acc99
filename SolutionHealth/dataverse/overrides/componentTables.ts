/** The ordinary table behind a type of component, as far as it is used here (fact sheet §2.5, §4.4). */
export interface ComponentTable {
  /** Logical name: what the removal actions call the type. */
  readonly logicalName: string;
  readonly entitySet: string;
  /** Primary key; what `$filter` compares ids with. */
  readonly key: string;
  /** Columns that make the component: read for a backup. */
  readonly columns: readonly string[];
  /** Those of them that the Web API writes. */
  readonly writable: readonly string[];
  /** Columns that the platform makes out of others: neither written nor missed. */
  readonly derived: readonly string[];
  /** Element of `PublishXml` by which a change becomes visible, where one is needed (§6.7). */
  readonly publish?: "entity" | "webresource" | "sitemap";
  /** Column that holds the table the component belongs to, for `publish: "entity"`. */
  readonly tableColumn?: string;
}

const TABLES: Readonly<Record<string, ComponentTable>> = {
  SystemForm: {
    logicalName: "systemform",
    entitySet: "systemforms",
    key: "formid",
    columns: ["name", "description", "formxml", "formactivationstate", "objecttypecode", "type"],
    writable: ["name", "description", "formxml", "formactivationstate"],
    derived: ["formjson"],
    publish: "entity",
    tableColumn: "objecttypecode",
  },
  SavedQuery: {
    logicalName: "savedquery",
    entitySet: "savedqueries",
    key: "savedqueryid",
    columns: [
      "name",
      "description",
      "fetchxml",
      "layoutxml",
      "querytype",
      "returnedtypecode",
      "statecode",
      "statuscode",
    ],
    writable: ["name", "description", "fetchxml", "layoutxml", "statecode", "statuscode"],
    derived: ["layoutjson", "columnsetxml"],
    publish: "entity",
    tableColumn: "returnedtypecode",
  },
  SavedQueryVisualization: {
    logicalName: "savedqueryvisualization",
    entitySet: "savedqueryvisualizations",
    key: "savedqueryvisualizationid",
    columns: ["name", "description", "datadescription", "presentationdescription", "primaryentitytypecode"],
    writable: ["name", "description", "datadescription", "presentationdescription"],
    derived: [],
    publish: "entity",
    tableColumn: "primaryentitytypecode",
  },
  WebResource: {
    logicalName: "webresource",
    entitySet: "webresourceset",
    key: "webresourceid",
    columns: ["name", "displayname", "description", "content", "dependencyxml", "webresourcetype", "languagecode"],
    writable: ["displayname", "description", "content", "dependencyxml"],
    derived: ["contentjson", "contentfileref"],
    publish: "webresource",
  },
  SiteMap: {
    logicalName: "sitemap",
    entitySet: "sitemaps",
    key: "sitemapid",
    columns: ["sitemapname", "sitemapnameunique", "sitemapxml"],
    writable: ["sitemapname", "sitemapxml"],
    derived: [],
    publish: "sitemap",
  },
  Workflow: {
    logicalName: "workflow",
    entitySet: "workflows",
    key: "workflowid",
    columns: ["name", "description", "category", "type", "clientdata", "xaml", "statecode", "statuscode"],
    // The XAML of a classic process is written by its designer only.
    writable: ["name", "description", "clientdata", "statecode", "statuscode"],
    derived: [],
  },
};

/** Tables that hold who changed a row, beside those above; their definition is not put back here. */
const PLAIN: Readonly<Record<string, readonly [entitySet: string, key: string]>> = {
  Role: ["roles", "roleid"],
  Report: ["reports", "reportid"],
  EmailTemplate: ["templates", "templateid"],
  AppModule: ["appmodules", "appmoduleid"],
  PluginAssembly: ["pluginassemblies", "pluginassemblyid"],
  SdkMessageProcessingStep: ["sdkmessageprocessingsteps", "sdkmessageprocessingstepid"],
  FieldSecurityProfile: ["fieldsecurityprofiles", "fieldsecurityprofileid"],
  EnvironmentVariableDefinition: ["environmentvariabledefinitions", "environmentvariabledefinitionid"],
  EnvironmentVariableValue: ["environmentvariablevalues", "environmentvariablevalueid"],
  CanvasApp: ["canvasapps", "canvasappid"],
  CustomControl: ["customcontrols", "customcontrolid"],
};

/** Where a type's definition is read and put back; undefined for types that the Web API does not write. */
export const componentTable = (typeName: string): ComponentTable | undefined => ownValue(TABLES, typeName);

/** Where a type's rows tell who changed them last. */
export function authorTable(typeName: string): { readonly entitySet: string; readonly key: string } | undefined {
  const [entitySet, key] = ownValue(PLAIN, typeName) ?? [];
  return entitySet === undefined || key === undefined ? componentTable(typeName) : { entitySet, key };
}

const LOGICAL_NAMES: Readonly<Record<string, string>> = {
  EmailTemplate: "template",
  AIProjectType: "msdyn_aitemplate",
  AIProject: "msdyn_aimodel",
  AIConfiguration: "msdyn_aiconfiguration",
};

/** Backing table of a type by its platform name: nearly always the same word in lower case (§2.4). */
export const logicalNameOf = (typeName: string): string => ownValue(LOGICAL_NAMES, typeName) ?? typeName.toLowerCase();

const ownValue = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
