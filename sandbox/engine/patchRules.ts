import type { PackageManifest } from "../../SolutionHealth/package/model";
import type { EnvironmentReader } from "../store/environmentStore";
import type { StoredSolution } from "../store/model";
import { installedManaged, installedUnmanaged, invalidVersion, patchMissingBase, patchNotHigher } from "./faults";
import { compareVersionText, majorMinor } from "./version";

const PATCH_NAME = /^(.+)_Patch_[0-9a-f]+$/i;

/**
 * Unique name of the base when the package is a patch. No exported patch is public, so both markers count: the
 * generated name and a `ParentSolution` element (§13.2, unconfirmed).
 */
export function baseOfPatch(manifest: PackageManifest): string | undefined {
  return manifest.parentSolution?.uniqueName ?? PATCH_NAME.exec(manifest.uniqueName)?.[1];
}

/** Patches of a base, lowest version first. */
export function patchesOf(solutions: readonly StoredSolution[], base: StoredSolution): StoredSolution[] {
  return solutions
    .filter((solution) => solution.parentId === base.id)
    .sort((first, second) => compareVersionText(first.version, second.version));
}

/**
 * The base this patch may be put on (§1.5).
 * @throws 0x80048540 without a base that is no patch itself, 0x80048040/41 when the modes differ for an unmanaged
 * patch, 0x80061771 when a patch of this or a higher version is there, 0x8004F01E when the version is not one of this
 * base's patches.
 */
export function requireBase(
  store: EnvironmentReader,
  solutions: readonly StoredSolution[],
  manifest: PackageManifest,
  baseName: string,
): StoredSolution {
  const base = store.solutionNamed(baseName);
  if (base?.parentId !== null || (manifest.managed && !base.managed)) {
    throw patchMissingBase(manifest.uniqueName, baseName);
  }
  if (!manifest.managed && base.managed) throw installedManaged();
  const same = store.solutionNamed(manifest.uniqueName);
  if (same && same.managed !== manifest.managed) throw same.managed ? installedManaged() : installedUnmanaged();
  requirePatchVersion(manifest.version, base);
  const blocking = patchesOf(solutions, base).find((patch) => compareVersionText(patch.version, manifest.version) >= 0);
  if (blocking) throw patchNotHigher(blocking);
  return base;
}

function requirePatchVersion(version: string, base: StoredSolution): void {
  if (majorMinor(version) === majorMinor(base.version) && compareVersionText(version, base.version) > 0) return;
  throw invalidVersion(
    `The patch version ${version} must have the same major and minor version as its base solution ` +
      `${base.uniqueName} (${base.version}) and a higher build or revision.`,
  );
}
