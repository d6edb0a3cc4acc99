import type { InstalledSolution } from "../model/solution";
import { type HeldUpgrade, heldUpgrade } from "../solutions/heldUpgrades";
import { toFamilies } from "../solutions/solutionFamilies";
import { valueOf } from "./fact";
import type { HealthFacts } from "./healthFacts";

export interface StagedUpgrade {
  readonly base: InstalledSolution;
  readonly held: HeldUpgrade;
}

/** Staged upgrades that are there, with what is to be done about them. Without the history there is less to say. */
export function stagedUpgrades(solutions: readonly InstalledSolution[], facts: HealthFacts): StagedUpgrade[] {
  const history = valueOf(facts.history);
  return toFamilies(solutions).flatMap(({ solution, holdings }) =>
    holdings.map((holding) => ({ base: solution, held: heldUpgrade(holding, solution, solutions, history) })),
  );
}
