import { resolve } from "node:path";
import { Command, Option } from "commander";
import { retrieveSolutions } from "../../../SolutionHealth/dataverse/retrieveSolutions";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import { readAcceptedFile } from "../../../SolutionHealth/domain/overrides/acceptedFile";
import { FileFormatError } from "../../../SolutionHealth/domain/overrides/fileProblem";
import { countOverrides, isNew } from "../../../SolutionHealth/domain/overrides/listedOverride";
import { overridesCsv, overridesJson, overridesMarkdown } from "../../../SolutionHealth/domain/overrides/listText";
import { nameKey } from "../../../SolutionHealth/domain/solutions/solutionNames";
import { connect, type ConnectionParameters } from "../connect/connect";
import { toPipelineError } from "../connect/failures";
import { SIGN_IN_METHODS, type SignInMethod } from "../connect/signIn";
import { ExitCode, type ExitCodeValue, PipelineError } from "../errors";
import { readSourceFile } from "../files/readSource";
import type { Outside } from "../outside/outside";
import { listOverrides, type OverrideList } from "../report/overrideList";
import { OVERRIDE_WORDS } from "../report/overrideWords";
import type { RegisterVerb } from "./verb";

export interface OverridesParameters extends ConnectionParameters {
  /** Unique name of one solution; the whole environment without it. */
  readonly solution?: string | undefined;
  /** File of accepted overrides. */
  readonly accepted?: string | undefined;
}

const DOING = "Reading the overrides";

/**
 * Lists the overrides of an environment or of one solution. Reads only.
 * @throws PipelineError
 */
export async function overrides(parameters: OverridesParameters, outside: Outside): Promise<OverrideList> {
  // First what costs nothing: a wrong file must not be found out after a long scan.
  const accepted = await readAccepted(parameters.accepted, outside);
  const transport = await connect(parameters, outside);
  try {
    const solutions = await retrieveSolutions(transport, outside.signal);
    const scope = parameters.solution === undefined ? "environment" : [named(parameters.solution, solutions)];
    return await listOverrides(scope, solutions, accepted, transport, outside);
  } catch (thrown) {
    throw toPipelineError(thrown, DOING);
  }
}

/** 1 for new real overrides; 7 where there are none known, but something could not be read: that is not clean. */
export function exitCodeOf({ rows, unread }: OverrideList): ExitCodeValue {
  if (rows.some((row) => row.facts.state === "real" && isNew(row))) return ExitCode.findings;
  const open = unread.length > 0 || rows.some(({ facts }) => facts.state === "unknown");
  return open ? ExitCode.unknown : ExitCode.ok;
}

async function readAccepted(path: string | undefined, { workingDir }: Outside): Promise<readonly AcceptedOverride[]> {
  if (path === undefined) return [];
  const content = await readSourceFile(resolve(workingDir, path));
  try {
    return readAcceptedFile(Buffer.from(content).toString("utf8"));
  } catch (cause) {
    if (!(cause instanceof FileFormatError)) throw cause;
    throw new PipelineError({
      code: "acceptedFile",
      message: `${path} is no file of accepted overrides (${cause.message}).`,
      whatToDo: "Give a file that the overrides page has saved. Nothing was read from the environment.",
      exitCode: ExitCode.input,
      cause,
    });
  }
}

function named(uniqueName: string, solutions: readonly InstalledSolution[]): InstalledSolution {
  const found = solutions.find((solution) => solution.managed && nameKey(solution.uniqueName) === nameKey(uniqueName));
  if (found) return found;
  throw new PipelineError({
    code: "notInstalled",
    message: `There is no managed solution ${uniqueName} in this environment.`,
    whatToDo: "Give the unique name, not the display name; the app and the maker portal show both.",
    exitCode: ExitCode.refused,
  });
}

interface OverridesOptions {
  readonly environment: string;
  readonly signIn?: SignInMethod;
  readonly solution?: string;
  readonly accepted?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly markdown?: boolean;
}

function textOf(list: OverrideList, { json, csv, environment, solution }: OverridesOptions): string {
  const { rows, way, unread } = list;
  if (json) return overridesJson(rows, { environment, solution, way, unread });
  return csv ? overridesCsv(rows, OVERRIDE_WORDS) : overridesMarkdown(rows, OVERRIDE_WORDS);
}

function summaryOf({ rows, unread }: OverrideList): string {
  const counts = countOverrides(rows);
  const parts = [
    `${counts.real} real`,
    `${counts.stateOnly} state only`,
    `${counts.phantom} phantom`,
    `${counts.unknown} unknown`,
    `${counts.accepted} accepted`,
    `${counts.new} new`,
  ];
  return `${parts.join(", ")}${unread.length > 0 ? `; ${unread.length} parts could not be read` : ""}`;
}

export const registerOverrides: RegisterVerb = (outside, program) =>
  new Command("overrides")
    .description("List what was customized on top of managed solutions. Changes nothing; ends with 1 for new ones.")
    .requiredOption("--environment <url>", "address of the environment, e.g. https://contoso.crm4.dynamics.com")
    .addOption(new Option("--sign-in <method>", "how to sign in").choices(SIGN_IN_METHODS))
    .option("--solution <name>", "unique name of one solution (default: the whole environment)")
    .option("--accepted <file>", "accepted overrides, as the overrides page saves them")
    .addOption(new Option("--json", "print JSON, codes instead of words").conflicts(["csv", "markdown"]))
    .addOption(new Option("--csv", "print CSV").conflicts(["json", "markdown"]))
    .addOption(new Option("--markdown", "print a Markdown table (default)").conflicts(["json", "csv"]))
    .action(async (options: OverridesOptions) => {
      const list = await overrides(options, outside);
      outside.output.write(textOf(list, options));
      outside.logger.info(summaryOf(list));
      program.finish(exitCodeOf(list));
    });
