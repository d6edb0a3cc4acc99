import type { ReportPlace } from "../../reports/reportPlace";
import type { ReleaseComparison } from "../compareRelease";
import type { PackagePreview, ReleasePreview, WayPreview } from "../releasePreview";

/** What a report is made of, in any format. */
export interface ReleaseReport {
  readonly preview: ReleasePreview;
  readonly place: ReportPlace;
  /** The way that a package is judged by, and told wholly; undefined where none is open. */
  readonly wayOf: (one: PackagePreview) => WayPreview | undefined;
  /** What was found afterwards, where it was imported. */
  readonly comparison?: ReleaseComparison;
}
