import { markdownTable, markdownText } from "../../../SolutionHealth/domain/markdownText";
import type { PreviewDocument } from "./previewDocument";
import { type Section, sectionsOf } from "./sections";

export type PreviewFormat = "json" | "markdown" | "html";

export function previewText(document: PreviewDocument, format: PreviewFormat): string {
  if (format === "json") return `${JSON.stringify(document, undefined, 2)}\n`;
  const sections = sectionsOf(document);
  return format === "html" ? toHtml(sections) : sections.map(toMarkdown).join("\n");
}

function toMarkdown({ level, title, lines, table }: Section): string {
  const list = lines.map((line) => `- ${markdownText(line)}\n`).join("");
  const rows = table ? markdownTable(table.head, table.rows) : "";
  return [`${"#".repeat(level)} ${markdownText(title)}\n`, list, rows].filter((part) => part !== "").join("\n");
}

const STYLE =
  "body{font:14px/1.5 'Segoe UI',sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#242424;background:#fff}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a8886;padding:.25rem .5rem;text-align:left;" +
  "vertical-align:top;overflow-wrap:anywhere}@media print{h2{break-before:page}tr{break-inside:avoid}}";

/** One page that loads nothing and runs nothing: its policy says so to whoever opens it. */
function toHtml(sections: readonly Section[]): string {
  return (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Release preview</title>' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>\n` +
    `${sections.map(sectionHtml).join("\n")}\n</body></html>\n`
  );
}

function sectionHtml({ level, title, lines, table }: Section): string {
  const cells = (tag: "th" | "td", row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${htmlText(cell)}</${tag}>`).join("")}</tr>`;
  const list = lines.length > 0 ? `<ul>${lines.map((line) => `<li>${htmlText(line)}</li>`).join("")}</ul>` : "";
  const rows = table
    ? `<table><thead>${cells("th", table.head)}</thead><tbody>${table.rows.map((row) => cells("td", row)).join("\n")}</tbody></table>`
    : "";
  return `<h${level}>${htmlText(title)}</h${level}>${list}${rows}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const htmlText = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
