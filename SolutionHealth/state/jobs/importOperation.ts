import { deleteAndPromoteAsync } from "../../dataverse/operations/deleteAndPromoteAsync";
import type { ImportRequest } from "../../dataverse/operations/importRequest";
import { importSolutionAsync } from "../../dataverse/operations/importSolutionAsync";
import { retrieveImportJob } from "../../dataverse/operations/retrieveImportJob";
import { retrieveSolutionByName } from "../../dataverse/operations/retrieveSolutionByName";
import { retrieveSolutionImportResult } from "../../dataverse/operations/retrieveSolutionImportResult";
import { stageAndUpgradeAsync } from "../../dataverse/operations/stageAndUpgradeAsync";
import { holdingName } from "../../domain/solutions/solutionNames";
import { compareVersions } from "../../domain/version";
import type { Failure } from "../model";
import { readImportOutcome } from "./importOutcome";
import type { ImportTarget } from "./model";
import { known } from "./operationEffect";
import type { Operation } from "./operationJob";
import type { JobsPorts } from "./ports";

/**
 * Importing a package: as it is, upgrading in one step, or staging it beside the installed solution. Done when the
 * solution has the package's version and the import job says that it is through.
 */
export function importOperation(target: ImportTarget, request: ImportRequest): Operation {
  const { uniqueName, way } = target;
  const { importJobId } = request;
  return {
    kind: way === "upgrade" ? "upgrade" : "import",
    names: [uniqueName, holdingName(uniqueName)],
    send: ({ transport }) =>
      way === "upgrade"
        ? stageAndUpgradeAsync(request, transport)
        : importSolutionAsync({ ...request, holdingSolution: way === "stage" }, transport),
    look: (ports, signal) => lookForImport(target, importJobId, ports, signal),
    progress: async ({ transport }, signal) => {
      const job = await known(retrieveImportJob(importJobId, transport, signal));
      return job ? { progress: job.progress } : {};
    },
    conclude: async (ports, signal) => ({ outcome: await readImportOutcome(importJobId, ports, signal) }),
  };
}

async function lookForImport(
  { uniqueName, version, way }: ImportTarget,
  importJobId: string,
  ports: JobsPorts,
  signal: AbortSignal,
): Promise<"done" | Failure | undefined> {
  const { transport } = ports;
  const name = way === "stage" ? holdingName(uniqueName) : uniqueName;
  const [solution, job] = await Promise.all([
    retrieveSolutionByName(name, transport, signal),
    // Who may not see import jobs has to go by the version alone.
    known(retrieveImportJob(importJobId, transport, signal).then((found) => found ?? "none")),
  ]);
  const through = job === undefined || (job !== "none" && job.completedOn !== undefined);
  if (!through) return undefined;
  const isThere = solution !== undefined && compareVersions(solution.version, version) === 0;
  // An upgrade in one step still has to be applied after its import job is through.
  if (job === undefined || way === "upgrade") return isThere ? "done" : undefined;
  return (await failedImport(importJobId, ports, signal)) ?? (isThere ? "done" : undefined);
}

/**
 * The import job is through: its result says that it failed, and why. The version may be there all the same: the same one
 * may have been there before.
 */
async function failedImport(
  importJobId: string,
  { transport }: JobsPorts,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const result = await known(retrieveSolutionImportResult(importJobId, transport, signal));
  const status = result?.status.toLowerCase();
  if (!result || status === "passed" || (result.errors.length === 0 && status !== "failed")) return undefined;
  const serverText = result.errors.join(" ");
  return { kind: "server", retryable: false, ...(serverText !== "" && { serverText }) };
}

/** Applying a staged upgrade: done when nothing is staged any more and the solution has the staged version. */
export const applyOperation = ({ uniqueName, version }: Omit<ImportTarget, "way">): Operation => ({
  kind: "applyUpgrade",
  names: [uniqueName, holdingName(uniqueName)],
  send: ({ transport }) => deleteAndPromoteAsync(uniqueName, transport),
  look: async ({ transport }, signal) => {
    const [staged, solution] = await Promise.all([
      retrieveSolutionByName(holdingName(uniqueName), transport, signal),
      retrieveSolutionByName(uniqueName, transport, signal),
    ]);
    return !staged && solution && compareVersions(solution.version, version) === 0 ? "done" : undefined;
  },
});
