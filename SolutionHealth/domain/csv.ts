/** Spreadsheets take a cell that begins like this for a formula, and run it. */
const FORMULA_START = /^[=+\-@\t\r]/;

const NEEDS_QUOTES = /[",\r\n]/;

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows of cells as a CSV file: RFC 4180, with a byte order mark and CRLF line ends. A cell that a spreadsheet would
 * run as a formula gets an apostrophe in front, which the spreadsheet shows as text.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");

function cellText(cell: string): string {
  const harmless = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
