import type { Message } from "../message";
import { bulkRemoveActiveCustomizationsAsync } from "./bulkRemoveActiveCustomizations";
import { deleteAndPromote, deleteAndPromoteAsync } from "./deleteAndPromote";
import { dependencyFunctions } from "./dependencyFunctions";
import { importSolution, importSolutionAsync } from "./importSolution";
import { publishAllXml } from "./publishAllXml";
import { publishXml } from "./publishXml";
import { removeActiveCustomization } from "./removeActiveCustomization";
import { removeActiveCustomizations } from "./removeActiveCustomizations";
import { retrieveCurrentOrganization } from "./retrieveCurrentOrganization";
import { retrieveFormattedImportJobResults } from "./retrieveFormattedImportJobResults";
import { retrieveMetadataChanges } from "./retrieveMetadataChanges";
import { retrieveProvisionedLanguages } from "./retrieveProvisionedLanguages";
import { retrieveSolutionImportResult } from "./retrieveSolutionImportResult";
import { retrieveTotalRecordCount } from "./retrieveTotalRecordCount";
import { retrieveUserSetOfPrivilegesByNames } from "./retrieveUserSetOfPrivilegesByNames";
import { retrieveVersion } from "./retrieveVersion";
import { stageAndUpgrade, stageAndUpgradeAsync } from "./stageAndUpgrade";
import { stageSolution } from "./stageSolution";
import { uninstallSolutionAsync } from "./uninstallSolutionAsync";
import { whoAmI } from "./whoAmI";

/** Every message of the Web API. A new one is one file and one line here. */
const messages: readonly Message[] = [
  whoAmI,
  retrieveVersion,
  retrieveCurrentOrganization,
  retrieveProvisionedLanguages,
  retrieveMetadataChanges,
  retrieveUserSetOfPrivilegesByNames,
  stageSolution,
  importSolution,
  importSolutionAsync,
  stageAndUpgrade,
  stageAndUpgradeAsync,
  deleteAndPromote,
  deleteAndPromoteAsync,
  uninstallSolutionAsync,
  retrieveSolutionImportResult,
  retrieveFormattedImportJobResults,
  ...dependencyFunctions,
  retrieveTotalRecordCount,
  removeActiveCustomizations,
  removeActiveCustomization,
  bulkRemoveActiveCustomizationsAsync,
  publishAllXml,
  publishXml,
];

const byName = new Map(messages.map((message) => [message.name, message]));

/** Names are case-sensitive (fact sheet §0). */
export function findMessage(name: string): Message | undefined {
  return byName.get(name);
}
