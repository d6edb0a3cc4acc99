import { resolve } from "node:path";
import { Command, Option } from "commander";
import { lintSource } from "../check/lintSource";
import { ExitCode, PipelineError } from "../errors";
import { readSourceFile } from "../files/readSource";
import { checkOnline } from "../pac/pacChecker";
import { exitCodeOf, reportFindings } from "../report/findings";
import type { RegisterVerb } from "./verb";

interface CheckOptions {
  readonly with: "embedded" | "pac";
  readonly environment?: string;
  readonly geo?: string;
  readonly out: string;
  readonly pac?: string;
  readonly json: boolean;
}

export const registerCheck: RegisterVerb = (outside, program) =>
  new Command("check")
    .description("Run the Power Apps checker's lint rules on the control's source, or the online checker on a package.")
    .argument("[zip]", "the package, for --with pac")
    .addOption(new Option("--with <checker>", "who checks").choices(["embedded", "pac"]).default("embedded"))
    .option("--environment <url>", "environment to sign in to, for --with pac")
    .option("--geo <region>", "region of the online checker, for --with pac (default: the environment's)")
    .option("--out <folder>", "where the online checker's reports go", "out/check")
    .option("--pac <path>", "the official CLI, for --with pac (default: found on PATH)")
    .option("--json", "print the findings as JSON", false)
    .action(async (zip: string | undefined, options: CheckOptions) => {
      if (options.with === "embedded") {
        const findings = await lintSource(outside);
        reportFindings(findings, "SolutionHealth (source)", options.json, outside);
        program.finish(exitCodeOf(findings));
        return;
      }
      const zipFile = resolve(outside.workingDir, required(zip, "the package to check"));
      await readSourceFile(zipFile);
      const environment = required(options.environment, "--environment");
      const reports = await checkOnline({ ...options, zipFile, environment }, outside);
      outside.output.write(options.json ? `${JSON.stringify({ reports }, undefined, 2)}\n` : `${reports.join("\n")}\n`);
    });

function required(value: string | undefined, what: string): string {
  if (value === undefined) {
    throw new PipelineError({
      code: "missingArgument",
      message: `check --with pac needs ${what}.`,
      whatToDo: "Write: check PACKAGE.zip --with pac --environment URL.",
      exitCode: ExitCode.usage,
    });
  }
  return value;
}
