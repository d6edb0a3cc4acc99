import { basename, resolve } from "node:path";
import { Command } from "commander";
import { readSourceFile } from "../files/readSource";
import type { Outside } from "../outside/outside";
import { exitCodeOf, reportFindings } from "../report/findings";
import type { Finding } from "../verify/finding";
import { verifyPackage } from "../verify/verifyPackage";
import type { RegisterVerb } from "./verb";

export interface VerifyParameters {
  readonly zipFile: string;
}

/**
 * Checks whether a package is sound.
 * @throws PipelineError when the file itself cannot be read; what is wrong inside it is a finding.
 */
export async function verify({ zipFile }: VerifyParameters, outside: Pick<Outside, "workingDir">): Promise<Finding[]> {
  return verifyPackage(await readSourceFile(resolve(outside.workingDir, zipFile)));
}

export const registerVerify: RegisterVerb = (outside, program) =>
  new Command("verify")
    .description("Check whether a package is sound: entries, XML, components, control, app, sizes.")
    .argument("<zip>", "the package")
    .option("--json", "print the findings as JSON", false)
    .action(async (zipFile: string, { json }: { json: boolean }) => {
      const findings = await verify({ zipFile }, outside);
      reportFindings(findings, basename(zipFile), json, outside);
      program.finish(exitCodeOf(findings));
    });
