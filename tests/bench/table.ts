import { isMet, type Figure } from "./measurement";

const HEADINGS = ["", "value", "unit", "aim", "met", "runs"] as const;
const NUMERIC = new Set([1, 3, 5]);

/** The figures as a table of plain text, one line each, numbers aligned at their end. */
export function formatTable(figures: readonly Figure[]): string {
  const lines = [HEADINGS, ...figures.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? "").length)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => pad(cell, column, widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function pad(cell: string, column: number, width: number): string {
  return NUMERIC.has(column) ? cell.padStart(width) : cell.padEnd(width);
}

function cellsOf(figure: Figure): readonly string[] {
  const { name, value, unit, aim, runs } = figure;
  const met = isMet(figure);
  return [
    `  ${name}`,
    formatNumber(value),
    unit,
    aim ? `${aim.at === "most" ? "≤" : "≥"} ${formatNumber(aim.value)}` : "–",
    met === undefined ? "–" : met ? "yes" : "NO",
    runs === undefined ? "–" : String(runs),
  ];
}

/** Three digits that count, and no more than two after the point. */
function formatNumber(value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
