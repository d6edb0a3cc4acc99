import { htmlText } from "../../htmlText";
import { htmlList, htmlPage, htmlTable } from "../../reports/htmlPage";
import { releaseDocument } from "./releaseDocument";
import type { ReleaseReport } from "./releaseReport";
import type { ReleaseWords } from "./releaseWords";
import type { ReportPart } from "./wayParts";

/** The report as one page to keep and to print: every text of package and environment stays text. */
export function releaseHtml(report: ReleaseReport, words: ReleaseWords): string {
  const parts = releaseDocument(report, words);
  const title = parts[0]?.title ?? words.heading("title");
  return htmlPage({ language: words.language, title, body: parts.map(partHtml).join("\n") });
}

const partHtml = ({ level, title, lines = [], table }: ReportPart): string =>
  [
    `<h${level}>${htmlText(title)}</h${level}>`,
    ...(lines.length > 0 ? [htmlList(lines)] : []),
    ...(table && table.rows.length > 0 ? [htmlTable(table.head, table.rows)] : []),
  ].join("\n");
