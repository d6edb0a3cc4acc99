import { judgedWay } from "../../../SolutionHealth/domain/releases/judgedWay";
import type { ReleasePreview, ReleaseWay } from "../../../SolutionHealth/domain/releases/releasePreview";
import { releaseHtml } from "../../../SolutionHealth/domain/releases/report/releaseHtml";
import { releaseMarkdown } from "../../../SolutionHealth/domain/releases/report/releaseMarkdown";
import type { ReleaseReport } from "../../../SolutionHealth/domain/releases/report/releaseReport";
import { releaseReportJson } from "../../../SolutionHealth/domain/releases/report/releaseReportJson";
import { RELEASE_WORDS } from "./releaseWords";

export type PreviewFormat = "json" | "markdown" | "html";

/** The preview as a text, as the pages save it. @param environment address, as given */
export function previewText(
  preview: ReleasePreview,
  as: ReleaseWay | undefined,
  environment: string,
  format: PreviewFormat,
): string {
  const report: ReleaseReport = { preview, place: { url: environment }, wayOf: (one) => judgedWay(one, as) };
  if (format === "json") return releaseReportJson(report);
  return format === "html" ? releaseHtml(report, RELEASE_WORDS) : releaseMarkdown(report, RELEASE_WORDS);
}
