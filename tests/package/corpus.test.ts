import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { openPackage } from "../../SolutionHealth/package/openPackage";
import { sourceOfBytes } from "../../SolutionHealth/package/reading/fileSource";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import type { SolutionPackage } from "../../SolutionHealth/package/model";

/** Real exported solutions; they lie beside the repository and are no part of it. */
const CORPUS = resolve(__dirname, "../../../shared/corpus");

interface CorpusEntry {
  readonly file: string;
  readonly UniqueName: string;
  readonly Version: string;
  readonly Managed: string;
  readonly missingDependencies: number;
  readonly rootComponents: Readonly<Record<string, number>>;
}

const index = resolve(CORPUS, "index.json");
const corpus = existsSync(index) ? (JSON.parse(readFileSync(index, "utf8")) as CorpusEntry[]) : [];

function rootsByType(read: SolutionPackage): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type, root } of read.components) if (root) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function duplicateKeys(read: SolutionPackage): string[] {
  const keys = read.components.map((one) => `${String(one.type)}|${one.key}`);
  return keys.filter((key, place) => keys.indexOf(key) !== place);
}

/** Both readers answer the same, `partial` included. */
function answerOf({ manifest, components, entries, partial }: SolutionPackage): string {
  return JSON.stringify({ manifest, components, entries, partial });
}

const describeCorpus = corpus.length > 0 ? describe : describe.skip;
describeCorpus(`readPackage on ${String(corpus.length)} real packages`, () => {
  const totals: Record<string, number> = {};

  it.each(corpus.map((entry) => [entry.file, entry] as const))(
    "reads %s",
    async (file, entry) => {
      const bytes = readFileSync(resolve(CORPUS, file));
      const read = readPackage(bytes);
      for (const { type } of read.components) totals[type] = (totals[type] ?? 0) + 1;
      expect(rootsByType(read)).toEqual(entry.rootComponents);
      expect(read.manifest).toMatchObject({
        uniqueName: entry.UniqueName,
        version: entry.Version,
        managed: entry.Managed === "1",
      });
      expect(read.manifest.missingDependencies).toHaveLength(entry.missingDependencies);
      expect(new Set(duplicateKeys(read))).toEqual(new Set());
      // Large contents are read as well, since the other reader inflates them when their property is looked at.
      const opened = await openPackage(sourceOfBytes(bytes, file), { limits: { eagerBytes: bytes.length * 100 } });
      expect(opened).toMatchObject({ fileName: file, size: bytes.length });
      expect(answerOf(opened)).toBe(answerOf(read));
      // The largest takes some seconds, many on a machine that is busy.
    },
    300_000,
  );

  afterAll(() => {
    process.stdout.write(`Components read, by type: ${JSON.stringify(totals)}\n`);
  });
});

if (corpus.length === 0) {
  it.skip("reads 223 real packages: skipped, since they are not beside the repository", () => undefined);
}
