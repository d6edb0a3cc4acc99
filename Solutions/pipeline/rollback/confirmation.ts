import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import { ExitCode, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";

/**
 * Has every solution that goes named once more, letter by letter: by `--yes`, or typed on the terminal.
 * @param yes names given on the command line
 * @throws PipelineError `notConfirmed`: nothing was changed
 */
export async function confirm(
  targets: readonly InstalledSolution[],
  yes: readonly string[],
  { host, signal, logger }: Outside,
): Promise<void> {
  const names = targets.map(({ uniqueName }) => uniqueName);
  const stranger = yes.find((name) => !names.includes(name));
  if (stranger !== undefined) throw notConfirmed(`--yes ${stranger} names none of ${names.join(", ")}.`);
  const open = names.filter((name) => !yes.includes(name));
  if (open.length > 0) logger.info("Uninstalling cannot be cancelled once it has been started, and cannot be undone.");
  for (const name of open) {
    const typed = await host.askLine(`Type the unique name ${name} to uninstall it: `, signal);
    if (typed === undefined) {
      throw notConfirmed(`Nobody is there to confirm that ${name} is to be uninstalled.`);
    }
    if (typed.trim() !== name) throw notConfirmed(`"${typed.trim()}" is not ${name}.`);
  }
}

const notConfirmed = (reason: string): PipelineError =>
  new PipelineError({
    code: "notConfirmed",
    message: `${reason} Nothing was changed.`,
    whatToDo: "Type the unique name exactly as the environment has it, or give it with --yes NAME, once a solution.",
    exitCode: ExitCode.usage,
  });
