import { filledText } from "./filledText";
import { itemFiles } from "./itemFiles";
import type { ComponentKind } from "./kind";
import { legacyVariables } from "./legacyVariables";
import { connectorPayload, contentName, controlPayload, samePathPayload, webResourcePayload } from "./payloads";
import { relationships } from "./relationships";
import { tables } from "./tables";
import { variantFolders } from "./variantFolders";
import { wholeSection } from "./wholeSection";

const PROCESS_FILES = ["JsonFileName", "XamlFileName", "UIFileName", "ClientDataFileName"];
const APP_FILES = ["BackgroundImageUri", "DocumentUri", "AdditionalUri"];

/**
 * All kinds with files of their own. What stands in other sections (connection references, image configurations,
 * languages, relationship rows of newer kinds) stays in Customizations.xml, as SolutionPackager leaves it.
 */
export const componentKinds: readonly ComponentKind[] = [
  tables,
  itemFiles({
    section: "Roles",
    item: "Role",
    folder: "Roles",
    ending: ".xml",
    nameOf: (item) => item.attribute("name") ?? item.attribute("id"),
  }),
  itemFiles({
    section: "Workflows",
    item: "Workflow",
    folder: "Workflows",
    ending: ".data.xml",
    nameOf: (item) => contentName(item, PROCESS_FILES, "Workflows"),
    payload: samePathPayload(...PROCESS_FILES),
  }),
  wholeSection("FieldSecurityProfiles", "FieldSecurityProfiles", false),
  wholeSection("EntityMaps", "EntityMaps", false),
  relationships,
  itemFiles({
    section: "optionsets",
    item: "optionset",
    folder: "OptionSets",
    ending: ".xml",
    nameOf: (item) => item.attribute("Name"),
  }),
  itemFiles({
    section: "Dashboards",
    item: "Dashboard",
    folder: "Dashboards",
    ending: ".xml",
    nameOf: (item) => filledText(item, "FormId"),
  }),
  itemFiles({
    section: "InteractionCentricDashboards",
    item: "InteractionCentricDashboard",
    folder: "InteractionCentricDashboards",
    ending: ".xml",
    nameOf: (item) => filledText(item, "FormId"),
  }),
  wholeSection("SiteMap", "SiteMap", true),
  wholeSection("RibbonDiffXml", "RibbonCustomization", false),
  itemFiles({
    section: "WebResources",
    item: "WebResource",
    folder: "WebResources",
    ending: ".data.xml",
    nameOf: (item) => filledText(item, "Name"),
    payload: webResourcePayload,
  }),
  itemFiles({
    section: "CustomControls",
    item: "CustomControl",
    folder: "Controls",
    ending: ".data.xml",
    nameOf: (item) => contentName(item, ["FileName"], "Controls"),
    payload: controlPayload,
  }),
  itemFiles({
    section: "SolutionPluginAssemblies",
    item: "PluginAssembly",
    folder: "PluginAssemblies",
    ending: ".data.xml",
    nameOf: (item) => contentName(item, ["FileName"], "PluginAssemblies"),
    payload: samePathPayload("FileName"),
  }),
  itemFiles({
    section: "SdkMessageProcessingSteps",
    item: "SdkMessageProcessingStep",
    folder: "SdkMessageProcessingSteps",
    ending: ".xml",
    nameOf: (item) => item.attribute("SdkMessageProcessingStepId"),
  }),
  wholeSection("ConnectionRoles", "ConnectionRoles", false),
  variantFolders("AppModuleSiteMaps", "AppModuleSiteMap", "SiteMapUniqueName"),
  variantFolders("AppModules", "AppModule", "UniqueName"),
  itemFiles({
    section: "CanvasApps",
    item: "CanvasApp",
    folder: "CanvasApps",
    ending: ".meta.xml",
    nameOf: (item) => filledText(item, "Name"),
    payload: samePathPayload(...APP_FILES),
  }),
  legacyVariables,
  itemFiles({
    section: "Connectors",
    item: "Connector",
    folder: "Connectors",
    ending: ".xml",
    nameOf: (item) => filledText(item, "name"),
    payload: connectorPayload,
  }),
];
