import type { PackageManifest, SolutionPackage } from "../../SolutionHealth/package/model";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { guidFor } from "../store/guidFor";
import type { StoredSolution } from "../store/model";
import { applyParameters } from "./componentParameters";
import type { ImportRequest } from "./contract";
import { mustBeHigher, mustBothBeManaged, patchCannotBeStaged, upgradePending } from "./faults";
import { installComponents } from "./install";
import { holdingName } from "./layers";
import { settleDependencies } from "./missingDependencies";
import { checkPackage, checkSameSolution } from "./packageChecks";
import { baseOfPatch, requireBase } from "./patchRules";
import { ensurePublisher, textIn } from "./publishers";
import { compareVersionText } from "./version";
import type { Work } from "./work";

/** How a package comes in. */
export type ImportMode = "plain" | "holding";

/**
 * Imports a package: first install, update, patch, unmanaged, or as `<name>_Upgrade` when it is to be staged.
 * @returns the solution's row.
 */
export function importPackage(
  work: Work,
  content: SolutionPackage,
  request: Pick<ImportRequest, "overwriteUnmanagedCustomizations" | "componentParameters">,
  mode: ImportMode,
): StoredSolution {
  const { store } = work;
  const { manifest } = content;
  checkPackage(store, manifest);
  const baseName = baseOfPatch(manifest);
  const base = baseName === undefined ? undefined : requireBase(store, store.state.solutions, manifest, baseName);
  const installed = store.solutionNamed(manifest.uniqueName);
  if (installed) checkSameSolution(store, manifest, installed);
  if (mode === "holding") checkStaging(work, content, installed, base);
  else if (installed) checkUpdate(work, content, installed);
  work.progress(5, "manifest");
  settleDependencies(work, content);
  work.progress(20, "dependencies");
  const staged = mode === "holding" && installed !== undefined;
  const solution = writeSolution(work, content, staged ? undefined : installed, base, staged);
  installComponents(work, content, solution, request.overwriteUnmanagedCustomizations);
  applyParameters(work, request.componentParameters);
  return linkConfigurationPage(work, content, solution);
}

/** Staging needs an installed managed solution of a lower version, and none staged already (§1.4, §6.4). */
function checkStaging(
  work: Work,
  { manifest }: SolutionPackage,
  installed: StoredSolution | undefined,
  base: StoredSolution | undefined,
): void {
  if (base) throw patchCannotBeStaged(manifest.uniqueName);
  if (!installed) return;
  if (!installed.managed) throw mustBothBeManaged();
  if (compareVersionText(manifest.version, installed.version) <= 0) throw mustBeHigher();
  if (work.store.solutionNamed(holdingName(installed.uniqueName))) throw upgradePending(installed.uniqueName);
}

function checkUpdate(work: Work, { manifest }: SolutionPackage, installed: StoredSolution): void {
  const higher = compareVersionText(manifest.version, installed.version) > 0;
  if (installed.managed && !higher && work.options.lowerOrEqualUpdate === "refuse") throw mustBeHigher();
}

function writeSolution(
  work: Work,
  { manifest }: SolutionPackage,
  installed: StoredSolution | undefined,
  base: StoredSolution | undefined,
  staged: boolean,
): StoredSolution {
  const { store } = work;
  const { baseLanguage } = store.state.organization;
  const solution: StoredSolution = {
    ...(installed ? { ...installed, updatedOn: work.at } : newRow(work, manifest, staged)),
    friendlyName: textIn(manifest.names, baseLanguage) ?? manifest.uniqueName,
    description: textIn(manifest.descriptions, baseLanguage) ?? null,
    version: manifest.version,
    publisherId: ensurePublisher(work, manifest.publisher, manifest.managed).id,
    parentId: base?.id ?? null,
    packageVersion: manifest.packageVersion ?? null,
    modifiedOn: work.at,
    versionNumber: store.nextVersionNumber(),
  };
  store.putSolution(solution);
  return solution;
}

type NewRow = Pick<
  StoredSolution,
  "id" | "uniqueName" | "managed" | "visible" | "installedOn" | "updatedOn" | "createdOn" | "configurationPageId"
>;

/**
 * A staged upgrade is a row of its own with an id of its own, which stays when it takes the base's name (§1.4): so the id
 * depends on the row that it will replace, which may have come from an upgrade to the same version.
 */
function newRow(work: Work, manifest: PackageManifest, staged: boolean): NewRow {
  const uniqueName = staged ? holdingName(manifest.uniqueName) : manifest.uniqueName;
  const organization = work.store.state.organization.id;
  const replaced = staged ? (work.store.solutionNamed(manifest.uniqueName)?.id ?? "") : "";
  return {
    id: guidFor(organization, "solution", uniqueName.toLowerCase(), staged ? `${manifest.version} ${replaced}` : ""),
    uniqueName,
    managed: manifest.managed,
    visible: true,
    installedOn: work.at,
    updatedOn: null,
    createdOn: work.at,
    configurationPageId: null,
  };
}

function linkConfigurationPage(work: Work, { manifest }: SolutionPackage, solution: StoredSolution): StoredSolution {
  const { configurationPage } = manifest;
  if (configurationPage === undefined) return solution;
  const page = work.store.find(ComponentType.WebResource, configurationPage.toLowerCase());
  const linked = { ...solution, configurationPageId: page?.id ?? null };
  work.store.putSolution(linked);
  return linked;
}
