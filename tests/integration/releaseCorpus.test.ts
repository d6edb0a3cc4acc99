import { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import { judgedWay } from "../../SolutionHealth/domain/releases/judgedWay";
import { previewRelease } from "../../SolutionHealth/domain/releases/previewRelease";
import { addressOf } from "../../SolutionHealth/domain/releases/releaseAddress";
import type { PackagePreview } from "../../SolutionHealth/domain/releases/releasePreview";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { openSandbox } from "../dataverse/rollbacks/openSandbox";
import { Bench } from "../sandbox/engine/handMade";
import { corpusEntries, corpusPackage, hasCorpus } from "./corpusChains";

/** Nothing of the package is left out, and nothing that is not known or refused goes without its reason. */
function faults({ components }: SolutionPackage, { ways, findings }: PackagePreview): string[] {
  const open = Object.values(ways).filter(({ status }) => status !== "notApplicable");
  if (open.length === 0) return ["can be imported in no way"];
  return open.flatMap(({ way, status, fates, blockers }) => {
    const told = new Set(fates.map(({ component }) => component.address));
    const missing = components.map(addressOf).filter((address) => !told.has(address));
    const silent = fates.filter(({ kind, why }) => kind === "unknown" && why === undefined);
    const reasons = findings.filter(({ severity, ways: about }) => severity === "blocker" && about.includes(way));
    return [
      ...missing.map((address) => `${way} says nothing of ${address}`),
      ...silent.map(({ component }) => `${way} does not say why it does not know ${component.address}`),
      ...(status === "refused" && reasons.length + blockers.length === 0 ? [`${way} is refused without a reason`] : []),
    ];
  });
}

/** The check itself finds out a preview that leaves something out, or gives no reason. */
function expectFound(content: SolutionPackage, preview: PackagePreview): void {
  const { install } = preview.ways;
  const [first, ...others] = install.fates;
  if (!first || install.status === "notApplicable") return;
  const faultsOf = (more: Partial<typeof install>): string[] =>
    faults(content, { ...preview, findings: [], ways: { ...preview.ways, install: { ...install, ...more } } });
  expect(faultsOf({ fates: others })).not.toEqual(faultsOf({}));
  expect(faultsOf({ status: "refused", blockers: [] })).not.toEqual(faultsOf({ status: "possible" }));
  const { why: _why, ...unsaid } = first;
  expect(faultsOf({ fates: [{ ...unsaid, kind: "unknown" }, ...others] })).not.toEqual(faultsOf({}));
}

(hasCorpus ? describe : describe.skip)("each real package by itself", () => {
  it("gives a preview with a fate for every component, or a refusal with its reason", async () => {
    const sandbox = await openSandbox(new Bench().environment);
    const told: string[] = [];
    const counts = { previewed: 0, refused: 0, components: 0 };
    try {
      for (const entry of corpusEntries()) {
        const content = corpusPackage(entry);
        const facts = await readRelease(
          [{ ...content, fileName: entry.file, size: entry.size, sha256: entry.file }],
          sandbox.transport,
        );
        const [preview] = previewRelease(facts, { overwrite: false }).packages;
        if (!preview) throw new Error(`${entry.file} has no preview.`);
        counts[judgedWay(preview, undefined) ? "previewed" : "refused"] += 1;
        counts.components += content.components.length;
        const unread = facts.unread.map(({ what }) => `could not read ${what}`);
        expectFound(content, preview);
        told.push(...[...faults(content, preview), ...unread].map((fault) => `${entry.file} ${fault}`));
      }
    } finally {
      await sandbox.close();
    }
    process.stdout.write(`packages: ${JSON.stringify(counts)}\n`);
    expect(told.slice(0, 20)).toEqual([]);
    expect(Math.min(counts.previewed, counts.refused)).toBeGreaterThan(0);
    expect(counts.components).toBeGreaterThan(10_000);
  }, 300_000);
});
