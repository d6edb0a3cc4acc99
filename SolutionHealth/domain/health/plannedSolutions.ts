import type { InstalledSolution } from "../model/solution";
import { type MaintenancePlan, planKey, plansBySolution } from "../plan/maintenancePlan";
import { toFamilies } from "../solutions/solutionFamilies";
import { isOwn } from "./platformSolutions";

/** The solutions that are to have a plan, each with the one it has. Patches and staged upgrades go with their base. */
export function plannedSolutions(
  solutions: readonly InstalledSolution[],
  plans: readonly MaintenancePlan[],
): { readonly solution: InstalledSolution; readonly plan: MaintenancePlan | undefined }[] {
  const bySolution = plansBySolution(plans);
  return toFamilies(solutions)
    .filter(({ solution, kind }) => kind === "managed" && isOwn(solution))
    .map(({ solution }) => ({ solution, plan: bySolution.get(planKey(solution.uniqueName)) }));
}
