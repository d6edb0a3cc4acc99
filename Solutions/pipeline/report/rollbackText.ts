import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";

export type ReportFormat = "markdown" | "json" | "csv";

/** The preview as a text. @param environment address */
export function rollbackText(preview: RollbackPreview, format: ReportFormat, environment: string): string {
  if (format === "json") return rollbackJson(preview, environment);
  const rows = preview.fates.map(({ component, kind }) => [
    kind,
    component.typeName,
    component.displayName,
    component.id,
  ]);
  if (format === "csv") return `${rows.map((row) => row.join(",")).join("\r\n")}\r\n`;
  return `# Uninstalling ${preview.targets.map(({ uniqueName }) => uniqueName).join(", ")}\n\n${rows
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n")}\n`;
}

/** @param outcome what came of it, once it is done */
export const rollbackJson = (preview: RollbackPreview, environment: string, outcome?: object): string =>
  `${JSON.stringify({ environment, preview, ...(outcome && { outcome }) }, undefined, 2)}\n`;
