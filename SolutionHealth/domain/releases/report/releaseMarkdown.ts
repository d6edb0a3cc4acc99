import { markdownTable, markdownText } from "../../markdownText";
import type { ReleasePreview } from "../releasePreview";
import { releaseDocument, type ReportPlace } from "./releaseDocument";
import type { ReleaseWords } from "./releaseWords";

/** The report that people keep and hand on, as Markdown: every text of package and environment stays text. */
export const releaseMarkdown = (preview: ReleasePreview, place: ReportPlace, words: ReleaseWords): string =>
  releaseDocument(preview, place, words)
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
