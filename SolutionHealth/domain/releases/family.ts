import type { InstalledSolution } from "../model/solution";
import { present } from "../present";
import { nameKey, patchedNameKey } from "../solutions/solutionNames";
import { compareVersions } from "../version";
import type { IncomingManifest } from "./incomingPackage";

/** The solution of a package with all that shares its layers here (fact sheet §8.1). */
export interface Family {
  /** The solution of the package's name. */
  readonly installed?: InstalledSolution;
  /** Unique name of the base, where the package is a patch. */
  readonly patchOf?: string;
  /** The solution that patches belong to: of a patch its base, else the installed one. */
  readonly base?: InstalledSolution;
  /** Patches of that base, oldest first. */
  readonly patches: readonly InstalledSolution[];
  /** The `_Upgrade` row of that base. */
  readonly pending?: InstalledSolution;
  /** All of them that are here: base, patches, pending upgrade. */
  readonly all: readonly InstalledSolution[];
}

export function familyOf(solutions: readonly InstalledSolution[], manifest: IncomingManifest): Family {
  const named = (name: string): InstalledSolution | undefined =>
    solutions.find(({ uniqueName }) => nameKey(uniqueName) === nameKey(name));
  const installed = named(manifest.uniqueName);
  const patchOf = baseOfPatch(manifest);
  const base = patchOf === undefined ? installed : named(patchOf);
  const holding = base && named(`${base.uniqueName}_Upgrade`);
  const pending = holding?.managed === true ? holding : undefined;
  const patches = base ? patchesOf(solutions, base) : [];
  // An unmanaged patch without a parent, or a solution that merely bears such a name, counts for itself.
  const all = new Set([base, ...patches, pending, installed].filter((solution) => solution !== undefined));
  return { ...present({ installed, patchOf, base, pending }), patches, all: [...all] };
}

/** Whether what is staged as an upgrade is the package's very version: it needs no other import, only to be applied (§1.4). */
export const isStagedAlready = (
  { managed, version }: Pick<IncomingManifest, "managed" | "version">,
  pending: InstalledSolution | undefined,
): boolean => pending !== undefined && managed && compareVersions(pending.version, version) === 0;

/**
 * Unique name of the base where the package is a patch. No exported patch is public, so the generated name and a
 * `ParentSolution` element both count (§13.2, unconfirmed).
 */
export function baseOfPatch(manifest: IncomingManifest): string | undefined {
  if (manifest.parentSolution) return manifest.parentSolution.uniqueName;
  const key = patchedNameKey(manifest.uniqueName);
  return key === undefined ? undefined : manifest.uniqueName.slice(0, key.length);
}

const patchesOf = (solutions: readonly InstalledSolution[], base: InstalledSolution): InstalledSolution[] =>
  solutions.filter(({ parentId }) => parentId === base.id).sort((a, b) => compareVersions(a.version, b.version));
