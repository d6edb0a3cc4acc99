import type {
  ReleaseCheck,
  ReleaseColumn,
  ReleaseHeading,
  WayBack,
} from "../../../SolutionHealth/domain/releases/report/releaseWords";
import { many } from "../report/ruleWords";

export const HEADINGS: Readonly<Record<ReleaseHeading, string>> = {
  title: "Release preview",
  environment: "Environment",
  readAt: "Read at",
  file: "File",
  hash: "SHA-256",
  installed: "Here now",
  advice: "Advised way",
  way: "Way",
  order: "Order of import",
  cycles: "Need each other, so that their order is a guess",
  ways: "Ways of importing",
  findings: "What to know first",
  blockers: "What stands in the way",
  data: "Data that would be deleted",
  values: "Connection references and variables",
  rollsUp: "Patches that go with the upgrade",
  unread: "Could not be read here",
  before: "Before the import",
  wayBack: "The way back afterwards",
};

export const COLUMNS: Readonly<Record<ReleaseColumn, string>> = {
  way: "Way",
  status: "State",
  type: "Type",
  name: "Name",
  key: "Key",
  table: "Table",
  changes: "Changes",
  heldBy: "Held by",
  override: "Customization",
  data: "Data",
  why: "Note",
  round: "Round",
  kind: "Why",
  required: "What",
  dependent: "Needed by",
  fix: "Where to mend it",
};

export const CHECKS: Readonly<Record<ReleaseCheck, (count: number) => string>> = {
  backUp: () => "Make a backup of the environment.",
  runInCopy: () => "Import into a copy of the environment first.",
  resolveBlockers: (count) => `Mend what stands in the way: ${count}.`,
  bringDependencies: (count) => `Bring what the package needs and is not here: ${many(count, "component")}.`,
  prepareValues: (count) =>
    `Have values ready for ${many(count, "connection reference or variable", "connection references and variables")}.`,
  saveOverrides: (count) => `Save the customizations that would be lost: ${many(count, "component")}.`,
  exportData: (count) => `Export the data that goes along: ${many(count, "component")}.`,
  waitForOperation: () => "Wait until the running operation has ended.",
  applyPending: () => "Apply or delete the staged upgrade.",
};

export const BACK: Readonly<Record<WayBack, string>> = {
  uninstall: "Uninstall the solution: what its layers cover comes back.",
  previousUpgrade: "Upgrade to a package of the version before, with a higher number.",
  uninstallPatch: "Uninstall the patch.",
  restoreBackup: "Deleted data comes back only from a backup.",
  reimportOverrides: "Customizations that were overwritten come back only from what was saved of them.",
};
