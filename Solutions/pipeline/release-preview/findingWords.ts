import type { FindingId, ReleaseFinding } from "../../../SolutionHealth/domain/releases/releasePreview";

const FINDINGS: Readonly<Record<FindingId, string>> = {
  packageTooNew: "The package was exported for a newer platform.",
  packageTooOld: "The package was exported by CRM 2011 or earlier.",
  packageVersionUnknown: "Whether the environment takes packages of this version is not known.",
  exporterNewer: "The package was exported by a newer build than this environment's.",
  versionEqual: "This version is here already.",
  versionLower: "A higher version is here.",
  notAVersion: "The version cannot be compared.",
  managedOverUnmanaged: "The solution is here unmanaged, and the package is managed.",
  unmanagedOverManaged: "The solution is here managed, and the package is unmanaged.",
  upgradeNeedsManaged: "Only managed solutions are upgraded.",
  publisherDiffers: "The solution that is here has another publisher.",
  restricted: "The solution belongs to the platform.",
  patchBaseMissing: "The base of the patch is not here.",
  patchBaseUnmanaged: "The base of the patch is unmanaged here.",
  patchVersion: "The version does not fit the version of the base.",
  patchNotHigher: "A patch of this or a higher version is here.",
  patchInstalled: "This patch is here already, and patches cannot be updated.",
  pendingUpgrade: "An upgrade of the solution is staged here.",
  operationRunning: "Another solution operation is under way.",
  operationsUnknown: "Whether another solution operation is under way is not known.",
  missingDependency: "A component that the package needs is not here.",
  dependencyUnknown: "Whether a component that the package needs is here is not known.",
  dependencyInRelease: "A component that the package needs comes with an earlier package.",
  dependencyMayGo:
    "A component that the package needs is no longer held by an earlier package: its upgrade deletes it.",
  valueWanted: "A connection reference or environment variable will want a value.",
  valueUnknown: "Whether a connection reference or environment variable has a value is not known.",
  languageMissing: "The package's language is not switched on here.",
  unmanagedPackage: "The package is unmanaged: it cannot be taken back.",
  overwriteLosesOverrides: "Overwriting removes customizations; they do not come back.",
  overwriteKeepsMerged: "Overwriting leaves customizations of merged kinds where they are.",
  controlVersionKept: "Code components change and keep their version: browsers may go on running the old code.",
  packagePartial: "Not everything in the package could be read.",
  typesUnjudged: "Some kinds of components could not be judged.",
  judgedAsOfNow: "Components that earlier packages touch or need too are judged as they are now.",
};

/** What is wrong or noteworthy, with what was found of it. */
export function findingText({ id, evidence }: ReleaseFinding): string {
  const facts = Object.entries(evidence).map(([name, value]) => `${name}: ${value}`);
  return [FINDINGS[id], facts.join("; ")].filter(Boolean).join(" ");
}
