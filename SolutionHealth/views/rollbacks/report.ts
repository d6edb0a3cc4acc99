import { rollbackCsv, rollbackMarkdown } from "../../domain/rollbacks/rollbackReport";
import { rollbackReportJson } from "../../domain/rollbacks/rollbackReportJson";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { ReportFile, RollbackState } from "../../state/rollbacks/model";
import type { Product } from "../product";
import { shown } from "../resource";
import { reportWords } from "./reportWords";
import type { RollbackNames } from "./rollbackNames";

export type ReportFormat = "markdown" | "csv" | "json";

const MEDIA: Readonly<Record<ReportFormat, { readonly type: string; readonly ending: string }>> = {
  csv: { type: "text/csv;charset=utf-8", ending: "csv" },
  markdown: { type: "text/markdown;charset=utf-8", ending: "md" },
  json: { type: "application/json", ending: "json" },
};

type Previewed = Extract<RollbackState, { status: "previewed" }>;

/**
 * The report as a file, with the data that has been counted so far: the same files as the command line writes, in the
 * words of the person's language.
 */
export function reportFile(
  { preview, data }: Previewed,
  format: ReportFormat,
  product: Product,
  names: RollbackNames,
): ReportFile {
  const { host, state } = product;
  const environment = fileNamePart(shown(state.environment)?.name ?? "");
  const [first] = preview.targets;
  const target = preview.targets.length === 1 && first ? fileNamePart(first.uniqueName) : "";
  const day = host.now().toISOString().slice(0, 10);
  const name = ["solution-health-uninstall", target, environment, day].filter(Boolean).join("_");
  const { type, ending } = MEDIA[format];
  const whole = data.status === "idle" ? preview : { ...preview, data: data.data };
  return { name: `${name}.${ending}`, content: contentOf(whole, format, product, names), mediaType: type };
}

function contentOf(preview: RollbackPreview, format: ReportFormat, product: Product, names: RollbackNames): string {
  const { host, state } = product;
  const name = shown(state.environment)?.name;
  const place = { url: host.clientUrl, ...(name === undefined ? {} : { name }) };
  switch (format) {
    case "markdown":
      return rollbackMarkdown(preview, place, reportWords(preview, product, names));
    case "csv":
      return rollbackCsv(preview, reportWords(preview, product, names));
    case "json":
      return rollbackReportJson(preview, place);
  }
}

const fileNamePart = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
