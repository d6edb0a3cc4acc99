import { REPORT_STYLE } from "../../health/report/reportStyle";
import { htmlText } from "../../htmlText";
import type { ReleasePreview } from "../releasePreview";
import { releaseDocument, type ReportPart, type ReportPlace, type ReportTable } from "./releaseDocument";
import type { ReleaseWords } from "./releaseWords";

/**
 * The report as one file that any browser shows and prints, from a disk or a mail: nothing is loaded, nothing runs – the
 * policy inside it forbids both – and every text of package and environment stays text.
 */
export function releaseHtml(preview: ReleasePreview, place: ReportPlace, words: ReleaseWords): string {
  const parts = releaseDocument(preview, place, words);
  return `<!doctype html>
<html lang="${htmlText(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(parts[0]?.title ?? words.heading("title"))}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${parts.map(partHtml).join("\n")}
</main>
</body>
</html>
`;
}

function partHtml({ level, title, lines = [], table }: ReportPart): string {
  const list = lines.map((line) => `<li>${htmlText(line)}</li>\n`).join("");
  return [
    `<h${level}>${htmlText(title)}</h${level}>`,
    ...(list === "" ? [] : [`<ul>\n${list}</ul>`]),
    ...(table && table.rows.length > 0 ? [tableHtml(table)] : []),
  ].join("\n");
}

function tableHtml({ head, rows }: ReportTable): string {
  const columns = head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join("");
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${htmlText(cell)}</td>`).join("")}</tr>\n`);
  return `<table>\n<thead><tr>${columns}</tr></thead>\n<tbody>${lines.join("")}</tbody>\n</table>`;
}
