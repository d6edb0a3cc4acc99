import * as fc from "fast-check";
import { readRollback } from "../../SolutionHealth/dataverse/rollbacks/readRollback";
import { previewRollback } from "../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackPreview } from "../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { UnconfirmedHabits } from "../../sandbox/server/options";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench } from "../sandbox/engine/handMade";
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

async function previewOf(
  bench: Bench,
  picks: readonly number[],
  how: Partial<UnconfirmedHabits>,
): Promise<RollbackPreview | undefined> {
  const choices = bench.environment.state.solutions.filter(({ uniqueName }) => /^[A-D](_|$)/.test(uniqueName));
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
          expect({ verdict: preview.verdict, refusal: refusal?.message }).toEqual(
            refusal ? { verdict: "blocked", refusal: refusal.message } : { verdict: "possible", refusal: undefined },
          );
          if (refusal === undefined) expect(differences(before, snapshotOf(bench.environment), preview)).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    if (process.env.ROLLBACK_STATS) console.log(verdicts);
  }, 600_000);
});
