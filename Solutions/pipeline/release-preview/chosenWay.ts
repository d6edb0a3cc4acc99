import type { PackagePreview, ReleaseWay, WayPreview } from "../../../SolutionHealth/domain/releases/releasePreview";

/** Ways that can be asked for on the command line. */
export const ASKED_WAYS = ["install", "update", "upgrade", "patch"] as const;
export type AskedWay = (typeof ASKED_WAYS)[number];

/**
 * The way that a package is judged by: the asked one, else the advised one. A package whose solution is not here yet can
 * only be installed, and a patch only be imported as one, whatever is asked for the release as a whole.
 * @returns undefined where no way is open
 */
export function chosenWay({ ways, advice }: PackagePreview, as: AskedWay | undefined): WayPreview | undefined {
  const asked: ReleaseWay | undefined = as ?? advice.way;
  if (asked === undefined) return undefined;
  const { notApplicable } = ways[asked];
  if (notApplicable === "notInstalled") return ways.install;
  if (notApplicable === "isPatch") return ways.patch;
  return ways[asked];
}
