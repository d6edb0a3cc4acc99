import { atLeast, atMost, type Figure } from "./measurement";
import { formatTable } from "./table";

const figure = (change: Partial<Figure> = {}): Figure => ({ name: "size", value: 12, unit: "KB", ...change });

/** Cells of the first line of data, without the space between. */
const cells = (one: Figure): string[] => (formatTable([one]).split("\n")[1] ?? "").trim().split(/ {2,}/);

describe("formatTable", () => {
  it("shows name, value, unit, aim, whether it is met, and runs", () => {
    expect(cells(figure({ aim: atMost(120), runs: 5 }))).toEqual(["size", "12", "KB", "≤ 120", "yes", "5"]);
  });

  it("says that an upper aim is met when the value equals it", () => {
    expect(cells(figure({ value: 120, aim: atMost(120) }))[4]).toBe("yes");
  });

  it("says NO when the value is above an upper aim", () => {
    expect(cells(figure({ value: 121, aim: atMost(120) }))[4]).toBe("NO");
  });

  it("says NO when the value is below a lower aim", () => {
    expect(cells(figure({ value: 0.9, unit: "times", aim: atLeast(1) }))[4]).toBe("NO");
  });

  it("leaves aim, met and runs open where there are none", () => {
    expect(cells(figure()).slice(3)).toEqual(["–", "–", "–"]);
  });

  it.each([
    [0.5149, "0.51"],
    [24.16, "24.2"],
    [2381.4, "2,381"],
    [3, "3"],
  ])("shows %d as %s", (value, text) => {
    expect(cells(figure({ value }))[1]).toBe(text);
  });

  it("aligns numbers at their end", () => {
    const lines = formatTable([figure({ value: 5 }), figure({ value: 12345 })]).split("\n");
    expect(lines[1]?.indexOf("KB")).toBe(lines[2]?.indexOf("KB"));
    expect(lines[1]).toContain("     5  KB");
  });
});
