import fc from "fast-check";
import { compareVersions, parseVersion, sameMajorMinor } from "../../SolutionHealth/domain/version";

const part = fc.nat(70_000);
const version = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("."));
const anything = fc.oneof(version, fc.string(), fc.constantFrom("", "1.0.", "v1", "1.0.0.0.0", "-1.0", "1e3"));

describe("parseVersion", () => {
  it.each([
    ["1.0", [1, 0, 0, 0]],
    [" 9.2.25112.171 ", [9, 2, 25112, 171]],
    ["01.002", [1, 2, 0, 0]],
  ])("reads %j", (text, parts) => {
    expect(parseVersion(text)).toEqual(parts);
  });

  it.each(["", "a", "1.", "1..2", "1.2.3.4.5", "-1.0", "1.0-beta", "1e3", "99999999999999999999.0"])(
    "refuses %j",
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});

describe("compareVersions", () => {
  it("puts 1.10 after 1.9", () => {
    expect(compareVersions("1.10", "1.9")).toBeGreaterThan(0);
  });

  it("finds 1.0 and 1.0.0.0 the same", () => {
    expect(compareVersions("1.0", "1.0.0.0")).toBe(0);
  });

  it("puts what is no version last", () => {
    expect(["x", "2.0", "", "1.0"].sort(compareVersions)).toEqual(["1.0", "2.0", "", "x"]);
  });

  it("is an order on any texts", () => {
    fc.assert(
      fc.property(anything, anything, anything, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0);
        expect(compareVersions(a, a)).toBe(0);
        const [x = "", y = "", z = ""] = [a, b, c].sort(compareVersions);
        expect(compareVersions(x, y) <= 0 && compareVersions(y, z) <= 0 && compareVersions(x, z) <= 0).toBe(true);
      }),
    );
  });

  it("agrees with comparing the parts one by one, padded with zeros", () => {
    const padded = (text: string): number[] => [...text.split(".").map(Number), 0, 0, 0].slice(0, 4);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [left, right] = [padded(a), padded(b)];
        const first = left.findIndex((value, index) => value !== right[index]);
        const expected = first < 0 ? 0 : Math.sign((left[first] ?? 0) - (right[first] ?? 0));
        expect(Math.sign(compareVersions(a, b))).toBe(expected);
      }),
    );
  });
});

describe("sameMajorMinor", () => {
  it.each([
    ["1.2", "1.2.9.9", true],
    ["1.2.0.0", "1.3.0.0", false],
    ["x", "x", false],
  ])("of %s and %s is %s", (a, b, expected) => {
    expect(sameMajorMinor(a, b)).toBe(expected);
  });
});
