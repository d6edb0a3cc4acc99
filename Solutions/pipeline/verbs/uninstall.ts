import { Command, Option } from "commander";
import { retrieveSolutions } from "../../../SolutionHealth/dataverse/retrieveSolutions";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { RollbackComparison } from "../../../SolutionHealth/domain/rollbacks/compareRollback";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { connect, type ConnectionParameters } from "../connect/connect";
import { toPipelineError } from "../connect/failures";
import { SIGN_IN_METHODS, type SignInMethod } from "../connect/signIn";
import type { Outside } from "../outside/outside";
import { rollbackText } from "../report/rollbackText";
import { previewExitCode, rollbackSummary } from "../report/rollbackSummary";
import { compareAfter, comparisonExitCode, comparisonLines } from "../rollback/compareAfter";
import { confirm } from "../rollback/confirmation";
import { readPreview } from "../rollback/readPreview";
import { saveReport } from "../rollback/reportFile";
import { requirePossible } from "../rollback/requirePossible";
import { runSteps } from "../rollback/runSteps";
import { findTargets } from "../rollback/targets";
import type { Program, RegisterVerb } from "./verb";

export interface PreviewParameters extends ConnectionParameters {
  readonly uniqueNames: readonly string[];
}

export interface UninstallParameters extends PreviewParameters {
  /** Unique names given in place of typing them. */
  readonly yes: readonly string[];
  readonly waitForLock: boolean;
  /** File for the report; a name of its own in the working folder without. */
  readonly report?: string | undefined;
  /** Told the preview before anything is asked. */
  readonly onPreview?: (preview: RollbackPreview) => void;
}

export interface UninstallOutcome {
  readonly status: "succeeded";
  /** Unique names, in the order in which they went; patches go with their base. */
  readonly uninstalled: readonly string[];
  readonly reportFile: string;
  readonly comparison: RollbackComparison;
}

/**
 * What uninstalling solutions would do. Reads only.
 * @throws PipelineError
 */
export async function previewUninstall(parameters: PreviewParameters, outside: Outside): Promise<RollbackPreview> {
  return readNamed(parameters, await connect(parameters, outside), outside);
}

/**
 * Uninstalls solutions with their patches, their components and their data: previewed first, confirmed by name, each
 * sent once, and compared with the preview afterwards.
 * @throws PipelineError
 */
export async function uninstall(parameters: UninstallParameters, outside: Outside): Promise<UninstallOutcome> {
  const transport = await connect(parameters, outside);
  const preview = await readNamed(parameters, transport, outside);
  parameters.onPreview?.(preview);
  requirePossible(preview);
  const reportFile = await saveReport(parameters.report, preview, parameters.environment, outside);
  await confirm(preview.targets, parameters.yes, outside);
  const uninstalled = await runSteps(preview, parameters.waitForLock, transport, outside);
  const comparison = await compareAfter(preview, transport, outside);
  return { status: "succeeded", uninstalled, reportFile, comparison };
}

async function readNamed(
  { uniqueNames }: PreviewParameters,
  transport: Transport,
  outside: Outside,
): Promise<RollbackPreview> {
  const solutions = await retrieveSolutions(transport, outside.signal).catch((thrown: unknown) => {
    throw toPipelineError(thrown, "Reading the solutions");
  });
  return readPreview(findTargets(uniqueNames, solutions), transport, outside);
}

interface UninstallOptions {
  readonly environment: string;
  readonly signIn?: SignInMethod;
  readonly preview: boolean;
  readonly json: boolean;
  readonly yes: readonly string[];
  readonly waitForLock: boolean;
  readonly report?: string;
}

const HELP = `
Without --preview: shows the preview, saves it as a report, asks for the unique name of each solution, uninstalls
them in the order of the preview, follows each to its end, reads again what is there and says what came out otherwise.
What the environment would refuse is not sent, and there is no way to force it.

Ends with
  0    uninstalled and found as the preview said; --preview: possible
  1    uninstalled, but something is otherwise than the preview said; --preview: blocked
  2    not confirmed
  6    refused: not installed, unmanaged, blocked, the environment is busy, or the uninstall failed
  7    how it ended is not known, or what is there now could not be read; --preview: could not be found out`;

export const registerUninstall: RegisterVerb = (outside, program) =>
  new Command("uninstall")
    .description("Uninstall solutions: their patches, their components and their data go with them. Previewed first.")
    .argument("<name...>", "unique names of managed solutions and patches")
    .requiredOption("--environment <url>", "address of the environment, e.g. https://contoso.crm4.dynamics.com")
    .addOption(new Option("--sign-in <method>", "how to sign in").choices(SIGN_IN_METHODS))
    .option("--preview", "only show what would happen", false)
    .addOption(new Option("--json", "print JSON").default(false).conflicts("markdown"))
    .option("--markdown", "print Markdown (default)")
    .option("--yes <name>", "confirm by unique name instead of typing it; once a solution", collect, [])
    .option("--wait-for-lock", "wait while another solution operation runs", false)
    .option("--report <file>", "where to save the preview: .md, .json or .csv (default: a name of its own here)")
    .addHelpText("after", HELP)
    .action(async (uniqueNames: string[], options: UninstallOptions) => {
      if (options.preview) await showPreview({ ...options, uniqueNames }, outside, program);
      else await carryOut({ ...options, uniqueNames }, outside, program);
    });

const collect = (name: string, names: readonly string[]): readonly string[] => [...names, name];

type NamedOptions = UninstallOptions & { readonly uniqueNames: readonly string[] };

async function showPreview(options: NamedOptions, outside: Outside, program: Program): Promise<void> {
  const preview = await previewUninstall(options, outside);
  const { json, report, environment } = options;
  outside.output.write(rollbackText(preview, json ? "json" : "markdown", environment));
  if (report !== undefined) await saveReport(report, preview, environment, outside);
  outside.logger.info(rollbackSummary(preview));
  program.finish(previewExitCode(preview));
}

async function carryOut(options: NamedOptions, outside: Outside, program: Program): Promise<void> {
  const { json, environment } = options;
  let shown: RollbackPreview | undefined;
  const onPreview = (preview: RollbackPreview): void => {
    shown = preview;
    if (!json) outside.output.write(rollbackText(preview, "markdown", environment));
    outside.logger.info(rollbackSummary(preview));
  };
  const { comparison } = await uninstall({ ...options, onPreview }, outside);
  if (json && shown) outside.output.write(rollbackText(shown, "json", environment, comparison));
  else outside.output.write(`\n${comparisonLines(comparison).join("\n")}\n`);
  program.finish(comparisonExitCode(comparison));
}
