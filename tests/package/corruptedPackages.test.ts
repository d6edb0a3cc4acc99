import fc from "fast-check";
import { PackageError } from "../../SolutionHealth/package/errors";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { FILES, sampleZip } from "./corruptibleSample";
import { bytesChanged, endCutOff, outcomeOf, READERS, type Readers, xmlChanged, ZIP } from "./corruptions";

const RUNS = 1_000;

async function readWhole(): Promise<SolutionPackage> {
  const whole = await outcomeOf(ZIP, READERS);
  if (!("read" in whole)) throw new Error("The package that the corruptions start from is not read.");
  return whole.read;
}

describe("packages with corrupted bytes", () => {
  it("are read, partly read, or refused; what is read without a word is what was written", async () => {
    const whole = await readWhole();
    expect(whole.partial).toBeUndefined();
    await fc.assert(bytesChanged(READERS, whole), { numRuns: RUNS, verbose: true });
  });

  it("are refused whenever the end is cut off", async () => {
    await fc.assert(endCutOff(READERS), { numRuns: 200 });
  });

  it("are read the same in whatever order the entries lie", async () => {
    const whole = await readWhole();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(FILES, { minLength: FILES.length }), async (order) => {
        const outcome = await outcomeOf(sampleZip(order), READERS);
        if (!("read" in outcome)) throw new Error("It is not read.");
        expect(outcome.read.partial).toBeUndefined();
        expect(new Set(outcome.read.components.map((one) => JSON.stringify(one)))).toEqual(
          new Set(whole.components.map((one) => JSON.stringify(one))),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("packages with corrupted XML", () => {
  it.each(["customizations.xml", "solution.xml"] as const)("lose no component of %s without a word", async (name) => {
    await fc.assert(xmlChanged(READERS, name), { numRuns: RUNS, verbose: true });
  });
});

/** A fault in both readers, so that one cannot be found out by the other. */
const faulty = (spoil: (read: SolutionPackage) => SolutionPackage): Readers => ({
  open: async (bytes) => spoil(await READERS.open(bytes)),
  atOnce: (bytes) => spoil(READERS.atOnce(bytes)),
});

/** Says nothing of what it could not read. */
const silent = faulty(({ partial: _partial, ...read }) => read);
/** Loses one of the parts that no manifest names: a column, a view, a form. */
const forgetful = faulty((read) => {
  const lost = read.components.find(({ type, root }) => typeof type === "number" && !root);
  return { ...read, components: read.components.filter((one) => one !== lost) };
});

/** Takes what was cut off for a package all the same: the components before the cut, as if they were all. */
const credulous = (whole: SolutionPackage): Readers => {
  const share = (bytes: Uint8Array): SolutionPackage => ({
    ...whole,
    components: whole.components.slice(0, Math.floor((whole.components.length * bytes.length) / ZIP.length)),
  });
  return {
    open: (bytes) =>
      READERS.open(bytes).catch((error: unknown) => {
        if (error instanceof PackageError) return share(bytes);
        throw error;
      }),
    atOnce: (bytes) => {
      try {
        return READERS.atOnce(bytes);
      } catch (error) {
        if (error instanceof PackageError) return share(bytes);
        throw error;
      }
    },
  };
};

describe("the checks themselves find out a reader", () => {
  /** Without shrinking: that it is found out is enough. Always the same corruptions: chance does not decide whether it is. */
  async function isFoundOut<Ts>(property: fc.IAsyncProperty<Ts>): Promise<boolean> {
    return (await fc.check(property, { numRuns: 2_000, endOnFailure: true, seed: 1 })).failed;
  }

  it("that gives what is left of a truncated package as complete", async () => {
    const readers = credulous(await readWhole());
    expect(await isFoundOut(endCutOff(readers))).toBe(true);
    expect(await isFoundOut(bytesChanged(readers, await readWhole()))).toBe(true);
  });

  it("that does not say what it could not read", async () => {
    expect(await isFoundOut(bytesChanged(silent, await readWhole()))).toBe(true);
  });

  it("that loses a component", async () => {
    expect(await isFoundOut(bytesChanged(forgetful, await readWhole()))).toBe(true);
    expect(await isFoundOut(xmlChanged(forgetful, "customizations.xml"))).toBe(true);
    expect(await isFoundOut(xmlChanged(forgetful, "solution.xml"))).toBe(true);
  });
});
