import type { InstalledSolution } from "../../domain/model/solution";
import type { RollbackFacts } from "../../domain/rollbacks/rollbackFacts";

/** Managed solutions that stay and whose layer is the topmost of a dependent. */
export function blockingSolutions(
  { solutions, dependencies, stacks }: RollbackFacts,
  leaving: readonly InstalledSolution[],
): InstalledSolution[] {
  const names = new Set<string>();
  for (const { dependent } of dependencies) {
    const reading = stacks.get(dependent.key);
    const top = reading?.status === "read" ? reading.stack.layers[0] : undefined;
    if (top?.kind === "managed") names.add(top.solution);
  }
  return solutions.filter((solution) => names.has(solution.uniqueName) && !leaving.includes(solution));
}
