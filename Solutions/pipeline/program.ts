import { Command, CommanderError } from "commander";
import { ExitCode, type ExitCodeValue, messageOf, PipelineError } from "./errors";
import type { Outside } from "./outside/outside";
import { registerApply } from "./verbs/apply";
import { registerCheck } from "./verbs/check";
import { registerHealth } from "./verbs/health";
import { registerImport } from "./verbs/import";
import { registerOverrides } from "./verbs/overrides";
import { registerPack } from "./verbs/pack";
import { registerPreview } from "./verbs/preview";
import { registerRelease } from "./verbs/release";
import { registerUninstall } from "./verbs/uninstall";
import { registerUnpack } from "./verbs/unpack";
import type { Program, RegisterVerb } from "./verbs/verb";
import { registerVerify } from "./verbs/verify";

const EXIT_CODES = `
Exit codes:
  0    done
  1    done, and errors were found (verify, check), new overrides (overrides), something at risk (health), a
       --fail-on condition (preview), or something unexpected (uninstall)
  2    wrong verb, option or argument
  3    the source or the package is missing, unreadable or refused
  4    the target cannot be written; nothing was left half written
  5    signing in failed, or the environment cannot be reached
  6    the environment refused or failed the operation
  7    the operation was started, how it ended is not known: look before trying again; overrides,
       health, preview: nothing is known to be wrong, and not all could be read
  8    a needed tool or package is not installed
  9    the build failed
  10   health: something needs attention, nothing is at risk
  70   a fault of this program
  130  ended by Ctrl+C

Data goes to stdout, messages go to stderr.`;

const VERBS: readonly RegisterVerb[] = [
  registerPack,
  registerUnpack,
  registerVerify,
  registerCheck,
  registerPreview,
  registerImport,
  registerApply,
  registerUninstall,
  registerOverrides,
  registerHealth,
  registerRelease,
];

/**
 * Runs the command line.
 * @param args arguments after the program's name.
 * @returns the exit code; never throws.
 */
export async function runProgram(args: readonly string[], version: string, outside: Outside): Promise<number> {
  let exitCode: number = ExitCode.ok;
  const finish = (code: ExitCodeValue): void => {
    exitCode = code;
  };
  try {
    await createCommand(outside, { version, finish }).parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (thrown) {
    return reportFailure(thrown, args.includes("--json"), outside);
  }
}

function createCommand(outside: Outside, program: Program): Command {
  const root = new Command("solution")
    .description("Packs, verifies, installs and releases solutions of Microsoft Dataverse.")
    .version(program.version)
    .exitOverride()
    .showHelpAfterError("Add --help for what this takes.")
    .configureOutput({
      writeOut: (text) => outside.output.write(text),
      writeErr: (text) => outside.logger.draw(text),
    })
    .addHelpText("after", EXIT_CODES);
  for (const register of VERBS) {
    // A command that is added, not made by its parent, does not inherit what was configured there.
    root.addCommand(register(outside, program).copyInheritedSettings(root).addHelpText("after", EXIT_CODES));
  }
  return root;
}

function reportFailure(thrown: unknown, json: boolean, outside: Outside): ExitCodeValue {
  if (thrown instanceof CommanderError) {
    // Commander has said it already; help and version arrive here too, with exit code 0.
    return thrown.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
  }
  const failure = outside.signal.aborted ? cancelled() : toPipelineError(thrown);
  if (json) {
    const { code, message, whatToDo, exitCode } = failure;
    outside.output.write(`${JSON.stringify({ error: { code, message, whatToDo, exitCode } }, undefined, 2)}\n`);
  }
  outside.logger.error(`${failure.message}\n${failure.whatToDo}`);
  return failure.exitCode;
}

function toPipelineError(thrown: unknown): PipelineError {
  if (thrown instanceof PipelineError) {
    return thrown;
  }
  return new PipelineError({
    code: "internal",
    message: `Something went wrong that should not have: ${messageOf(thrown)}`,
    whatToDo: "This is a fault of this program. Please report it together with the command that you ran.",
    exitCode: ExitCode.internal,
    cause: thrown,
  });
}

function cancelled(): PipelineError {
  return new PipelineError({
    code: "cancelled",
    message: "Cancelled.",
    whatToDo: "What was already started in an environment goes on there; look at its solution history.",
    exitCode: ExitCode.cancelled,
  });
}
