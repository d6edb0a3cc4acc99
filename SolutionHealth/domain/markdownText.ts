import { visibleText } from "./visibleText";

/** Text that stays text in Markdown, in a table too: no mark-up, no link, no list, no end of the row. */
export const markdownText = (text: string): string =>
  visibleText(text)
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    // What would begin a list or a rule: "- ", "+", "---", "1. ".
    .replace(/^(\s*)([-+])(?=[-+\s]|$)/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    // No pattern with blanks before the line break: on a text of many blanks it would take minutes.
    .split(/[\r\n]+/)
    .map((line, index, { length }) => trimmedLine(line, index > 0, index < length - 1))
    .join(" ");

const trimmedLine = (line: string, start: boolean, end: boolean): string => {
  const from = start ? line.trimStart() : line;
  return end ? from.trimEnd() : from;
};

/** A table: a head and rows of cells, which stay text. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(" | ")} |\n`;
  return `${line(head)}|${" --- |".repeat(head.length)}\n${rows.map(line).join("")}`;
}
