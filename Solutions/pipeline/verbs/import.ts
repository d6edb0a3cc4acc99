import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { ImportRequest } from "../../../SolutionHealth/dataverse/operations/importRequest";
import { importSolutionAsync } from "../../../SolutionHealth/dataverse/operations/importSolutionAsync";
import { stageAndUpgradeAsync } from "../../../SolutionHealth/dataverse/operations/stageAndUpgradeAsync";
import type { StartedJob } from "../../../SolutionHealth/dataverse/operations/startedJob";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import { connect, type ConnectionParameters } from "../connect/connect";
import { reportImportResult } from "../connect/importResult";
import { followJob } from "../connect/jobs";
import { findLostImport } from "../connect/lostImport";
import { readSourceFile } from "../files/readSource";
import { IMPORT_WAYS, type ImportWay, refuseImpossibleWay } from "../connect/importWay";
import type { Outside } from "../outside/outside";
import { readSolutionPackage } from "../packer/readSolutionPackage";
import { type EnvironmentOptions, withEnvironmentOptions } from "./environmentOptions";
import type { RegisterVerb } from "./verb";

export interface ImportParameters extends ConnectionParameters {
  readonly zipFile: string;
  readonly as: ImportWay;
  /** Removes unmanaged changes of the components in the package. */
  readonly overwrite: boolean;
  /** Follows the import to its end and reads its result. */
  readonly wait: boolean;
}

/** What became of an import. */
export interface ImportOutcome {
  readonly solution: string;
  readonly version: string;
  readonly importJobId: string;
  /** Undefined where the answer to the import got lost and it was found by its import job. */
  readonly asyncOperationId: string | undefined;
  readonly status: "started" | "succeeded";
  readonly warnings: readonly string[];
}

/**
 * Imports a package. The request is sent once; if its answer gets lost, the import is looked up by its own id.
 * @throws PipelineError
 */
export async function importPackage(parameters: ImportParameters, outside: Outside): Promise<ImportOutcome> {
  const bytes = await readSourceFile(resolve(outside.workingDir, parameters.zipFile));
  const { manifest } = readSolutionPackage(bytes);
  refuseImpossibleWay(parameters.as, manifest);
  const transport = await connect(parameters, outside);
  const doing = `Importing ${manifest.uniqueName} ${manifest.version}`;
  const request = {
    customizationFile: Buffer.from(bytes).toString("base64"),
    importJobId: randomUUID(),
    overwriteUnmanagedCustomizations: parameters.overwrite,
    publishWorkflows: true,
  };
  const outcome = { solution: manifest.uniqueName, version: manifest.version, importJobId: request.importJobId };
  const job = await start(parameters.as, request, transport, outside.signal).catch((thrown: unknown) =>
    findLostImport(thrown, request.importJobId, doing, transport, outside),
  );
  const asyncOperationId = job?.asyncOperationId;
  if (job && !parameters.wait) {
    outside.logger.info(`${doing} has been started.`);
    return { ...outcome, asyncOperationId, status: "started", warnings: [] };
  }
  if (job) {
    await followJob({ importJobId: request.importJobId, ...job }, doing, transport, outside);
  }
  const { warnings } = await reportImportResult(request.importJobId, doing, transport, outside);
  outside.logger.info(`${doing} succeeded.`);
  return { ...outcome, asyncOperationId, status: "succeeded", warnings };
}

function start(way: ImportWay, request: ImportRequest, transport: Transport, signal: AbortSignal): Promise<StartedJob> {
  return way === "upgrade"
    ? stageAndUpgradeAsync(request, transport, signal)
    : importSolutionAsync({ ...request, holdingSolution: way === "stage" }, transport, signal);
}

interface ImportOptions extends EnvironmentOptions {
  readonly as: ImportWay;
  readonly overwrite: boolean;
}

export const registerImport: RegisterVerb = (outside) =>
  withEnvironmentOptions(new Command("import"))
    .description("Import a package into an environment.")
    .argument("<zip>", "the package")
    .addOption(
      new Option(
        "--as <way>",
        "update keeps what the package no longer holds; upgrade deletes it, with its data; stage prepares an upgrade for apply",
      )
        .choices(IMPORT_WAYS)
        .default("update"),
    )
    .option("--overwrite", "remove unmanaged changes of the package's components; they do not come back", false)
    .action(async (zipFile: string, options: ImportOptions) => {
      const outcome = await importPackage({ ...options, zipFile }, outside);
      if (options.json) {
        outside.output.write(`${JSON.stringify(outcome, undefined, 2)}\n`);
      } else {
        outside.output.write(`${outcome.importJobId}\n`);
      }
    });
