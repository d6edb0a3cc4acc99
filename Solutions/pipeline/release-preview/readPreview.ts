import { resolve } from "node:path";
import { countReleaseData } from "../../../SolutionHealth/dataverse/releases/countReleaseData";
import { readRelease } from "../../../SolutionHealth/dataverse/releases/readRelease";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { IncomingPackage } from "../../../SolutionHealth/domain/releases/incomingPackage";
import { judgedWay } from "../../../SolutionHealth/domain/releases/judgedWay";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import type {
  PackagePreview,
  ReleasePreview,
  ReleaseWay,
  WayPreview,
} from "../../../SolutionHealth/domain/releases/releasePreview";
import type { ReleaseReadingStage } from "../../../SolutionHealth/domain/releases/releaseStage";
import { PackageError } from "../../../SolutionHealth/package/errors";
import { openPackage } from "../../../SolutionHealth/package/openPackage";
import { toPipelineError } from "../connect/failures";
import { ExitCode, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import { createProgress, type Progress } from "../outside/progress";
import { unreadablePackage } from "../packer/packagingFailure";
import { withFile } from "./fileSource";

const STAGES: Readonly<Record<ReleaseReadingStage, string>> = {
  solution: "Reading the solutions",
  presence: "Looking for what comes in",
  members: "Reading what is installed",
  holders: "Reading who else holds it",
  layers: "Reading layers",
  dependencies: "Reading what stands in the way",
};

/**
 * Reads the packages, large contents left where they are.
 * @throws PipelineError `sourceMissing`, `sourceUnreadable`, the code of a PackageError, `samePackage`
 */
export async function readPackages(paths: readonly string[], outside: Outside): Promise<readonly IncomingPackage[]> {
  const packages: IncomingPackage[] = [];
  for (const path of paths) {
    const read = await withFile(resolve(outside.workingDir, path), (source) =>
      openPackage(source, { signal: outside.signal }),
    ).catch((cause: unknown) => {
      throw cause instanceof PackageError ? unreadablePackage(cause, path) : cause;
    });
    const { uniqueName } = read.manifest;
    const twin = packages.find((other) => other.manifest.uniqueName.toLowerCase() === uniqueName.toLowerCase());
    if (twin) throw samePackage(uniqueName, twin.fileName, read.fileName);
    packages.push(read);
  }
  return packages;
}

function samePackage(uniqueName: string, first: string, second: string): PipelineError {
  return new PipelineError({
    code: "samePackage",
    message: `${first} and ${second} both hold the solution ${uniqueName}.`,
    whatToDo: "Give one package a solution: a release has one version of each.",
    exitCode: ExitCode.input,
  });
}

/**
 * What the packages would do, with the data that the asked way would delete. Reads only.
 * @throws PipelineError
 */
export async function readPreview(
  packages: readonly IncomingPackage[],
  { as, overwrite }: { readonly as?: ReleaseWay | undefined; readonly overwrite: boolean },
  transport: Transport,
  outside: Outside,
): Promise<ReleasePreview> {
  const progress = createProgress(outside);
  const { signal } = outside;
  try {
    const facts = await readRelease(packages, transport, {
      signal,
      onProgress: (stage, done, total) => progress.report(share(done, total), STAGES[stage]),
    });
    const preview = previewRelease(facts, { overwrite });
    const counted: PackagePreview[] = [];
    for (const one of preview.packages)
      counted.push(await withData(one, judgedWay(one, as), transport, progress, signal));
    signal.throwIfAborted();
    return { ...preview, packages: counted };
  } catch (thrown) {
    throw toPipelineError(thrown, "Reading the preview");
  } finally {
    progress.close();
  }
}

async function withData(
  preview: PackagePreview,
  way: WayPreview | undefined,
  transport: Transport,
  progress: Progress,
  signal: AbortSignal,
): Promise<PackagePreview> {
  if (way === undefined || way.counts.deleted === 0) return preview;
  const data = await countReleaseData(way.fates, transport, {
    signal,
    onProgress: (_data, done, total) => progress.report(share(done, total), "Counting rows and values"),
  });
  return { ...preview, data: { [way.way]: data } };
}

const share = (done: number, total: number): number | undefined => (total > 0 ? (100 * done) / total : undefined);
