import type { ReleaseComparison, ReleaseSurprise } from "./compareRelease";
import type { ComponentRelease, PackagePreview, ReleaseWay } from "./releasePreview";

/**
 * What the package holds against what is here, after it has been imported: of a page that was reloaded meanwhile, what it had
 * announced is gone, but the package says what should be here. Whatever the preview would still add, change or delete now has
 * not come, or has not gone.
 * @param preview made after the import, of the same file
 * @param way in which it was imported
 */
export function compareArrived(preview: PackagePreview, way: ReleaseWay): ReleaseComparison {
  const { uniqueName } = preview.package;
  const fates = preview.ways[comparedWay(preview, way)].fates.filter(isComparable);
  const surprises = fates.flatMap((fate) => surpriseOf(fate) ?? []);
  return {
    solution: uniqueName,
    way,
    ...(preview.installed && { version: preview.installed.version }),
    compared: fates.length,
    asSaid: fates.length - surprises.length,
    surprises,
  };
}

/** A first installation is none any more: what it brought is compared as an update would. */
const comparedWay = ({ ways: { install } }: PackagePreview, way: ReleaseWay): ReleaseWay =>
  way === "install" && install.status === "notApplicable" ? "update" : way;

/** Shells say nothing; what another holds, or an update leaves, is as it should be. */
const isComparable = ({ kind, shell }: ComponentRelease): boolean =>
  kind !== "unknown" && kind !== "survives" && kind !== "leftBehind" && !(shell && kind === "unchanged");

function surpriseOf({ kind, component, changes }: ComponentRelease): ReleaseSurprise | undefined {
  const { address, displayName } = component;
  const tell = (found: ReleaseSurprise["found"], properties: readonly string[] = []): ReleaseSurprise => ({
    address,
    displayName,
    said: kind,
    found,
    properties,
  });
  if (kind === "added") return tell("missing");
  if (kind === "deleted") return tell("there");
  return kind === "changed" ? tell("otherValues", [...new Set(changes.map(({ property }) => property))]) : undefined;
}
