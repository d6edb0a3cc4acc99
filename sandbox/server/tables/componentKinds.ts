/** What the platform calls the numbers of `componenttype` (fact sheet §2.3): labels of the option set. */
export const componentTypeLabels: Readonly<Record<number, string>> = {
  1: "Entity",
  2: "Attribute",
  3: "Relationship",
  4: "Attribute Picklist Value",
  5: "Attribute Lookup Value",
  6: "View Attribute",
  7: "Localized Label",
  8: "Relationship Extra Condition",
  9: "Option Set",
  10: "Entity Relationship",
  11: "Entity Relationship Role",
  12: "Entity Relationship Relationships",
  13: "Managed Property",
  14: "Entity Key",
  16: "Privilege",
  17: "PrivilegeObjectTypeCode",
  18: "Index",
  20: "Role",
  21: "Role Privilege",
  22: "Display String",
  23: "Display String Map",
  24: "Form",
  25: "Organization",
  26: "Saved Query",
  29: "Workflow",
  31: "Report",
  32: "Report Entity",
  33: "Report Category",
  34: "Report Visibility",
  35: "Attachment",
  36: "Email Template",
  37: "Contract Template",
  38: "KB Article Template",
  39: "Mail Merge Template",
  44: "Duplicate Rule",
  45: "Duplicate Rule Condition",
  46: "Entity Map",
  47: "Attribute Map",
  48: "Ribbon Command",
  49: "Ribbon Context Group",
  50: "Ribbon Customization",
  52: "Ribbon Rule",
  53: "Ribbon Tab To Command Map",
  55: "Ribbon Diff",
  59: "Saved Query Visualization",
  60: "System Form",
  61: "Web Resource",
  62: "Site Map",
  63: "Connection Role",
  64: "Complex Control",
  65: "Hierarchy Rule",
  66: "Custom Control",
  68: "Custom Control Default Config",
  70: "Field Security Profile",
  71: "Field Permission",
  90: "Plugin Type",
  91: "Plugin Assembly",
  92: "SDK Message Processing Step",
  93: "SDK Message Processing Step Image",
  95: "Service Endpoint",
  150: "Routing Rule",
  151: "Routing Rule Item",
  152: "SLA",
  153: "SLA Item",
  154: "Convert Rule",
  155: "Convert Rule Item",
  161: "Mobile Offline Profile",
  162: "Mobile Offline Profile Item",
  165: "Similarity Rule",
  166: "Data Source Mapping",
  201: "SDKMessage",
  202: "SDKMessageFilter",
  203: "SdkMessagePair",
  204: "SdkMessageRequest",
  205: "SdkMessageRequestField",
  206: "SdkMessageResponse",
  207: "SdkMessageResponseField",
  208: "Import Map",
  210: "WebWizard",
  300: "Canvas App",
  371: "Connector",
  372: "Connector",
  380: "Environment Variable Definition",
  381: "Environment Variable Value",
  400: "AI Project Type",
  401: "AI Project",
  402: "AI Configuration",
  430: "Entity Analytics Configuration",
  431: "Attribute Image Configuration",
  432: "Entity Image Configuration",
};

/** Run-time kind of a component: the name the layer table knows it by, and its backing table. */
interface ComponentKind {
  readonly type: number;
  /** `solutioncomponentdefinitions.name` = `msdyn_solutioncomponentname` (§2.4, §4.6). */
  readonly name: string;
  /** Logical name of the backing table. */
  readonly table: string;
}

const kind = (type: number, name: string, table = name.toLowerCase()): ComponentKind => ({ type, name, table });

/** Kinds with a number that is the same everywhere. 4, 7, 13 and their like have no definition row (§2.4). */
const fixedKinds: readonly ComponentKind[] = [
  kind(1, "Entity"),
  kind(2, "Attribute"),
  kind(3, "Relationship"),
  kind(9, "OptionSet"),
  kind(10, "EntityRelationship"),
  kind(14, "EntityKey"),
  kind(20, "Role"),
  kind(24, "SystemForm"),
  kind(26, "SavedQuery"),
  kind(29, "Workflow"),
  kind(31, "Report"),
  kind(36, "EmailTemplate", "template"),
  kind(37, "ContractTemplate"),
  kind(38, "KBArticleTemplate"),
  kind(39, "MailMergeTemplate"),
  kind(44, "DuplicateRule"),
  kind(46, "EntityMap"),
  kind(50, "RibbonCustomization"),
  kind(59, "SavedQueryVisualization"),
  kind(60, "SystemForm"),
  kind(61, "WebResource"),
  kind(62, "SiteMap"),
  kind(63, "ConnectionRole"),
  kind(65, "HierarchyRule"),
  kind(66, "CustomControl"),
  kind(68, "CustomControlDefaultConfig"),
  kind(70, "FieldSecurityProfile"),
  kind(71, "FieldPermission"),
  kind(80, "AppModule"),
  kind(90, "PluginType"),
  kind(91, "PluginAssembly"),
  kind(92, "SdkMessageProcessingStep"),
  kind(95, "ServiceEndpoint"),
  kind(152, "SLA"),
  kind(154, "ConvertRule"),
  kind(300, "CanvasApp"),
  kind(371, "Connector"),
  kind(372, "Connector"),
  kind(380, "EnvironmentVariableDefinition"),
  kind(381, "EnvironmentVariableValue"),
  kind(400, "AIProjectType", "msdyn_aitemplate"),
  kind(401, "AIProject", "msdyn_aimodel"),
  kind(402, "AIConfiguration", "msdyn_aiconfiguration"),
  kind(418, "msdyn_dataflow"),
  kind(431, "AttributeImageConfig"),
  kind(432, "EntityImageConfig"),
];

const byType = new Map(fixedKinds.map((known) => [known.type, known]));

/**
 * All kinds of one environment: the fixed ones and those it has numbered itself, which are named after their table.
 * @param environmentTypes numbers by table name.
 */
export function kindsOf(environmentTypes: Readonly<Record<string, number>>): ComponentKind[] {
  return [...fixedKinds, ...Object.entries(environmentTypes).map(([table, type]) => kind(type, table, table))];
}

/** The kind behind a number; undefined where the platform has no definition for it. */
export function kindOf(type: number, environmentTypes: Readonly<Record<string, number>>): ComponentKind | undefined {
  const fixed = byType.get(type);
  if (fixed) return fixed;
  const table = Object.keys(environmentTypes).find((name) => environmentTypes[name] === type);
  return table === undefined ? undefined : kind(type, table, table);
}

/** Types of metadata, which have `ismetadata` true: tables, columns, relationships, option sets, keys, … (§2.1). */
export function isMetadata(type: number): boolean {
  return type < 20 || type === 46 || type === 47 || type === 431 || type === 432;
}
