import { groupOperations, type OperationGroup } from "../history/operationGroups";
import { operationKind } from "../history/operationKind";
import { solutionHistory } from "../history/solutionHistory";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { nameKey } from "./solutionNames";

/** A patch that is not installed any more. */
export interface GonePatch {
  readonly uniqueName: string;
  readonly name: string;
  readonly version: string;
  /**
   * `rolledUp`: an upgrade of its base took it in (§1.5); `withBase`: it went when its base was uninstalled, which has
   * been installed again since; `unknown`: the history holds its import, and nothing that would have removed it.
   */
  readonly how: "rolledUp" | "uninstalled" | "withBase" | "unknown";
  readonly on?: Date;
}

/** Patches of a solution that the history knows and that are not installed now, the last one gone first. */
export function gonePatches(
  solution: InstalledSolution,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[],
): GonePatch[] {
  const installed = new Set(solutions.map(({ uniqueName }) => nameKey(uniqueName)));
  const groups = groupOperations(history);
  const lastWords = new Map<string, GonePatch>();
  for (const { operation, role } of solutionHistory(solution, solutions, history)) {
    const { solutionUniqueName: uniqueName, solutionName: name, version } = operation;
    const key = nameKey(uniqueName);
    if (role !== "patch" || !tells(operation) || installed.has(key) || lastWords.has(key)) continue;
    lastWords.set(key, { uniqueName, name, version, ...leaving(operation, solution, groups) });
  }
  return [...lastWords.values()];
}

/** What failed has done nothing, and tells nothing. */
const tells = (operation: SolutionOperation): boolean =>
  operation.result === "succeeded" && operationKind(operation) !== "other";

type Leaving = Pick<GonePatch, "how" | "on">;

/**
 * How a patch went, by its last row in the history. Whether an upgrade writes a row for each patch that it rolls up is
 * not documented (§5.1 [?]): where it does not, what was done to the base afterwards tells.
 */
function leaving(last: SolutionOperation, base: InstalledSolution, groups: readonly OperationGroup[]): Leaving {
  if (operationKind(last) === "uninstall") {
    const own = groups.find(({ steps }) => steps.includes(last));
    return { how: own ? removalBy(own, base) : "uninstalled", ...at(last.endedOn) };
  }
  const later = groups.filter((group) => isOf(base, group) && group.result === "succeeded" && isAfter(group, last));
  const cause = later.reverse().find((group) => isUpgrade(group) || group.act === "uninstall");
  if (!cause) return { how: "unknown" };
  return { how: isUpgrade(cause) ? "rolledUp" : "withBase", ...at(cause.endedOn) };
}

function removalBy(group: OperationGroup, base: InstalledSolution): GonePatch["how"] {
  if (isUpgrade(group)) return "rolledUp";
  return isOf(base, group) ? "withBase" : "uninstalled";
}

/** Applying a staged upgrade is written as uninstalls of what it replaces, whose suboperation names the upgrade. */
const isUpgrade = ({ act, steps }: OperationGroup): boolean =>
  act === "upgrade" ||
  act === "apply" ||
  (act === "uninstall" && steps.some(({ suboperation }) => /upgrad/i.test(suboperation)));

const isOf = (base: InstalledSolution, { solution }: OperationGroup): boolean =>
  nameKey(solution) === nameKey(base.uniqueName);

const isAfter = ({ startedOn }: OperationGroup, other: SolutionOperation): boolean =>
  startedOn !== undefined && other.startedOn !== undefined && startedOn > other.startedOn;

const at = (on: Date | undefined): Pick<GonePatch, "on"> => (on ? { on } : {});
