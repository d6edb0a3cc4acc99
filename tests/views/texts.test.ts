import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { componentTypeTextKeys } from "../../SolutionHealth/domain/components/componentTypes";
import { PLATFORM_ERRORS } from "../../SolutionHealth/domain/failures/platformErrors";
import { createTexts, format } from "../../SolutionHealth/views/texts";
import { readResx } from "./resxTexts";

const CONTROL = join(__dirname, "../../SolutionHealth");
const LANGUAGES = readdirSync(join(CONTROL, "strings")).map((name) => Number(name.split(".")[1]));

const sources = (room: string): string[] =>
  readdirSync(join(CONTROL, room), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(CONTROL, room, name), "utf8"));

const KEY = /"([A-Z][A-Za-z]+(?:_[A-Za-z0-9]+)+)"/g;

/** Keys written in the sources; those given to `plural` stand for one key a category. */
function usedKeys(): Set<string> {
  const text = [...sources("views"), ...sources("ui")].join("\n");
  const manifest = readFileSync(join(CONTROL, "ControlManifest.Input.xml"), "utf8");
  const all = [...text.matchAll(KEY), ...manifest.matchAll(/-key="([^"]+)"/g)].map(([, key]) => key!);
  const plurals = new Set([...text.matchAll(/plural\(\s*"([^"]+)"/g)].map(([, key]) => key!));
  return new Set([
    ...all.filter((key) => !plurals.has(key)),
    ...[...plurals].flatMap((key) => [`${key}_One`, `${key}_Other`]),
    ...componentTypeTextKeys(),
    ...PLATFORM_ERRORS.flatMap((error) => [`PlatformError_${error}`, `PlatformError_${error}_Do`]),
  ]);
}

describe("the texts of the control", () => {
  it("exist in more than one language", () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining([1033, 1031]));
  });

  it.each(LANGUAGES)("are exactly the used ones in %d", (language) => {
    const keys = readResx(language).map(([key]) => key);
    expect([...new Set(keys)].sort()).toEqual([...usedKeys()].sort());
  });

  it.each(LANGUAGES)("stand once each in %d", (language) => {
    const keys = readResx(language).map(([key]) => key);
    expect(keys).toHaveLength(new Set(keys).size);
  });

  it.each(LANGUAGES)("have the places of the English ones in %d", (language) => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
    const english = new Map(readResx(1033));
    const different = readResx(language).filter(([key, text]) => {
      return places(text).join() !== places(english.get(key) ?? "").join();
    });
    expect(different).toEqual([]);
  });

  it("are nowhere written into markup", () => {
    const literal =
      /(?<![=])>\s*[A-Z][a-z]+[^<>{}=;()]*<\/|(?:label|title|text|placeholder|aria-label|ariaLabel)="[A-Za-z]/g;
    const found = [...sources("views"), ...sources("ui")].flatMap((text) => text.match(literal) ?? []);
    expect(found).toEqual([]);
  });
});

describe("format", () => {
  it("replaces every place", () => {
    expect(format("{0} of {1}, {0}", ["3", "7"])).toBe("3 of 7, 3");
  });

  it("keeps a place without a value", () => {
    expect(format("{0} of {1}", ["3"])).toBe("3 of {1}");
  });
});

describe("createTexts", () => {
  const texts = (entries: Record<string, string>) =>
    createTexts({ text: (key) => entries[key] ?? key, formatNumber: (value) => value.toLocaleString("en") });

  it("takes the singular for one", () => {
    const { plural } = texts({ Language_Tag: "en", Row_One: "{0} row", Row_Other: "{0} rows" });
    expect(plural("Row", 1)).toBe("1 row");
  });

  it("takes the plural for many, with the number as the host writes it", () => {
    const { plural } = texts({ Language_Tag: "en", Row_One: "{0} row", Row_Other: "{0} rows" });
    expect(plural("Row", 1200)).toBe("1,200 rows");
  });

  it("follows the categories of the text's own language", () => {
    const { plural } = texts({ Language_Tag: "pl", Row_One: "1", Row_Few: "few {0}", Row_Other: "other {0}" });
    expect(plural("Row", 3)).toBe("few 3");
  });

  it("takes the general form where a category has no text", () => {
    const { plural } = texts({ Language_Tag: "pl", Row_One: "1", Row_Other: "other {0}" });
    expect(plural("Row", 3)).toBe("other 3");
  });

  it("works in English where the language's tag is unknown", () => {
    const { plural } = texts({ Row_One: "{0} row", Row_Other: "{0} rows" });
    expect(plural("Row", 1)).toBe("1 row");
  });

  it("orders numbers inside texts as numbers", () => {
    const { collator } = texts({ Language_Tag: "en" });
    expect(["v10", "v9"].sort(collator.compare)).toEqual(["v9", "v10"]);
  });
});
