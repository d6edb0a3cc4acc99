import type { PackageManifest } from "./model";

/** Generated names of patches: `<base>_Patch_<hex>` (fact sheet §1.5). */
const PATCH_NAME = /^(.+)_Patch_[0-9a-f]+$/i;

/**
 * Is this the package of a patch? No exported patch is public, so both markers that tools report are accepted: the
 * generated unique name and a `ParentSolution` element (fact sheet §13.2).
 */
export function isPatch(manifest: PackageManifest): boolean {
  return patchParent(manifest) !== undefined;
}

/** Unique name of the base solution, and its version where the manifest says; undefined when this is no patch. */
export function patchParent(
  manifest: PackageManifest,
): { readonly uniqueName: string; readonly version?: string } | undefined {
  if (manifest.parentSolution) return manifest.parentSolution;
  const uniqueName = PATCH_NAME.exec(manifest.uniqueName)?.[1];
  return uniqueName === undefined ? undefined : { uniqueName };
}
