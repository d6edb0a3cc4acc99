import type { OperationGroup } from "../history/operationGroups";
import { broughtVersion, isUninstall } from "./solutionOperations";

/** Imports one after the other that went well, with nothing uninstalled between. @param groups newest first */
export function importSteps(groups: readonly OperationGroup[]): { before: OperationGroup; after: OperationGroup }[] {
  const steps: { before: OperationGroup; after: OperationGroup }[] = [];
  let after: OperationGroup | undefined;
  for (const group of groups) {
    if (isUninstall(group)) after = undefined;
    if (!broughtVersion(group)) continue;
    if (after) steps.push({ before: group, after });
    after = group;
  }
  return steps;
}
