import type { PackagePreview, ReleaseWay, WayPreview } from "./releasePreview";

/**
 * The way that a package is judged by: the asked one, else the advised one. A package whose solution is not here yet can
 * only be installed, and a patch only be imported as one, whatever is asked for the release as a whole.
 * @returns undefined where no way is open
 */
export function judgedWay({ ways, advice }: PackagePreview, asked: ReleaseWay | undefined): WayPreview | undefined {
  const name = asked ?? advice.way;
  if (name === undefined) return undefined;
  const { notApplicable } = ways[name];
  if (notApplicable === "notInstalled") return ways.install;
  if (notApplicable === "isPatch") return ways.patch;
  return ways[name];
}
