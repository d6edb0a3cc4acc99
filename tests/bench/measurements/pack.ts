import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PackageError } from "../../../SolutionHealth/package/errors";
import { PackagingError } from "../../../Solutions/pipeline/layout/packagingError";
import { unpackFiles } from "../../../Solutions/pipeline/layout/unpack";
import { builtControls } from "../../../Solutions/pipeline/packer/builtControls";
import type { Findings, Measurement } from "../measurement";
import { builtControl, CORPUS_ABSENT, corpusPackages, root, type CorpusPackage } from "../repository";
import { pacCommand } from "../pac";
import { measurePacking, type Subject } from "../packing";

/** Packing and unpacking, each run in a process of its own, beside the official CLI where there is one. */
export const pack: Measurement = {
  name: "pack",
  title: "Pack and unpack",
  async measure() {
    builtControl();
    const workspace = mkdtempSync(join(tmpdir(), "bench-"));
    try {
      return await measureSubjects(workspace);
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  },
};

async function measureSubjects(workspace: string): Promise<Findings> {
  const pac = pacCommand(process.env.PAC);
  const largest = largestSupported();
  const subjects = [
    await fromFolder("Solutions/SolutionHealth"),
    await fromFolder("Solutions/Demo/Base"),
    ...(largest ? [fromPackage(largest)] : []),
  ];
  const parts: Findings[] = [];
  for (const subject of subjects) {
    parts.push(await measurePacking(subject, join(workspace, String(parts.length)), pac));
  }
  return {
    figures: parts.flatMap(({ figures }) => figures),
    notes: [
      "Fastest of the runs; memory of the leanest. Process: from its start to its end, loading included.",
      pac ? `pac: ${pac.join(" ")}` : "Not compared with pac: PAC names no command (e.g. PAC='dotnet /path/pac.dll').",
      largest ? `Largest real package that unpack supports: ${basename(largest.path)}` : withoutLargest(),
    ],
    missing: parts.flatMap(({ missing = [] }) => missing),
  };
}

async function fromFolder(path: string): Promise<Subject> {
  const folder = join(root, ...path.split("/"));
  return { name: path, managed: true, folder, mappings: await builtControls(folder, root) };
}

const fromPackage = ({ path, uniqueName, managed }: CorpusPackage): Subject => ({
  name: uniqueName,
  managed,
  zip: path,
});

const withoutLargest = (): string =>
  corpusPackages().length === 0 ? CORPUS_ABSENT : "Skipped: unpack supports none of the real packages.";

/** Packages of kinds that the layout does not know are refused, and passed over here. */
function largestSupported(): CorpusPackage | undefined {
  return corpusPackages().find(({ path }) => {
    try {
      unpackFiles(readFileSync(path));
      return true;
    } catch (error) {
      if (error instanceof PackagingError || error instanceof PackageError) return false;
      throw error;
    }
  });
}
