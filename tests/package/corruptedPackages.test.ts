import fc from "fast-check";
import { PackageError } from "../../SolutionHealth/package/errors";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { openPackage } from "../../SolutionHealth/package/openPackage";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { sourceOfBytes } from "../../SolutionHealth/package/reading/fileSource";
import { type Corruption, corruptXml } from "./corruptXml";
import { CUSTOMIZATIONS, FILES, SOLUTION, sampleZip } from "./corruptibleSample";
import { countDescribed } from "./countDescribed";

const ZIP = sampleZip();
const RUNS = 1_000;

type Outcome = { readonly read: SolutionPackage } | { readonly refused: string };

/** Reads, and every property too. Anything but a package or a PackageError is a fault of the reader. */
async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  try {
    const { manifest, components, entries, partial } = await openPackage(sourceOfBytes(bytes, "sample.zip"));
    return { read: { manifest, components, entries, ...(partial && { partial }) } };
  } catch (error) {
    if (error instanceof PackageError) return { refused: error.code };
    throw error;
  }
}

/** The reader at hand may refuse what the other tells in part, and agrees on everything else. */
function expectSameFromBytes(bytes: Uint8Array, outcome: Outcome): void {
  let read: SolutionPackage | undefined;
  let refused: string | undefined;
  try {
    read = readPackage(bytes);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    refused = error.code;
  }
  if (read) expect(outcome).toEqual({ read });
  else if ("refused" in outcome) expect(outcome.refused).toBe(refused);
  else expect(outcome.read.partial?.map(({ code }) => code)).toContain(refused);
}

const answer = (read: SolutionPackage): string => JSON.stringify([read.manifest, read.components]);
const byte = fc.integer({ min: 0, max: 255 });
const place = fc.integer({ min: 0, max: ZIP.length - 1 });

describe("packages with corrupted bytes", () => {
  it("are read, partly read, or refused; what is read without a word is what was written", async () => {
    const whole = await outcomeOf(ZIP);
    if (!("read" in whole)) throw new Error("The package that the corruptions start from is not read.");
    expect(whole.read.partial).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = ZIP.slice();
        for (const [offset, value] of changes) bytes[offset] = value;
        const outcome = await outcomeOf(bytes);
        expectSameFromBytes(bytes, outcome);
        if ("read" in outcome && !outcome.read.partial) expect(answer(outcome.read)).toBe(answer(whole.read));
      }),
      { numRuns: RUNS, verbose: true },
    );
  });

  it("are refused whenever the end is cut off", async () => {
    await fc.assert(
      fc.asyncProperty(place, async (length) => {
        expect(await outcomeOf(ZIP.subarray(0, length))).toHaveProperty("refused");
      }),
      { numRuns: 200 },
    );
  });

  it("are read the same in whatever order the entries lie", async () => {
    const whole = await outcomeOf(ZIP);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(FILES, { minLength: FILES.length }), async (order) => {
        const outcome = await outcomeOf(sampleZip(order));
        if (!("read" in outcome) || !("read" in whole)) throw new Error("It is not read.");
        expect(outcome.read.partial).toBeUndefined();
        expect(new Set(outcome.read.components.map((one) => JSON.stringify(one)))).toEqual(
          new Set(whole.read.components.map((one) => JSON.stringify(one))),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("packages with corrupted XML", () => {
  const corruption: fc.Arbitrary<Corruption> = fc.record({
    kind: fc.constantFrom("cut", "double", "swap", "rename", "drop", "empty", "letter"),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it.each(["customizations.xml", "solution.xml"] as const)("lose no component of %s without a word", async (name) => {
    const written = name === "solution.xml" ? SOLUTION : CUSTOMIZATIONS;
    await fc.assert(
      fc.asyncProperty(fc.array(corruption, { minLength: 1, maxLength: 3 }), async (corruptions) => {
        const xml = corruptions.reduce((text, one) => corruptXml(text, one), written);
        const bytes = sampleZip(FILES, { [name]: xml });
        const outcome = await outcomeOf(bytes);
        expectSameFromBytes(bytes, outcome);
        if (!("read" in outcome) || outcome.read.partial) return;
        const { components, manifest } = outcome.read;
        const described = name === "customizations.xml" ? xml : CUSTOMIZATIONS;
        // The one newer kind has a file of its own.
        const here = components.filter(({ type }) => typeof type === "number");
        expect(here.length).toBeGreaterThanOrEqual(countDescribed(described));
        expect(components.filter(({ root }) => root).length).toBe(manifest.rootComponents.length);
      }),
      { numRuns: RUNS, verbose: true },
    );
  });
});
