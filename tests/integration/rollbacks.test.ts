import * as fc from "fast-check";
import { readRollback } from "../../SolutionHealth/dataverse/rollbacks/readRollback";
import { previewRollback } from "../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackPreview } from "../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { UnconfirmedHabits } from "../../sandbox/server/options";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { propertyRuns } from "../propertyRuns";
import { Bench, column, guid, part } from "../sandbox/engine/handMade";
import { attempt, rollbackHistories } from "./rollbackHistories";
import { carryOut, differences, snapshotOf } from "./rollbackOutcome";

/** Histories a run. */
const RUNS = Number(process.env.ROLLBACK_RUNS ?? 500);

const habits: fc.Arbitrary<Partial<UnconfirmedHabits>> = fc.record({
  managedLayerChanges: fc.constantFrom("different", "all"),
  baseLayerChanges: fc.constantFrom("all", "empty"),
  dependencyMetadata: fc.constantFrom("rows", "empty"),
  dependenciesOfPatch: fc.constantFrom("rows", "refused"),
  summaryValues: fc.constantFrom("typed", "text"),
});

const choicesIn = ({ environment }: Bench) =>
  environment.state.solutions.filter(({ uniqueName }) => /^[A-D](_|$)/.test(uniqueName));

const picksOf = (bench: Bench, ...names: readonly string[]): number[] =>
  names.map((name) => choicesIn(bench).findIndex(({ uniqueName }) => uniqueName === name));

async function previewOf(
  bench: Bench,
  picks: readonly number[],
  how: Partial<UnconfirmedHabits>,
): Promise<RollbackPreview | undefined> {
  const choices = choicesIn(bench);
  const targets = picks.flatMap((pick) => choices[pick % Math.max(1, choices.length)]?.id ?? []);
  if (targets.length === 0) return undefined;
  const sandbox = await openSandbox(bench.environment, how);
  try {
    return previewRollback(await readRollback([...new Set(targets)], sandbox.transport));
  } finally {
    await sandbox.close();
  }
}

describe("any history of installs, patches, upgrades, extensions and edits", () => {
  it("ends, when solutions are taken back, as the preview says", async () => {
    const verdicts = { possible: 0, blocked: 0, uncertain: 0 };
    let lastForms = 0;
    await fc.assert(
      fc.asyncProperty(
        rollbackHistories,
        fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
        habits,
        async (steps, picks, how) => {
          const bench = new Bench();
          for (const one of steps) attempt(bench, one);
          const preview = await previewOf(bench, picks, how);
          if (preview === undefined) return;
          const before = snapshotOf(bench.environment);
          const refusal = carryOut(bench, preview);
          verdicts[preview.verdict] += 1;
          if (refusal?.code === "0x8004F654") lastForms += 1;
          // What may only pass a value on is told as what may stand in the way; all else is told with certainty.
          const isOpen = preview.verdict === "uncertain" && preview.blockers.every(({ kind }) => kind === "perhaps");
          const verdict = isOpen ? "uncertain" : refusal ? "blocked" : "possible";
          expect({ verdict: preview.verdict, refusal: refusal?.message }).toEqual({
            verdict,
            refusal: refusal?.message,
          });
          if (refusal === undefined) expect(differences(before, snapshotOf(bench.environment), preview)).toEqual([]);
        },
      ),
      propertyRuns(RUNS),
    );
    if (process.env.ROLLBACK_STATS) console.log(verdicts, lastForms);
    // The proof is one only where it came up: it does once in a hundred histories, so not under every seed.
    if (process.env.PROPERTY_SEED === undefined && RUNS >= 500) expect(lastForms).toBeGreaterThan(0);
    expect(verdicts.uncertain).toBeLessThanOrEqual(RUNS / 50);
  }, 600_000);
});

describe("histories that once came out otherwise", () => {
  it("takes the solution first whose covered layer names what a patch brought", async () => {
    const bench = new Bench();
    const view = (fetchxml: string, columns: readonly string[]) =>
      part(26, guid(4), {
        id: guid(4),
        name: "View",
        table: "con_t",
        root: false,
        properties: { fetchxml, name: "View" },
        references: [{ type: 1, key: "con_t" }, ...columns.map((key) => ({ type: 2, key }))],
      });
    const shell = part(1, "con_t", { behavior: 2, shell: true });
    const naming = '<fetch><entity name="con_t"><attribute name="con_d" /></entity></fetch>';
    bench.import({ name: "A", components: [] });
    bench.import({ name: "B", components: [shell, view(naming, ["con_t.con_d"])] });
    bench.import({
      name: "A_Patch_1",
      version: "1.0.1.0",
      components: [shell, column("con_t", "con_d"), view('<fetch><entity name="con_t" /></fetch>', [])],
    });
    const preview = await previewOf(bench, picksOf(bench, "A_Patch_1", "B"), {});
    expect(preview?.order.steps.map(({ solution }) => solution.uniqueName)).toEqual(["B", "A_Patch_1"]);
    expect(preview && carryOut(bench, preview)).toBeUndefined();
  });

  it("may be refused where a staged upgrade repeats a form's library that two solutions leave behind together", async () => {
    const bench = new Bench();
    const id = "8448b78f-8f42-454e-8e2a-f8196b0419af";
    const script = part(61, "con_/a.js", { properties: { content: "" } });
    const shell = part(1, "account", { behavior: 2, shell: true });
    const form = part(60, id, {
      id,
      name: "Account",
      table: "account",
      root: false,
      properties: { formxml: '<form><formLibraries><Library name="con_/a.js" /></formLibraries></form>' },
      references: [{ type: 61, key: "con_/a.js" }],
    });
    bench.import({ name: "A", components: [shell, script, form] });
    bench.import({ name: "B", components: [script] });
    bench.import({ name: "A", version: "1.1.0.0", components: [shell, form] }, { holding: true });
    bench.customize(60, id, { formxml: "<form />" });
    const preview = await previewOf(bench, picksOf(bench, "A", "B"), {});
    // The server was asked about the library by itself: what else goes it did not know.
    expect(preview?.verdict).toBe("uncertain");
    expect(preview?.blockers).toMatchObject([{ kind: "perhaps", fix: { solution: { solution: "A_Upgrade" } } }]);
    expect(preview && carryOut(bench, preview)?.code).toBe("0x8004F01D");
  });
});
