import { markdownTable, markdownText } from "../../markdownText";
import { releaseDocument } from "./releaseDocument";
import type { ReleaseReport } from "./releaseReport";
import type { ReleaseWords } from "./releaseWords";

/** The report that people keep and hand on, as Markdown: every text of package and environment stays text. */
export const releaseMarkdown = (report: ReleaseReport, words: ReleaseWords): string =>
  releaseDocument(report, words)
    .map(({ level, title, lines = [], table }) =>
      [
        `${"#".repeat(level)} ${markdownText(title)}\n`,
        lines.map((line) => `- ${markdownText(line)}\n`).join(""),
        table && table.rows.length > 0 ? markdownTable(table.head, table.rows) : "",
      ]
        .filter((text) => text !== "")
        .join("\n"),
    )
    .join("\n");
