import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import type { Row } from "../store/model";
import { utcText } from "./clock";
import { PlatformFault } from "./fault";
import type { ImportWarning } from "./importWarnings";
import { importJobData } from "./importJobData";
import { typeNumber, type Work } from "./work";

export interface ImportJobResult {
  readonly jobId: Guid;
  /** Undefined when the zip could not be read. */
  readonly content: SolutionPackage | undefined;
  readonly solutionId: Guid | null;
  readonly context: "ImportInstall" | "ImportUpgrade" | "ImportHolding";
  readonly fault?: PlatformFault | undefined;
  readonly warnings?: readonly ImportWarning[];
}

/**
 * Refuses a job id that was used before: the row's id is chosen by the client (§5.3).
 * @throws 0x80040237
 */
export function checkJobIsNew(work: Work, jobId: Guid): void {
  if (work.store.state.importJobs.some((job) => job.importjobid === jobId)) {
    throw new PlatformFault("0x80040237", "Cannot insert duplicate key.", 412);
  }
}

/** Writes the row of `importjobs` (§5.3). A failed one keeps the progress it had and names the component at fault. */
export function recordImportJob(work: Work, result: ImportJobResult, progress: number): void {
  const { state } = work.store;
  const ended = utcText(work.options.now());
  const numbers = (type: number | string): number => typeNumber(work.store, type);
  const row: Row = {
    importjobid: result.jobId,
    name: "Customizations",
    solutionname: result.content?.manifest.uniqueName ?? null,
    solutionid: result.solutionId,
    progress,
    startedon: work.at,
    completedon: ended,
    data: importJobData(result.content, {
      at: work.at,
      ended,
      progress,
      fault: result.fault,
      warnings: result.warnings ?? [],
      numbers,
    }),
    importcontext: result.context,
    operationcontext: "",
    createdon: work.at,
    modifiedon: ended,
    _createdby_value: work.caller.userId,
    _modifiedby_value: work.caller.userId,
    organizationid: state.organization.id,
  };
  state.importJobs = [...state.importJobs, row];
}
