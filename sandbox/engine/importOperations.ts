import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { PackageError } from "../../SolutionHealth/package/errors";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import type { ImportRequest } from "./contract";
import { PlatformFault } from "./fault";
import { unreadablePackage } from "./faults";
import { aboutPackage, aboutSolution, Operation, recordHistory, Suboperation, type HistorySubject } from "./history";
import { checkJobIsNew, recordImportJob, type ImportJobResult } from "./importJob";
import { importPackage, type ImportMode } from "./importSolution";
import { importWarnings } from "./importWarnings";
import { holdingName } from "./layers";
import { baseOfPatch } from "./patchRules";
import { promote } from "./promote";
import type { Work } from "./work";

export type Way = "import" | "stage" | "upgrade";

interface Result {
  readonly solutionId: Guid;
  readonly history: readonly HistorySubject[];
}

/**
 * Runs an import with all that surrounds it: reads the zip, works in a transaction, and writes the history and the
 * import job whether it succeeds or not.
 */
export function runImport(work: Work, request: ImportRequest, way: Way): { solutionId: Guid } {
  checkJobIsNew(work, request.importJobId);
  let reached = 0;
  const watched: Work = {
    ...work,
    progress: (percent, phase) => {
      reached = percent;
      work.progress(percent, phase);
    },
  };
  const content = readPackageOf(watched, request);
  const job = { jobId: request.importJobId, content, context: contextOf(watched, content, way) };
  const lead = leadOf(watched, content, request, way);
  try {
    const result = work.store.transaction(() => carryOut(watched, content, request, way, lead));
    for (const subject of result.history) recordHistory(watched, subject);
    const warnings = importWarnings(work.store, content.components);
    recordImportJob(watched, { ...job, solutionId: result.solutionId, warnings }, work.options.finalProgress);
    return { solutionId: result.solutionId };
  } catch (error) {
    const fault = asFault(error);
    recordHistory(watched, lead, fault);
    recordImportJob(watched, { ...job, solutionId: null, fault }, reached);
    throw fault;
  }
}

/**
 * Ends an import that broke off on its way, of no fault of the package: nothing is changed, import job and history tell
 * of it.
 * @param progress that it had reached, 0 to 100
 */
export function breakOff(work: Work, request: ImportRequest, way: Way, fault: PlatformFault, progress: number): void {
  checkJobIsNew(work, request.importJobId);
  const content = readPackageOf(work, request);
  recordHistory(work, leadOf(work, content, request, way), fault);
  const context = contextOf(work, content, way);
  recordImportJob(work, { jobId: request.importJobId, content, context, solutionId: null, fault }, progress);
}

/**
 * What the history says of an import that is about to run; undefined for a zip that cannot be read, of which the import
 * itself then tells.
 */
export function announcedImport(work: Work, request: ImportRequest, way: Way): HistorySubject | undefined {
  try {
    return leadOf(work, work.options.read(request.content), request, way);
  } catch {
    return undefined;
  }
}

/** An unreadable zip has no name to write a history row under: only its import job says what happened. */
function readPackageOf(work: Work, request: ImportRequest): SolutionPackage {
  try {
    return work.options.read(request.content);
  } catch (error) {
    const fault = asFault(error);
    recordImportJob(
      work,
      { jobId: request.importJobId, content: undefined, solutionId: null, context: "ImportInstall", fault },
      0,
    );
    throw fault;
  }
}

function carryOut(
  work: Work,
  content: SolutionPackage,
  request: ImportRequest,
  way: Way,
  lead: HistorySubject,
): Result {
  const { store } = work;
  const staging = isStaging(work, content, way);
  const mode: ImportMode = staging || way === "stage" ? "holding" : "plain";
  const solution = importPackage(work, content, request, mode);
  const { operation, suboperation, overwrite } = lead;
  const first = aboutSolution(store, solution, { operation, suboperation, overwrite });
  if (way !== "upgrade" || !staging) {
    work.progress(100, "done");
    return { solutionId: solution.id, history: [first] };
  }
  const { solution: promoted, history } = upgradeIn(work, content);
  return { solutionId: promoted.id, history: [first, ...history] };
}

/** The platform says in which of its two steps a one-step upgrade failed (§8.3). */
function upgradeIn(work: Work, { manifest }: SolutionPackage): ReturnType<typeof promote> {
  try {
    return promote(work, manifest.uniqueName);
  } catch (error) {
    const fault = asFault(error);
    throw new PlatformFault(
      fault.code,
      `Solution Upgrade action failed after import as holding. InnerException is: ${fault.message}`,
      fault.status,
      fault.place,
      { cause: fault },
    );
  }
}

/** Whether there is something to upgrade: without it the package is simply installed (§6.4). Patches never are. */
function isStaging(work: Work, { manifest }: SolutionPackage, way: Way): boolean {
  if (way === "import" || baseOfPatch(manifest) !== undefined) return false;
  return work.store.solutionNamed(manifest.uniqueName) !== undefined;
}

function leadOf(work: Work, content: SolutionPackage, request: ImportRequest, way: Way): HistorySubject {
  const { manifest } = content;
  const installed = work.store.solutionNamed(manifest.uniqueName) !== undefined;
  const staging = isStaging(work, content, way);
  const suboperation = staging ? Suboperation.Upgrade : installed ? Suboperation.Update : Suboperation.New;
  return aboutPackage(work.store, manifest, staging ? holdingName(manifest.uniqueName) : manifest.uniqueName, {
    operation: Operation.Import,
    suboperation,
    overwrite: request.overwriteUnmanagedCustomizations,
    patch: baseOfPatch(manifest) !== undefined,
  });
}

function contextOf(work: Work, content: SolutionPackage, way: Way): ImportJobResult["context"] {
  if (isStaging(work, content, way)) return "ImportHolding";
  return work.store.solutionNamed(content.manifest.uniqueName) ? "ImportUpgrade" : "ImportInstall";
}

/** Errors of the reader become the platform's; anything else is a defect here and is reported as such. */
export function asFault(error: unknown): PlatformFault {
  if (error instanceof PlatformFault) return error;
  if (error instanceof PackageError) return unreadablePackage(error);
  const message = error instanceof Error ? error.message : String(error);
  return new PlatformFault("0x80040216", `An unexpected error occurred. ${message}`, 500, undefined, { cause: error });
}
