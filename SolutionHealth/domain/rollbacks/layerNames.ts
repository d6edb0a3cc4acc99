import type { ComponentLayer } from "../layers/componentLayer";
import type { InstalledSolution } from "../model/solution";
import { nameKey, patchedNameKey, upgradedNameKey } from "../solutions/solutionNames";
import type { LayerName } from "./rollbackPreview";

/** Whose layers these are: names, publishers and families by the unique name that a layer bears. */
export interface LayerNames {
  nameOf(layer: Pick<ComponentLayer, "solution" | "publisher">): LayerName;
  nameOfSolution(solution: InstalledSolution): LayerName;
  /** Equal for two layers exactly if the same publisher made their solutions. */
  publisherOf(layer: Pick<ComponentLayer, "solution" | "publisher">): string;
  /** Equal for a base, its patches and its `_Upgrade` row: their layers stay together (fact sheet §8.1). */
  familyOf(uniqueName: string): string;
}

export function createLayerNames(solutions: readonly InstalledSolution[]): LayerNames {
  const byName = new Map(solutions.map((solution) => [nameKey(solution.uniqueName), solution]));
  const byId = new Map(solutions.map((solution) => [solution.id, solution]));
  const nameOfSolution = ({ uniqueName, displayName, publisher, version }: InstalledSolution): LayerName => ({
    solution: uniqueName,
    displayName,
    publisher: publisher.displayName,
    version,
  });
  return {
    nameOfSolution,
    nameOf: ({ solution, publisher }) => {
      const installed = byName.get(nameKey(solution));
      return installed ? nameOfSolution(installed) : { solution, displayName: solution, publisher };
    },
    // A layer whose solution is not in the list says at least how its publisher is called.
    publisherOf: ({ solution, publisher }) => byName.get(nameKey(solution))?.publisher.id ?? `name ${publisher}`,
    familyOf: (uniqueName) => {
      const installed = byName.get(nameKey(uniqueName));
      const parent = installed?.parentId === undefined ? undefined : byId.get(installed.parentId);
      if (parent) return nameKey(parent.uniqueName);
      const base = patchedNameKey(uniqueName) ?? upgradedNameKey(uniqueName);
      return base !== undefined && byName.has(base) ? base : nameKey(uniqueName);
    },
  };
}
