import type { ComponentRelease, PackagePreview, ReleaseWay } from "../../domain/releases/releasePreview";
import type { ReleaseComparison, ReleaseSurprise } from "./ports";

type Surprise = Pick<ReleaseSurprise, "found" | "properties">;

/**
 * What was announced of a package against what is there now: the same package is judged once more. What it brings must be
 * there and say nothing new any more, what was to be deleted must be gone, what was to be left behind must still be held.
 * @param after the preview of the same package, made of what was read after the import
 */
export function compareAgain(before: PackagePreview, way: ReleaseWay, after: PackagePreview): ReleaseComparison {
  const again = after.ways[after.package.patchOf === undefined ? "update" : "patch"];
  const found = new Map(again.fates.map((fate) => [fate.component.address, fate]));
  const surprises: ReleaseSurprise[] = [];
  let compared = 0;
  for (const fate of before.ways[way].fates) {
    if (fate.kind === "unknown" || fate.kind === "survives") continue;
    compared += 1;
    const surprise = surpriseOf(fate, found.get(fate.component.address));
    if (surprise) surprises.push({ component: fate.component, said: fate.kind, ...surprise });
  }
  return { compared, asSaid: compared - surprises.length, surprises };
}

function surpriseOf({ kind }: ComponentRelease, now: ComponentRelease | undefined): Surprise | undefined {
  if (kind === "deleted") return now === undefined ? undefined : surprise("there");
  if (now === undefined || now.kind === "added") return surprise("gone");
  if (now.kind === "unknown") return surprise("unknown");
  if (kind === "leftBehind" || now.kind !== "changed") return undefined;
  return { found: "otherValues", properties: now.changes.map(({ property }) => property) };
}

const surprise = (found: ReleaseSurprise["found"]): Surprise => ({ found, properties: [] });
