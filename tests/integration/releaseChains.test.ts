import { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import { previewRelease } from "../../SolutionHealth/domain/releases/previewRelease";
import type { PackagePreview, WayPreview } from "../../SolutionHealth/domain/releases/releasePreview";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { PlatformFault } from "../../sandbox/engine/fault";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench } from "../sandbox/engine/handMade";
import { type CorpusEntry, corpusPackage, hasCorpus, versionChains } from "./corpusChains";
import { stateToTry } from "./frozen";
import { differences, snapshotOf } from "./releaseOutcome";

function install(bench: Bench, content: SolutionPackage): boolean {
  try {
    bench.environment.importSolution(bench.request(content), bench.caller);
    return true;
  } catch (error) {
    if (error instanceof PlatformFault) return false;
    throw error;
  }
}

async function previewOf(bench: Bench, content: SolutionPackage, file: string): Promise<PackagePreview | undefined> {
  const sandbox = await openSandbox(bench.environment);
  try {
    const facts = await readRelease([{ ...content, fileName: file, size: 0, sha256: "" }], sandbox.transport);
    return previewRelease(facts, { overwrite: false }).packages[0];
  } finally {
    await sandbox.close();
  }
}

function carryOut(copy: Bench, way: WayPreview["way"], content: SolutionPackage): PlatformFault | undefined {
  const { environment, caller } = copy;
  const request = copy.request(content, { holding: way === "stagedUpgrade" });
  try {
    if (way === "upgrade") environment.stageAndUpgrade(request, caller);
    else environment.importSolution(request, caller);
    if (way === "stagedUpgrade") environment.deleteAndPromote(content.manifest.uniqueName, copy.caller);
    return undefined;
  } catch (error) {
    if (error instanceof PlatformFault && error.status < 500) return error;
    throw error;
  }
}

/** The sandbox makes what the platform itself should have had; here it would be missing (fact sheet §13.1). */
const isRefused = ({ findings, blockers }: WayPreview): boolean =>
  findings.some(({ id, severity }) => severity === "blocker" && id !== "missingDependency") ||
  blockers.some(({ certain }) => certain);

function tell(bench: Bench, way: WayPreview, content: SolutionPackage): string[] {
  if (way.status === "notApplicable" || way.hypothetical) return [];
  const copy = new Bench({}, stateToTry(bench.environment));
  const before = snapshotOf(copy.environment);
  const refusal = carryOut(copy, way.way, content);
  if (refusal) return way.status === "possible" ? [`said possible, but ${refusal.code} ${refusal.message}`] : [];
  if (isRefused(way)) return [`said refused (${way.blockers.map(({ kind }) => kind).join()}), but it went through`];
  const { uniqueName: name } = content.manifest;
  return differences(before, snapshotOf(copy.environment), way, { said: name, real: name });
}

interface Version {
  readonly entry: CorpusEntry;
  readonly content: SolutionPackage;
}

async function follow(chain: readonly Version[], told: string[], counts: Record<string, number>): Promise<void> {
  const bench = new Bench();
  for (const [index, { entry, content }] of chain.entries()) {
    const preview = await previewOf(bench, content, entry.file);
    for (const way of Object.values(preview?.ways ?? {})) {
      counts[`${way.way} ${way.status}`] = (counts[`${way.way} ${way.status}`] ?? 0) + 1;
      for (const { kind } of way.fates) counts[kind] = (counts[kind] ?? 0) + 1;
      told.push(...tell(bench, way, content).map((one) => `${entry.file} ${way.way}: ${one}`));
    }
    if (!install(bench, content) && index === 0) return;
  }
}

// Declared either way, so that a run without the packages shows how many tests it left out.
(hasCorpus ? describe : describe.skip)("version chains of real packages", () => {
  it("come, version after version and back again, as the preview says", async () => {
    const chains = versionChains();
    const told: string[] = [];
    const counts: Record<string, number> = {};
    for (const chain of chains) {
      const versions = chain.map((entry) => ({ entry, content: corpusPackage(entry) }));
      await follow(versions, told, counts);
      await follow([...versions].reverse(), told, counts);
    }
    process.stdout.write(`chains: ${chains.length} of the corpus; ${JSON.stringify(counts)}\n`);
    expect(told.slice(0, 40)).toEqual([]);
    expect(chains.length).toBeGreaterThan(5);
  }, 600_000);
});
