import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { readPackage } from "../../SolutionHealth/package/readPackage";

const CORPUS = join(__dirname, "../../../shared/corpus");

/** Real packages lie beside the project; a machine without them skips what needs them. */
export const hasCorpus = existsSync(join(CORPUS, "index.json"));

export interface CorpusEntry {
  readonly file: string;
  readonly size: number;
  readonly UniqueName: string;
  readonly Version: string;
  readonly Managed: "0" | "1";
}

const numbers = (version: string): number[] => version.split(".").map(Number);

function compare(a: CorpusEntry, b: CorpusEntry): number {
  const [left, right] = [numbers(a.Version), numbers(b.Version)];
  for (const index of [0, 1, 2, 3]) {
    const order = (left[index] ?? 0) - (right[index] ?? 0);
    if (order !== 0) return order;
  }
  return a.file < b.file ? -1 : 1;
}

/** Managed and unmanaged ones, in no order. @param largest bytes of a zip at most; any unless told */
export function corpusEntries(largest = Infinity): CorpusEntry[] {
  const entries = JSON.parse(readFileSync(join(CORPUS, "index.json"), "utf8")) as CorpusEntry[];
  return entries.filter(({ size }) => size <= largest);
}

/** Managed packages of one solution, oldest first. @param largest bytes of a zip at most; any unless told */
export function versionChains(largest = Infinity): CorpusEntry[][] {
  const chains = new Map<string, CorpusEntry[]>();
  for (const entry of corpusEntries(largest)) {
    if (entry.Managed !== "1") continue;
    chains.set(entry.UniqueName, [...(chains.get(entry.UniqueName) ?? []), entry]);
  }
  return [...chains.values()].filter(({ length }) => length > 1).map((chain) => chain.sort(compare));
}

export const corpusPackage = ({ file }: CorpusEntry): SolutionPackage =>
  readPackage(new Uint8Array(readFileSync(join(CORPUS, file))));
