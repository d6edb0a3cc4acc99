import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import { nameKey } from "../../../SolutionHealth/domain/solutions/solutionNames";
import { ExitCode, PipelineError } from "../errors";

/**
 * The installed solutions of these unique names, each once, in the order given.
 * @throws PipelineError `notInstalled`
 */
export function findTargets(
  uniqueNames: readonly string[],
  solutions: readonly InstalledSolution[],
): InstalledSolution[] {
  const byName = new Map(solutions.map((solution) => [nameKey(solution.uniqueName), solution]));
  const found = uniqueNames.map((uniqueName) => {
    const solution = byName.get(nameKey(uniqueName));
    if (solution) return solution;
    throw new PipelineError({
      code: "notInstalled",
      message: `There is no solution ${uniqueName} in this environment.`,
      whatToDo: "Give the unique name, not the display name; the app and the maker portal show both.",
      exitCode: ExitCode.refused,
    });
  });
  return [...new Set(found)];
}
