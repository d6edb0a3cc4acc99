import { type PlatformError, platformError } from "../../../SolutionHealth/domain/failures/platformErrors";

/** What to do about the platform's own errors. */
const ADVICE: Readonly<Record<PlatformError, string>> = {
  locked:
    "Another solution operation is running. Wait until it has ended (solution history shows it), then run this again.",
  dependencies:
    "Other components need this solution. Remove what uses it first; the app shows what blocks the uninstall.",
  referenced: "A component is still in use. Remove what refers to it in this environment, then run this again.",
  requiredBySolution: "Another solution needs a part of this one. Uninstall that solution first.",
  baseLayer: "Other solutions build on components of this one. Uninstall those solutions first.",
  lastForm:
    "A table keeps its last main form. Make another one in this environment, as its fallback form, and try again.",
  restrictedDelete: "This solution belongs to the platform and cannot be deleted.",
  restrictedImport: "This solution is restricted and cannot be imported.",
  managedSolution: "A managed solution cannot be edited. Change it where it is made, and install the next version.",
  unmanagedBase: "A component exists here unmanaged. Delete it here, or import the package unmanaged.",
  managedProperty: "A managed property was set by another publisher. Pack with the publisher that owns the component.",
  managedPropertyCondition: "A managed property forbids this change. Only the publisher of the component can allow it.",
  invalidVersion: "Mend the version in solution.xml: two to four numbers between points.",
  versionNotHigher: "Raise the version of the package above the installed one and pack again.",
  bothManaged: "Only a managed package can upgrade a managed solution. Use --as update, or the managed package.",
  patchBaseMissing: "Install the base solution of this patch first, in the version it was made for.",
  patchVersion: "A patch of this or a higher version is installed. Give the patch a higher version.",
  hasPatches: "Remove the patches of the solution first, or roll them up.",
  cloneFailed: "Look at the solution history of the environment for the first error of this operation.",
  noUpgradeReady: "There is no staged upgrade. Import the package with --as stage first.",
  oldSolutionMissing: "The solution to be upgraded is not installed. Import the package as a first install.",
  importFailed: "The message names what failed. Run verify on the package, and look at the solution history.",
  solutionsMissing: "Install the solutions named in the message first.",
  installedUnmanaged:
    "The solution is installed unmanaged here, the package is managed. Use the unmanaged package, or another environment.",
  installedManaged: "The solution is installed managed here, the package is unmanaged. Use the managed package.",
  publisherName: "The publisher of the package is not the one that the installed solution has.",
  dependenciesMissing: "Install what the package needs first; its solution.xml lists it under MissingDependencies.",
  notAPackage: "The file is not a solution package. Run verify on it.",
  packageVersion:
    "The package was made for a newer environment. Import it into one of that version, or export it from an older one.",
  invalidXml: "The XML of the package is broken. Run verify on it.",
  notDeclared: "A component is described but not listed in solution.xml. Run verify on it.",
  unmanagedParent: "A managed component would hang below an unmanaged one. Import the parent managed first.",
  managedExport: "Managed solutions cannot be exported. Export it where it is made.",
  customControl: "The control was refused: check its platform libraries and its manifest, and build it again.",
  privilege: "Your user lacks a privilege; a system administrator has it. The message names it.",
  notFound: "It is not there any more, or never was. Look at what is installed, then try again.",
  unexpected:
    "An unexpected error of the server, often a passing one. Look at the solution history before trying again.",
};

const GENERAL = "Look at the solution history of the environment; with --json this prints the code to search for.";

/** What a person can do about an error of the platform. */
export function adviceFor(code: string | undefined, text: string | undefined): string {
  const known = platformError(code, text);
  return known === undefined ? GENERAL : ADVICE[known];
}
