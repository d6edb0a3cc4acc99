import { DAY } from "../history/filterOperations";
import { groupOperations, type OperationGroup } from "../history/operationGroups";
import type { SolutionOperation } from "../model/operation";
import { nameKey } from "../solutions/solutionNames";

/** The operations of each solution by lower-case unique name, newest first. Those of `…_Upgrade` are its base's. */
export function operationsBySolution(
  history: readonly SolutionOperation[],
): ReadonlyMap<string, readonly OperationGroup[]> {
  const found = new Map<string, OperationGroup[]>();
  for (const group of groupOperations(history)) {
    const key = nameKey(group.solution);
    const known = found.get(key);
    if (known) known.push(group);
    else found.set(key, [group]);
  }
  return found;
}

/** Whether it began in the last so many days. What has no start is not told. */
export const isWithin = ({ startedOn }: OperationGroup, days: number, now: Date): boolean =>
  startedOn !== undefined && now.getTime() - startedOn.getTime() <= days * DAY;

/** An import that brought a version and went well. Staging and applying are two halves of one, told by the latter. */
export const broughtVersion = ({ act, result }: OperationGroup): boolean =>
  result === "succeeded" && (act === "install" || act === "update" || act === "upgrade" || act === "import");

/** An uninstall that somebody wanted: applying a staged upgrade is written as one too (fact sheet §5.1). */
export const isUninstall = ({ act, steps, result }: OperationGroup): boolean =>
  act === "uninstall" && result === "succeeded" && !steps.some(({ suboperation }) => /upgrad/i.test(suboperation));
