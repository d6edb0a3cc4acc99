import * as fc from "fast-check";
import type { ReleaseFacts } from "../../SolutionHealth/domain/releases/releaseFacts";
import type { WayPreview } from "../../SolutionHealth/domain/releases/releasePreview";
import type { UnconfirmedHabits } from "../../sandbox/server/options";
import { propertyRuns } from "../propertyRuns";
import { Bench } from "../sandbox/engine/handMade";
import { candidates, extendedStep, nextVersions } from "./releasePackages";
import { STRICT, waysThatDiffer } from "./releaseTrial";
import { attempt, rollbackHistories } from "./rollbackHistories";

/** Packages and environments a run. */
const RUNS = Number(process.env.RELEASE_RUNS ?? 500);

const habits: fc.Arbitrary<Partial<UnconfirmedHabits>> = fc.record({
  managedLayerChanges: fc.constantFrom("different", "all"),
  baseLayerChanges: fc.constantFrom("all", "empty"),
  summaryValues: fc.constantFrom("typed", "text"),
});

/** Kinds of which lists prove something in some of the runs. */
const CONCLUDED = ["Attribute", "EntityRelationship", "WebResource"].map((kind) => `no layers: ${kind}`);

const tally: Record<string, number> = {};
const count = (name: string): void => void (tally[name] = (tally[name] ?? 0) + 1);

function countAll({ way, status, fates, blockers }: WayPreview): void {
  count(`${way} ${status}`);
  for (const { kind, certain } of blockers) count(certain ? kind : `${kind}?`);
  for (const { kind, changes } of fates) {
    count(kind);
    for (const { seen, certain } of changes) count(certain ? seen : `${seen}?`);
  }
}

/** Components of which no layer was read. */
function countConcluded({ concluded = new Set() }: ReleaseFacts): void {
  for (const key of concluded) count(`no layers: ${key.slice(0, key.indexOf(" "))}`);
}

describe("any package and any environment", () => {
  it("end, whichever way it is imported, as the preview says", async () => {
    await fc.assert(
      fc.asyncProperty(
        rollbackHistories,
        fc.array(extendedStep, { maxLength: 2 }),
        candidates,
        habits,
        async (steps, more, text, how) => {
          const bench = new Bench(STRICT);
          for (const one of steps) attempt(bench, one);
          for (const one of more) attempt(bench, { kind: "import", text: one, overwrite: false });
          expect(await waysThatDiffer(bench, text, how, countAll)).toEqual([]);
        },
      ),
      propertyRuns(RUNS),
    );
    if (process.env.RELEASE_STATS) console.log(tally);
    // The proof is one only where each outcome came up.
    for (const kind of ["added", "changed", "unchanged", "deleted", "survives", "leftBehind", "seen", "lastForm"]) {
      expect(tally[kind] ?? 0).toBeGreaterThan(0);
    }
  }, 600_000);

  it("end so where nobody else holds anything, and few layers are read", async () => {
    await fc.assert(
      fc.asyncProperty(nextVersions, habits, async ({ first, next }, how) => {
        const bench = new Bench(STRICT);
        attempt(bench, { kind: "import", text: first, overwrite: false });
        expect(await waysThatDiffer(bench, next, how, undefined, countConcluded)).toEqual([]);
      }),
      propertyRuns(Math.ceil(RUNS / 5)),
    );
    for (const kind of CONCLUDED) expect(tally[kind]).toBeGreaterThan(0);
  }, 600_000);
});
