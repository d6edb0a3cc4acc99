import { healthCsv } from "../../domain/health/report/healthCsv";
import { healthHtml } from "../../domain/health/report/healthHtml";
import { healthJson } from "../../domain/health/report/healthJson";
import { healthMarkdown } from "../../domain/health/report/healthMarkdown";
import { freshnessOf, type ReportContent } from "../../domain/health/report/reportContent";
import type { HealthStoreState } from "../../state/health/model";
import type { Product } from "../product";
import { shown } from "../resource";
import type { FindingWords } from "./findingWords";
import { reportWords } from "./reportWords";

export type ReportFormat = "html" | "csv" | "markdown" | "json";

const MEDIA: Readonly<Record<ReportFormat, { readonly type: string; readonly ending: string }>> = {
  html: { type: "text/html;charset=utf-8", ending: "html" },
  csv: { type: "text/csv;charset=utf-8", ending: "csv" },
  markdown: { type: "text/markdown;charset=utf-8", ending: "md" },
  json: { type: "application/json", ending: "json" },
};

/**
 * Saves the report of the whole environment, whatever the list is narrowed to: the same files as the command line
 * writes, in the words of the person's language.
 */
export function exportReport(
  { report, facts }: HealthStoreState,
  format: ReportFormat,
  product: Product,
  words: FindingWords,
): void {
  const { host, state } = product;
  const environment = shown(state.environment);
  const content: ReportContent = {
    report,
    freshness: freshnessOf(facts),
    about: {
      url: host.clientUrl,
      ...(environment && { name: environment.name, version: environment.version }),
      createdOn: host.now(),
    },
  };
  const day = host.now().toISOString().slice(0, 10);
  const name = ["solution-health-report", fileNamePart(environment?.name ?? ""), day].filter(Boolean).join("_");
  const { type, ending } = MEDIA[format];
  host.saveFile(`${name}.${ending}`, textOf(content, format, product, words), type);
}

function textOf(content: ReportContent, format: ReportFormat, product: Product, words: FindingWords): string {
  switch (format) {
    case "html":
      return healthHtml(content, reportWords(product, words));
    case "csv":
      return healthCsv(content, reportWords(product, words));
    case "markdown":
      return healthMarkdown(content, reportWords(product, words));
    case "json":
      return healthJson(content);
  }
}

const fileNamePart = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
