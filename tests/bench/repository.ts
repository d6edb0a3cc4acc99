import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildControlIfNeeded } from "../../sandbox/start/buildControl";

export const root = resolve(__dirname, "..", "..");

/** Real exported solutions; they lie beside the repository and are no part of it. */
const corpus = resolve(root, "..", "shared", "corpus");

export interface CorpusPackage {
  readonly uniqueName: string;
  readonly managed: boolean;
  readonly customizationsBytes: number;
  /** Absolute path of the zip. */
  readonly path: string;
}

interface IndexEntry {
  readonly file: string;
  readonly UniqueName: string;
  readonly Managed: string;
  readonly customizationsBytes: number;
}

/** The real packages, those with the most customizations first; none where the folder is absent. */
export function corpusPackages(): CorpusPackage[] {
  const index = join(corpus, "index.json");
  if (!existsSync(index)) return [];
  return (JSON.parse(readFileSync(index, "utf8")) as IndexEntry[])
    .map(({ file, UniqueName, Managed, customizationsBytes }) => ({
      uniqueName: UniqueName,
      managed: Managed === "1",
      customizationsBytes,
      path: join(corpus, file),
    }))
    .sort((a, b) => b.customizationsBytes - a.customizationsBytes);
}

export const CORPUS_ABSENT = "Skipped: the folder of real packages (../shared/corpus) is not beside the repository.";

let built = false;

/**
 * Builds the production control unless what was built is newer than its sources; once, so that all measurements of one
 * run are of the same bundle.
 * @returns the folder it lies in
 */
export function builtControl(): string {
  if (!built) buildControlIfNeeded(root);
  built = true;
  return join(root, "out", "controls", "SolutionHealth");
}
