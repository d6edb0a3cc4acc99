import type { RollbackComparison } from "../../../SolutionHealth/domain/rollbacks/compareRollback";
import { rollbackCsv, rollbackMarkdown } from "../../../SolutionHealth/domain/rollbacks/rollbackReport";
import { rollbackReportJson } from "../../../SolutionHealth/domain/rollbacks/rollbackReportJson";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { ROLLBACK_WORDS } from "./rollbackWords";

export type ReportFormat = "markdown" | "json" | "csv";

/** The preview as a text. @param environment address; @param comparison what was found afterwards, JSON only */
export function rollbackText(
  preview: RollbackPreview,
  format: ReportFormat,
  environment: string,
  comparison?: RollbackComparison,
): string {
  if (format === "json") return rollbackReportJson(preview, { url: environment }, comparison);
  if (format === "csv") return rollbackCsv(preview, ROLLBACK_WORDS);
  return rollbackMarkdown(preview, { url: environment }, ROLLBACK_WORDS);
}
