import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { ReportFile } from "../../state/rollbacks/model";
import type { Product } from "../product";
import { shown } from "../resource";

export type ReportFormat = "markdown" | "csv" | "json";

/** The report as a file, named after the environment and the day. */
export function reportFile(preview: RollbackPreview, format: ReportFormat, { host, state }: Product): ReportFile {
  const environment = (shown(state.environment)?.name ?? "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const name = ["solution-health-uninstall", environment, host.now().toISOString().slice(0, 10)]
    .filter(Boolean)
    .join("_");
  return { name: `${name}.${format}`, content: JSON.stringify(preview), mediaType: "application/json" };
}
