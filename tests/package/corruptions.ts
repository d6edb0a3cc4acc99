import fc from "fast-check";
import { PackageError } from "../../SolutionHealth/package/errors";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { openPackage } from "../../SolutionHealth/package/openPackage";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { sourceOfBytes } from "../../SolutionHealth/package/reading/fileSource";
import { type Corruption, corruptXml } from "./corruptXml";
import { CUSTOMIZATIONS, FILES, SOLUTION, sampleZip } from "./corruptibleSample";
import { countDescribed } from "./countDescribed";

/** The two ways of reading a package: in slices, as the page does, and at once. */
export interface Readers {
  readonly open: (bytes: Uint8Array) => Promise<SolutionPackage>;
  readonly atOnce: (bytes: Uint8Array) => SolutionPackage;
}

/** The product's own. */
export const READERS: Readers = {
  open: async (bytes) => {
    const { manifest, components, entries, partial } = await openPackage(sourceOfBytes(bytes, "sample.zip"));
    return { manifest, components, entries, ...(partial && { partial }) };
  },
  atOnce: readPackage,
};

export const ZIP = sampleZip();

export type Outcome = { readonly read: SolutionPackage } | { readonly refused: string };

/** Anything but a package or a PackageError is a fault of the reader. */
export async function outcomeOf(bytes: Uint8Array, { open }: Readers): Promise<Outcome> {
  try {
    return { read: await open(bytes) };
  } catch (error) {
    if (error instanceof PackageError) return { refused: error.code };
    throw error;
  }
}

/** The reader at once may refuse what the other tells in part, and agrees on everything else. */
function expectSameAtOnce(bytes: Uint8Array, outcome: Outcome, { atOnce }: Readers): void {
  let read: SolutionPackage | undefined;
  let refused: string | undefined;
  try {
    read = atOnce(bytes);
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

/** What is read without a word is what was written. @param whole the answer to the package as it was written */
export const bytesChanged = (readers: Readers, whole: SolutionPackage) =>
  fc.asyncProperty(fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 8 }), async (changes) => {
    const bytes = ZIP.slice();
    for (const [offset, value] of changes) bytes[offset] = value;
    const outcome = await outcomeOf(bytes, readers);
    expectSameAtOnce(bytes, outcome, readers);
    if ("read" in outcome && !outcome.read.partial) expect(answer(outcome.read)).toBe(answer(whole));
  });

/** Whatever is cut off at the end, it is refused: a zip's directory stands there. */
export const endCutOff = (readers: Readers) =>
  fc.asyncProperty(place, async (length) => {
    expect(await outcomeOf(ZIP.subarray(0, length), readers)).toHaveProperty("refused");
  });

const corruption: fc.Arbitrary<Corruption> = fc.record({
  kind: fc.constantFrom("cut", "double", "swap", "rename", "drop", "empty", "letter"),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** No component that the document describes or names is lost without a word. */
export const xmlChanged = (readers: Readers, name: "customizations.xml" | "solution.xml") =>
  fc.asyncProperty(fc.array(corruption, { minLength: 1, maxLength: 3 }), async (corruptions) => {
    const written = name === "solution.xml" ? SOLUTION : CUSTOMIZATIONS;
    const xml = corruptions.reduce((text, one) => corruptXml(text, one), written);
    const bytes = sampleZip(FILES, { [name]: xml });
    const outcome = await outcomeOf(bytes, readers);
    expectSameAtOnce(bytes, outcome, readers);
    if (!("read" in outcome) || outcome.read.partial) return;
    const { components, manifest } = outcome.read;
    const described = name === "customizations.xml" ? xml : CUSTOMIZATIONS;
    // The one newer kind has a file of its own.
    const here = components.filter(({ type }) => typeof type === "number");
    expect(here.length).toBeGreaterThanOrEqual(countDescribed(described));
    expect(components.filter(({ root }) => root).length).toBe(manifest.rootComponents.length);
  });
