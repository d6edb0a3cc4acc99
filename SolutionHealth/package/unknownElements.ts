import type { XmlElement } from "../domain/xml/element";
import type { Steps } from "./reading/steps";
import type { UnreadParts } from "./unreadParts";

/** What may stand inside an element: `true` for whatever its reader takes as it is. */
interface Known {
  readonly [name: string]: Known | true;
}

/** What stands in a list under this name, and not what every object has: an element may be called `constructor`. */
const knownAs = (list: Known, name: string): Known | true | undefined =>
  Object.prototype.hasOwnProperty.call(list, name) ? list[name] : undefined;

const listOf = (name: string): Known => ({ [name]: true });

const TABLE: Known = {
  Name: true,
  ObjectTypeCode: true,
  EntityInfo: {
    entity: {
      LocalizedNames: true,
      LocalizedCollectionNames: true,
      Descriptions: true,
      attributes: listOf("attribute"),
      EntityKeys: listOf("EntityKey"),
    },
  },
  FormXml: { forms: listOf("systemform") },
  SavedQueries: { savedqueries: listOf("savedquery") },
  Visualizations: listOf("visualization"),
  HierarchyRules: listOf("HierarchyRule"),
  CustomControlDefaultConfigs: listOf("CustomControlDefaultConfig"),
  RibbonDiffXml: true,
  // Texts of the platform's own messages that name the table.
  Strings: true,
};

const CONNECTION_ROLES: Known = { ConnectionRole: true, ConnectionRoleAssociations: true };

/** Sections of customizations.xml and what is read of them. */
const SECTIONS: Known = {
  Entities: { Entity: TABLE },
  EntityRelationships: listOf("EntityRelationship"),
  EntityMaps: listOf("EntityMap"),
  EntityImageConfigs: listOf("EntityImageConfig"),
  AttributeImageConfigs: listOf("AttributeImageConfig"),
  Languages: true,
  Workflows: listOf("Workflow"),
  AIModels: listOf("AIModel"),
  connectionreferences: listOf("connectionreference"),
  optionsets: listOf("optionset"),
  CustomControls: listOf("CustomControl"),
  CanvasApps: listOf("CanvasApp"),
  WebResources: listOf("WebResource"),
  SolutionPluginAssemblies: listOf("PluginAssembly"),
  SdkMessageProcessingSteps: listOf("SdkMessageProcessingStep"),
  AppModules: listOf("AppModule"),
  AppModuleSiteMaps: listOf("AppModuleSiteMap"),
  SiteMap: listOf("SiteMap"),
  EnvironmentVariables: listOf("Definition"),
  Roles: listOf("Role"),
  RibbonDiffXml: true,
  Dashboards: listOf("Dashboard"),
  InteractionCentricDashboards: listOf("InteractionCentricDashboard"),
  FieldSecurityProfiles: listOf("FieldSecurityProfile"),
  ConnectionRoles: { ...CONNECTION_ROLES, ConnectionRoles: CONNECTION_ROLES },
  Reports: { Report: true, ReportSignatureIdMappings: true },
  Connectors: listOf("Connector"),
  ServiceEndpoints: listOf("ServiceEndpoint"),
  SLAs: listOf("SLA"),
  ConvertRules: listOf("ConvertRule"),
  RoutingRules: listOf("RoutingRule"),
  MobileOfflineProfiles: listOf("MobileOfflineProfile"),
  SimilarityRules: listOf("SimilarityRule"),
  DuplicateRules: listOf("DuplicateRule"),
  // Its groups and kinds are told by words in their names.
  Templates: true,
};

/** Notes what customizations.xml holds and no reader takes, so that it is not lost without a word. */
export function* noteUnknownElements(customizations: XmlElement, unread: UnreadParts): Steps<void> {
  for (const section of customizations.children) {
    const known = knownAs(SECTIONS, section.name) ?? newerKindList(section);
    if (known !== undefined) yield* noteInside(section, known, unread);
    else if (holdsSomething(section)) unread.addElement("unknownElement", section);
  }
}

/** Newer kinds are written as lists that begin with their rows' name: `msdyn_helppages/msdyn_helppage`. */
function newerKindList(section: XmlElement): Known | undefined {
  if (section.name !== section.name.toLowerCase()) return undefined;
  const rows = section.children.filter((row) => section.name.startsWith(row.name));
  return rows.length === 0 ? undefined : Object.fromEntries(rows.map((row) => [row.name, true]));
}

function* noteInside(element: XmlElement, known: Known | true, unread: UnreadParts): Steps<void> {
  if (known === true) return;
  for (const child of element.children) {
    const inside = knownAs(known, child.name);
    if (inside !== undefined) yield* noteInside(child, inside, unread);
    // A row's columns are leaves: they are taken as they come.
    else if (element.name === "entity" ? child.children.length > 0 : holdsSomething(child)) {
      unread.addElement("unknownElement", child, element.name);
    }
  }
  yield;
}

const holdsSomething = (element: XmlElement): boolean =>
  element.children.length > 0 || element.rawAttributes.size > 0 || element.text.trim() !== "";
