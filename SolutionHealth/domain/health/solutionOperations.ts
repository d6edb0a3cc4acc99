import { DAY } from "../history/filterOperations";
import { groupOperations, type OperationGroup } from "../history/operationGroups";
import type { OperationAct } from "../history/operationAct";
import type { SolutionOperation } from "../model/operation";
import { nameKey, upgradedNameKey } from "../solutions/solutionNames";

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

/** What a solution went through: a version of it came, or it was uninstalled. */
export interface Turn {
  readonly group: OperationGroup;
  readonly turn: "came" | "went";
}

/**
 * The turns of one solution, newest first. Staging and applying are two halves of one upgrade: the version is told by the
 * former, and came where the latter followed. Taking a staged upgrade back is no turn.
 * @param groups newest first
 */
export function turnsOf(groups: readonly OperationGroup[]): readonly Turn[] {
  const done = groups.filter(({ act, result }) => result === "succeeded" && act !== "other");
  return done.flatMap((group, at) => {
    const turn = turnOf(group, done[at + 1], done[at - 1]);
    return turn ? [{ group, turn }] : [];
  });
}

const IMPORTS: ReadonlySet<OperationAct> = new Set<OperationAct>(["install", "update", "upgrade", "import"]);

function turnOf(
  group: OperationGroup,
  earlier: OperationGroup | undefined,
  later: OperationGroup | undefined,
): Turn["turn"] | undefined {
  if (IMPORTS.has(group.act)) return "came";
  if (group.act === "stage") return later && isApplication(later, group) ? "came" : undefined;
  return isUninstall(group) && !isApplication(group, earlier) ? "went" : undefined;
}

/**
 * Whether a staged upgrade was applied. That is written as an uninstall of the base, in words that are not known for
 * certain (fact sheet §5.1 [?]): one that speaks of an upgrade, or that comes right after the staging.
 */
const isApplication = (group: OperationGroup, earlier: OperationGroup | undefined): boolean =>
  group.act === "apply" ||
  (isUninstall(group) &&
    (earlier?.act === "stage" || group.steps.some(({ suboperation }) => /upgrad/i.test(suboperation))));

/** Not of the `…_Upgrade`, which takes back what was staged. */
const isUninstall = ({ act, head }: OperationGroup): boolean =>
  act === "uninstall" && upgradedNameKey(head.solutionUniqueName) === undefined;
