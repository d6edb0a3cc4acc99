import * as fc from "fast-check";
import { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import { previewRelease } from "../../SolutionHealth/domain/releases/previewRelease";
import {
  RELEASE_WAYS,
  type ReleasePreview,
  type WayPreview,
} from "../../SolutionHealth/domain/releases/releasePreview";
import type { EngineOptions } from "../../sandbox/engine/contract";
import { PlatformFault } from "../../sandbox/engine/fault";
import type { UnconfirmedHabits } from "../../sandbox/server/options";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench, type PackageText } from "../sandbox/engine/handMade";
import { differences, snapshotOf } from "./releaseOutcome";
import { candidates, extendedStep, incoming } from "./releasePackages";
import { attempt, rollbackHistories } from "./rollbackHistories";

/** Packages and environments a run. */
const RUNS = Number(process.env.RELEASE_RUNS ?? 500);

const habits: fc.Arbitrary<Partial<UnconfirmedHabits>> = fc.record({
  managedLayerChanges: fc.constantFrom("different", "all"),
  baseLayerChanges: fc.constantFrom("all", "empty"),
  summaryValues: fc.constantFrom("typed", "text"),
});

/** Settles what no document settles as strictly as the platform may. */
const OPTIONS: EngineOptions = { missingDependencies: "refuse" };

async function previewsOf(
  bench: Bench,
  text: PackageText,
  how: Partial<UnconfirmedHabits>,
): Promise<readonly ReleasePreview[]> {
  const sandbox = await openSandbox(bench.environment, how);
  try {
    const facts = await readRelease([incoming(text)], sandbox.transport);
    return [true, false].map((overwrite) => previewRelease(facts, { overwrite }));
  } finally {
    await sandbox.close();
  }
}

/** Does it, in a copy. @returns the refusal, if there was one */
function carryOut(
  copy: Bench,
  { way, hypothetical }: WayPreview,
  text: PackageText,
  overwrite: boolean,
): PlatformFault | undefined {
  const patch = { ...text, name: `${text.name}_Patch_ffff`, version: patchVersion(copy, text.name) };
  try {
    if (way === "upgrade") copy.upgrade(text, { overwrite });
    else if (way === "stagedUpgrade") {
      copy.import(text, { overwrite, holding: true });
      copy.promote(text.name);
    } else copy.import(hypothetical ? patch : text, { overwrite });
    return undefined;
  } catch (error) {
    if (error instanceof PlatformFault && error.status < 500) return error;
    throw error;
  }
}

function patchVersion({ environment }: Bench, name: string): string {
  const base = environment.state.solutions.find(({ uniqueName }) => uniqueName === name);
  const [major = "1", minor = "0"] = (base?.version ?? "").split(".");
  return `${major}.${minor}.65000.0`;
}

function ownLayer({ way, hypothetical }: WayPreview, { name, managed = true }: PackageText) {
  if (!managed) return { said: "Active", real: "Active" };
  return way === "patch" && hypothetical
    ? { said: `${name}_Patch`, real: `${name}_Patch_ffff` }
    : { said: name, real: name };
}

/** What was said against what came, of one way. */
function tell(bench: Bench, way: WayPreview, text: PackageText, overwrite: boolean): string[] {
  const copy = new Bench(OPTIONS, structuredClone(bench.environment.state));
  const before = snapshotOf(copy.environment);
  const refusal = carryOut(copy, way, text, overwrite);
  const about = `${way.way}${overwrite ? " overwriting" : ""}`;
  if (refusal) {
    if (way.status === "possible") return [`${about}: said possible, but ${refusal.code} ${refusal.message}`];
    const codes = [...way.findings, ...way.blockers].flatMap(({ code }) => code ?? []);
    const isNamed =
      way.status === "uncertain" ||
      codes.includes(refusal.code) ||
      way.findings.some(({ code, severity }) => severity === "blocker" && code === undefined);
    return isNamed ? [] : [`${about}: ${refusal.code} ${refusal.message}, said ${codes.join()}`];
  }
  if (way.status === "refused") {
    const why = [
      ...way.findings.filter(({ severity }) => severity === "blocker").map(({ id }) => id),
      ...way.blockers.map(({ kind, required, dependent }) => `${kind} ${required.address} ${dependent.address}`),
    ];
    return [`${about}: said refused for ${why.join("; ")}, but it went through`];
  }
  return differences(before, snapshotOf(copy.environment), way, ownLayer(way, text)).map((one) => `${about}: ${one}`);
}

const tally: Record<string, number> = {};
const count = (name: string): void => void (tally[name] = (tally[name] ?? 0) + 1);

describe("any package and any environment", () => {
  it("end, whichever way it is imported, as the preview says", async () => {
    await fc.assert(
      fc.asyncProperty(
        rollbackHistories,
        fc.array(extendedStep, { maxLength: 2 }),
        candidates,
        habits,
        async (steps, more, text, how) => {
          const bench = new Bench(OPTIONS);
          for (const one of steps) attempt(bench, one);
          for (const one of more) attempt(bench, { kind: "import", text: one, overwrite: false });
          const told: string[] = [];
          for (const { overwrite, packages } of await previewsOf(bench, text, how)) {
            for (const way of RELEASE_WAYS.flatMap((name) => packages[0]?.ways[name] ?? [])) {
              count(`${way.way} ${way.status}`);
              for (const { kind } of way.fates) count(kind);
              for (const { changes } of way.fates)
                for (const { seen, certain } of changes) count(certain ? seen : `${seen}?`);
              // A patch that does not exist has the publisher of its base.
              const isMade = !way.hypothetical || way.findings.every(({ id }) => id !== "publisherDiffers");
              if (way.status !== "notApplicable" && isMade) told.push(...tell(bench, way, text, overwrite));
            }
          }
          expect(told).toEqual([]);
        },
      ),
      { numRuns: RUNS, endOnFailure: process.env.RELEASE_FIRST !== undefined },
    );
    if (process.env.RELEASE_STATS) console.log(tally);
  }, 600_000);
});
