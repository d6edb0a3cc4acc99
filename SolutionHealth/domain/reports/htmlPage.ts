import { htmlText } from "../htmlText";
import { REPORT_STYLE } from "./reportStyle";

export interface HtmlPage {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Mark-up, every text in it escaped. */
  readonly body: string;
}

/**
 * A report as one file that any browser shows and prints, from a disk or a mail: nothing is loaded, nothing runs – the
 * policy inside it forbids both.
 */
export const htmlPage = ({ language, title, body }: HtmlPage): string => `<!doctype html>
<html lang="${htmlText(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

export const htmlList = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${htmlText(item)}</li>\n`).join("")}</ul>`;

/** A table: a head and rows of cells, which stay text. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((cell) => `<th scope="col">${htmlText(cell)}</th>`).join("");
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${htmlText(cell)}</td>`).join("")}</tr>\n`);
  return `<table>\n<thead><tr>${columns}</tr></thead>\n<tbody>${lines.join("")}</tbody>\n</table>`;
}
