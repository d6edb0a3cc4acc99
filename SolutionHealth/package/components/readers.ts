import { readAiModels } from "./aiModels";
import { readApps } from "./apps";
import { readCanvasApps } from "./canvasApps";
import { readCharts } from "./charts";
import { readColumns } from "./columns";
import { readConnectionReferences } from "./connectionReferences";
import { readConnectionRoles } from "./connectionRoles";
import { readConnectors } from "./connectors";
import { readCustomControls } from "./customControls";
import { readEntityMaps } from "./entityMaps";
import { readEnvironmentVariables } from "./environmentVariables";
import { readFieldSecurityProfiles } from "./fieldSecurityProfiles";
import { readDashboards, readForms } from "./forms";
import { readControlDefaults, readHierarchyRules } from "./hierarchyRules";
import { readImageConfigs } from "./imageConfigs";
import { readNewerKindFiles, readNewerKindLists } from "./newerKindFiles";
import { readOptionSets } from "./optionSets";
import { readPlainRecords } from "./plainRecords";
import { readPluginAssemblies } from "./pluginAssemblies";
import { readPluginSteps } from "./pluginSteps";
import { readProcesses } from "./processes";
import { readRelationships } from "./relationships";
import { readReports } from "./reports";
import { readRibbons } from "./ribbons";
import { readRoles } from "./roles";
import { readSiteMaps } from "./siteMaps";
import type { ComponentReader } from "./source";
import { readTableKeys } from "./tableKeys";
import { readTables } from "./tables";
import { readTemplates } from "./templates";
import { readViews } from "./views";
import { readWebResources } from "./webResources";

/** All kinds, in the order in which an import needs them: what others refer to comes first. */
export const READERS: readonly ComponentReader[] = [
  readOptionSets,
  readTables,
  readColumns,
  readTableKeys,
  readRelationships,
  readEntityMaps,
  readImageConfigs,
  readWebResources,
  readCustomControls,
  readPluginAssemblies,
  readPluginSteps,
  readEnvironmentVariables,
  readConnectors,
  readConnectionReferences,
  readForms,
  readViews,
  readCharts,
  readHierarchyRules,
  readControlDefaults,
  readRibbons,
  readDashboards,
  readProcesses,
  readRoles,
  readFieldSecurityProfiles,
  readConnectionRoles,
  readReports,
  readTemplates,
  readPlainRecords,
  readAiModels,
  readCanvasApps,
  readNewerKindFiles,
  readNewerKindLists,
  readSiteMaps,
  readApps,
];
