import fc from "fast-check";
import { csvText } from "../../SolutionHealth/domain/csv";

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

/** A reader of RFC 4180, written apart from the writer. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const match = CELL.exec(text);
    if (!match) throw new Error("Not RFC 4180");
    const [, quoted, bare = "", end] = match;
    row.push(quoted === undefined ? bare : quoted.replace(/""/g, '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("csvText", () => {
  it("begins with a byte order mark and ends each row with CRLF", () => {
    expect(csvText([["a", "b"], ["c"]])).toBe("\uFEFFa,b\r\nc\r\n");
  });

  it("quotes commas, quotes and line breaks, and doubles quotes", () => {
    expect(csvText([["a,b", 'say "x"', "one\ntwo"]])).toBe('\uFEFF"a,b","say ""x""","one\ntwo"\r\n');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", '=HYPERLINK("http://x","y")'])("makes %j harmless", (cell) => {
    expect(parseCsv(csvText([[cell]]).slice(1))).toEqual([[`'${cell}`]]);
  });

  it("quotes a cell that begins with a carriage return, after making it harmless", () => {
    expect(csvText([["\rx"]])).toBe('\uFEFF"\'\rx"\r\n');
  });

  it("is read back as it was, but for the apostrophe in front of formulas", () => {
    const cells = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("=", "-", '"', ",", "\r", "\n", "\t", "'", "a") }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cells, { minLength: 1 })), (rows) => {
        const expected = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
        expect(parseCsv(csvText(rows).slice(1))).toEqual(expected);
      }),
    );
  });
});
