import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import type { FolderMapping } from "../../Solutions/pipeline/layout/sourceFiles";
import { unpackPackage } from "../../Solutions/pipeline/layout/unpack";
import { stageFolder } from "../../Solutions/pipeline/pac/stageFolder";
import { runChild, type ChildReport } from "./child/runChild";
import { atLeast, type Figure, type Findings } from "./measurement";
import { runPac, type Command } from "./pac";
import { best, summarise } from "./statistics";

const RUNS = 5;
const MB = 1_000_000;

/** What is packed and unpacked: a folder with what belongs into it, or a package. */
export type Subject = { readonly name: string; readonly managed: boolean } & (
  { readonly folder: string; readonly mappings: readonly FolderMapping[] } | { readonly zip: string }
);

/** The same solution as both. */
interface Prepared {
  readonly name: string;
  readonly managed: boolean;
  readonly folder: string;
  readonly mappings: readonly FolderMapping[];
  readonly zip: string;
  /** The folder with all that belongs into it in place, since pac knows no mappings of this kind. */
  readonly complete: string;
}

/** One run of ours, in whatever place is its own, and pac's run of the same. */
interface Contest {
  readonly name: string;
  own(place: string): Promise<ChildReport<"pack" | "unpack">>;
  pac(place: string, command: Command): Promise<number>;
}

/** Packs and unpacks the subject; ours and pac take turns, so that the machine's mood is the same for both. */
export async function measurePacking(
  subject: Subject,
  workspace: string,
  pac: Command | undefined,
): Promise<Required<Pick<Findings, "figures" | "missing">>> {
  mkdirSync(workspace, { recursive: true });
  const prepared = await prepare(subject, workspace);
  const parts = [
    await contest(packing(prepared), join(workspace, "pack"), pac),
    await contest(unpacking(prepared), join(workspace, "unpack"), pac),
  ];
  return { figures: parts.flatMap(({ figures }) => figures), missing: parts.flatMap(({ missing }) => missing) };
}

async function prepare(subject: Subject, workspace: string): Promise<Prepared> {
  const { name, managed } = subject;
  const complete = join(workspace, "complete");
  if ("zip" in subject) {
    await unpackPackage(readFileSync(subject.zip), complete);
    return { name, managed, folder: complete, mappings: [], zip: subject.zip, complete };
  }
  const { folder, mappings } = subject;
  const zip = join(workspace, "source.zip");
  writeFileSync(zip, await packFolder(folder, { managed, mappings }));
  await stageFolder({ folder, mappings, version: undefined }, complete);
  return { name, managed, folder, mappings, zip, complete };
}

const packing = ({ name, managed, folder, mappings, complete }: Prepared): Contest => ({
  name: `pack ${name}`,
  own: (place) => runChild("pack", { folder, managed, mappings, zip: `${place}.zip` }),
  pac: (place, command) =>
    runPac(command, { verb: "pack", folder: complete, zip: `${place}.zip`, managed }, `${place}.log`),
});

const unpacking = ({ name, managed, zip }: Prepared): Contest => ({
  name: `unpack ${name}`,
  own: (place) => runChild("unpack", { zip, folder: place }),
  pac: (place, command) => runPac(command, { verb: "unpack", zip, folder: place, managed }, `${place}.log`),
});

async function contest(
  { name, own, pac }: Contest,
  workspace: string,
  command: Command | undefined,
): Promise<{ figures: Figure[]; missing: string[] }> {
  mkdirSync(workspace);
  const ours: Awaited<ReturnType<typeof own>>[] = [];
  const theirs: number[] = [];
  let refusal: string | undefined;
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await own(join(workspace, `own${run}`)));
    if (!command || refusal !== undefined) continue;
    try {
      theirs.push(await pac(join(workspace, `pac${run}`), command));
    } catch (error) {
      refusal = `pac: ${name}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  const figures = [...ownFigures(name, ours), ...(refusal === undefined ? pacFigures(ours, theirs) : [])];
  return { figures, missing: refusal === undefined ? [] : [refusal] };
}

function ownFigures(name: string, runs: readonly ChildReport<"pack" | "unpack">[]): Figure[] {
  const leanest = best(runs, ({ memory }) => memory.peak).memory;
  return [
    { name, value: summarise(runs.map(({ time }) => time)).min, unit: "ms", runs: runs.length },
    { name: "  peak memory", value: leanest.peak / MB, unit: "MB", runs: runs.length },
    { name: "    of it: before the work", value: leanest.before / MB, unit: "MB", runs: runs.length },
    { name: "  whole process", value: fastestProcess(runs), unit: "ms", runs: runs.length },
  ];
}

/** Whole processes are compared: pac can be called in no other way. */
function pacFigures(ours: readonly ChildReport<"pack" | "unpack">[], theirs: readonly number[]): Figure[] {
  if (theirs.length === 0) return [];
  const { min, count } = summarise(theirs);
  return [
    { name: "  whole process of pac", value: min, unit: "ms", runs: count },
    {
      name: "  pac's time as a multiple",
      value: min / fastestProcess(ours),
      unit: "times",
      aim: atLeast(1),
      runs: count,
    },
  ];
}

const fastestProcess = (runs: readonly ChildReport<"pack" | "unpack">[]): number =>
  summarise(runs.map(({ processTime }) => processTime)).min;
