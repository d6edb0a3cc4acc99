import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRollback } from "../../SolutionHealth/dataverse/rollbacks/readRollback";
import { previewRollback } from "../../SolutionHealth/domain/rollbacks/previewRollback";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { PlatformFault } from "../../sandbox/engine/fault";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench } from "../sandbox/engine/handMade";
import { stateToTry } from "./frozen";
import { carryOut, differences, snapshotOf } from "./rollbackOutcome";

const CORPUS = join(__dirname, "../../../shared/corpus");
const here = existsSync(join(CORPUS, "index.json"));

/** Packages of a chain, and their size, at most: the whole corpus takes minutes. */
const [LONGEST, LARGEST] = [3, 300_000];

interface Entry {
  readonly file: string;
  readonly size: number;
  readonly UniqueName: string;
  readonly Version: string;
  readonly Managed: "0" | "1";
}

function chainsOf(entries: readonly Entry[]): Entry[][] {
  const chains = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.Managed !== "1" || entry.size > LARGEST) continue;
    chains.set(entry.UniqueName, [...(chains.get(entry.UniqueName) ?? []), entry]);
  }
  return [...chains.values()].filter(({ length }) => length > 1).map((chain) => chain.slice(0, LONGEST));
}

/** The first version as the base, each later one as an extension of it: a solution of its own, of the same publisher. */
function install(bench: Bench, chain: readonly Entry[]): void {
  for (const [index, { file }] of chain.entries()) {
    const content = readPackage(new Uint8Array(readFileSync(join(CORPUS, file))));
    const { manifest } = content;
    const named: SolutionPackage = {
      ...content,
      manifest: { ...manifest, uniqueName: nameOf(manifest.uniqueName, index) },
    };
    bench.environment.importSolution(bench.request(named), bench.caller);
  }
}

const nameOf = (uniqueName: string, index: number): string =>
  index === 0 ? uniqueName : `${uniqueName}_v${index + 1}`;

async function takeBack(bench: Bench, names: readonly string[]): Promise<string[]> {
  const sandbox = await openSandbox(bench.environment);
  try {
    const targets = names.map((name) => bench.environment.store.solutionNamed(name)?.id ?? name);
    const preview = previewRollback(await readRollback(targets, sandbox.transport));
    const before = snapshotOf(bench.environment);
    const refusal = carryOut(bench, preview);
    const verdict = refusal ? "blocked" : "possible";
    // What had to be left out is told, and makes the verdict uncertain; the fates hold all the same.
    const isTold = preview.verdict === "uncertain" && preview.unread.length > 0;
    if (preview.verdict !== verdict && !isTold)
      return [`said ${preview.verdict}, but ${refusal?.message ?? "nothing was refused"}`];
    return refusal ? [] : differences(before, snapshotOf(bench.environment), preview);
  } finally {
    await sandbox.close();
  }
}

// Declared either way, so that a run without the packages shows how many tests it left out.
(here ? describe : describe.skip)("version chains of real packages", () => {
  const entries = here ? (JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8")) as Entry[]) : [];
  const chains = chainsOf(entries);

  it("are taken back as the preview says: the newest, the base, one between, and all together", async () => {
    const told: string[] = [];
    let trials = 0;
    for (const chain of chains) {
      const installed = new Bench();
      try {
        install(installed, chain);
      } catch (error) {
        if (!(error instanceof PlatformFault)) throw error;
        continue;
      }
      const names = chain.map(({ UniqueName }, index) => nameOf(UniqueName, index));
      for (const choice of [names.slice(-1), names.slice(0, 1), names.slice(1, 2), names]) {
        const bench = new Bench({}, stateToTry(installed.environment));
        trials += 1;
        told.push(...(await takeBack(bench, choice)).map((text) => `${choice.join(", ")}: ${text}`));
      }
    }
    process.stdout.write(`chains: ${chains.length} of the corpus, taken back in ${trials} ways\n`);
    expect(told).toEqual([]);
    expect(trials).toBeGreaterThan(20);
  }, 600_000);
});
