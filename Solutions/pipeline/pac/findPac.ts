import { access, constants } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { ExitCode, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";

const NAMES = ["pac", "pac.exe", "pac.cmd"];

/**
 * Finds the official CLI: where the person says, else on PATH.
 * @param given path from the command line.
 * @returns absolute path.
 * @throws PipelineError `pacMissing`.
 */
export async function findPac(
  given: string | undefined,
  { environment, workingDir }: Pick<Outside, "environment" | "workingDir">,
): Promise<string> {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates =
    given === undefined
      ? folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
      : [resolve(workingDir, given)];
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) {
      return candidate;
    }
  }
  throw new PipelineError({
    code: "pacMissing",
    message:
      given === undefined ? "--with pac needs Microsoft's CLI pac, which is not on PATH." : `${given} is no program.`,
    whatToDo:
      "Install it with dotnet tool install --global Microsoft.PowerApps.CLI.Tool, or say where it is with --pac. Or leave --with away.",
    exitCode: ExitCode.missingTool,
  });
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
