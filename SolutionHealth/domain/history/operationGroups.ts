import { EMPTY_GUID } from "../model/guid";
import type { SolutionOperation } from "../model/operation";
import { nameKey, patchedNameKey, upgradedNameKey } from "../solutions/solutionNames";
import { byStartNewestFirst } from "./historyIndex";
import { operationAct, type OperationAct } from "./operationAct";
import { operationKind } from "./operationKind";

/** What one request did: an upgrade writes several rows, and so does the uninstall of a base with patches. */
export interface OperationGroup {
  /** Id of its first row. */
  readonly key: string;
  readonly act: OperationAct;
  /** The row that names it: that of the solution itself, not of its patches or its `…_Upgrade`. */
  readonly head: SolutionOperation;
  /** Unique name of the solution meant, without `_Upgrade`. */
  readonly solution: string;
  /** The version that came, or of an uninstall that which went. Rows of an upgrade have both. */
  readonly version: string;
  /** All rows, oldest first. */
  readonly steps: readonly SolutionOperation[];
  readonly result: SolutionOperation["result"];
  readonly startedOn?: Date;
  /** Undefined while a row has not ended. */
  readonly endedOn?: Date;
  /** The first row that failed. */
  readonly failed?: SolutionOperation;
}

/**
 * The history as requests, newest first. Rows belong together by their correlation, else by their job (fact sheet §5.1).
 * Two requests of one solution share neither; what has no ids stands for itself.
 */
export function groupOperations(history: readonly SolutionOperation[]): OperationGroup[] {
  const groups = new Map<string, SolutionOperation[]>();
  for (const operation of [...history].sort(byStartNewestFirst)) {
    const key = groupKey(operation);
    groups.set(key, [operation, ...(groups.get(key) ?? [])]);
  }
  return [...groups.values()]
    .flatMap(byFamily)
    .map(toGroup)
    .sort((a, b) => byStartNewestFirst(a.head, b.head));
}

function groupKey({ id, correlationId, activityId }: SolutionOperation): string {
  const known = [correlationId, activityId].find((other) => other !== undefined && other !== EMPTY_GUID);
  return known ?? id;
}

/** A release of several solutions may share a correlation: each solution is an operation of its own. */
function byFamily(rows: SolutionOperation[]): SolutionOperation[][] {
  const bases = new Set(rows.filter(({ patch }) => patch !== true).map(solutionKey));
  if (bases.size <= 1) return [rows];
  const families = new Map<string, SolutionOperation[]>();
  for (const row of rows) families.set(familyKey(row), [...(families.get(familyKey(row)) ?? []), row]);
  return [...families.values()];
}

const familyKey = (row: SolutionOperation): string =>
  (row.patch === true ? patchedNameKey(row.solutionUniqueName) : undefined) ?? solutionKey(row);

const solutionKey = ({ solutionUniqueName }: SolutionOperation): string =>
  upgradedNameKey(solutionUniqueName) ?? nameKey(solutionUniqueName);

function toGroup(steps: readonly SolutionOperation[]): OperationGroup {
  const head = headOf(steps);
  const [first = head] = steps;
  const failed = steps.find(({ result }) => result === "failed");
  const ends = steps.map(({ endedOn }) => endedOn?.getTime());
  const last = ends.every((end) => end !== undefined) ? new Date(Math.max(...ends)) : undefined;
  return {
    key: first.id,
    act: actOf(steps, head),
    head,
    solution: head.solutionUniqueName.replace(/_upgrade$/i, (suffix) =>
      upgradedNameKey(head.solutionUniqueName) === undefined ? suffix : "",
    ),
    version: versionOf(steps, head),
    steps,
    result: resultOf(steps),
    ...(first.startedOn && { startedOn: first.startedOn }),
    ...(last && { endedOn: last }),
    ...(failed && { failed }),
  };
}

/** The solution itself before its `…_Upgrade`, that before patches. */
function headOf(steps: readonly SolutionOperation[]): SolutionOperation {
  const rank = (operation: SolutionOperation): number => {
    if (operation.patch === true) return 2;
    return upgradedNameKey(operation.solutionUniqueName) === undefined ? 0 : 1;
  };
  const [head] = [...steps].sort((a, b) => rank(a) - rank(b));
  if (!head) throw new Error("A group of the history has a row");
  return head;
}

/** An upgrade writes rows of what came and of what it replaced: the latter are no news. */
function versionOf(steps: readonly SolutionOperation[], head: SolutionOperation): string {
  const isOfPatch = head.patch === true;
  const came = steps.find((step) => (step.patch === true) === isOfPatch && operationKind(step) === "import");
  return (came ?? head).version;
}

function actOf(steps: readonly SolutionOperation[], head: SolutionOperation): OperationAct {
  const acts = new Set(steps.map(operationAct));
  if (steps.length === 1 || acts.size === 1) return operationAct(head);
  // Rows of the new version and rows of what it replaced.
  if (acts.has("uninstall")) return acts.has("stage") || acts.has("upgrade") ? "upgrade" : "apply";
  return acts.has("stage") ? "upgrade" : operationAct(head);
}

function resultOf(steps: readonly SolutionOperation[]): SolutionOperation["result"] {
  const results = new Set(steps.map(({ result }) => result));
  const worst = (["failed", "running", "unknown"] as const).find((result) => results.has(result));
  return worst ?? "succeeded";
}
