import type { DataAtRisk } from "../../../SolutionHealth/domain/consequences/dataAtRisk";
import type {
  PackagePreview,
  ReleasePreview,
  WayPreview,
} from "../../../SolutionHealth/domain/releases/releasePreview";
import { ExitCode, type ExitCodeValue } from "../errors";
import { type AskedWay, chosenWay } from "./chosenWay";

/** What a pipeline may refuse to go on with. */
export const FAIL_CONDITIONS = ["deletes", "data", "hidden", "blocked"] as const;
export type FailCondition = (typeof FAIL_CONDITIONS)[number];

export interface Verdict {
  /** Conditions that were asked for and hold, each with the packages concerned (unique names). */
  readonly failed: readonly { readonly condition: FailCondition; readonly packages: readonly string[] }[];
  /** Whether anything that was to be judged could not be. */
  readonly partial: boolean;
  readonly exitCode: ExitCodeValue;
}

/** 1 where an asked condition holds for certain; else 7 where not everything is known: unknown is never success. */
export function verdictOf(
  preview: ReleasePreview,
  as: AskedWay | undefined,
  conditions: readonly FailCondition[],
): Verdict {
  const judged = preview.packages.map((one) => ({ one, way: chosenWay(one, as) }));
  const failed = FAIL_CONDITIONS.filter((condition) => conditions.includes(condition)).flatMap((condition) => {
    const holding = judged.filter(({ one, way }) => holds(condition, one, way));
    return holding.length === 0 ? [] : [{ condition, packages: holding.map(({ one }) => one.package.uniqueName) }];
  });
  const partial = preview.unread.length > 0 || judged.some(({ one, way }) => isPartial(one, way));
  const open = partial ? ExitCode.unknown : ExitCode.ok;
  return { failed, partial, exitCode: failed.length > 0 ? ExitCode.findings : open };
}

function holds(condition: FailCondition, preview: PackagePreview, way: WayPreview | undefined): boolean {
  if (condition === "blocked") return way === undefined || way.status === "refused" || way.status === "notApplicable";
  if (way === undefined) return false;
  if (condition === "deletes") return way.counts.deleted > 0;
  if (condition === "hidden") return way.hidden.byOverride + way.hidden.byHigher > 0;
  return dataOf(preview, way)?.items.some(({ count }) => count.status !== "unknown" && count.count > 0) ?? false;
}

function isPartial(preview: PackagePreview, way: WayPreview | undefined): boolean {
  if (preview.package.partial.length > 0) return true;
  // Where nothing is open there is nothing that could be unknown about it.
  if (way === undefined) return false;
  const data = dataOf(preview, way);
  const uncounted =
    data !== undefined && (!data.complete || data.items.some(({ count }) => count.status === "unknown"));
  const unseen = way.fates.some(
    ({ why, changes }) => why !== undefined || changes.some(({ seen }) => seen === "unknown"),
  );
  return way.status === "uncertain" || way.counts.unknown > 0 || uncounted || unseen;
}

/** What was counted for a way; undefined where there was nothing to count. */
export function dataOf({ data }: PackagePreview, { way }: WayPreview): DataAtRisk | undefined {
  return data?.[way];
}
