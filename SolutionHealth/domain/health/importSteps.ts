import type { OperationGroup } from "../history/operationGroups";
import { turnsOf } from "./solutionOperations";

/** Imports one after the other that went well, with nothing uninstalled between. @param groups newest first */
export function importSteps(groups: readonly OperationGroup[]): { before: OperationGroup; after: OperationGroup }[] {
  const steps: { before: OperationGroup; after: OperationGroup }[] = [];
  let after: OperationGroup | undefined;
  for (const { group, turn } of turnsOf(groups)) {
    if (turn === "came" && after) steps.push({ before: group, after });
    after = turn === "came" ? group : undefined;
  }
  return steps;
}
