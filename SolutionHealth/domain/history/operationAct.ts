import type { SolutionOperation } from "../model/operation";
import { patchedNameKey, upgradedNameKey } from "../solutions/solutionNames";
import { operationKind } from "./operationKind";

/** What was done, in the words of releases: how a solution came in, or that it went. */
export type OperationAct =
  | "install"
  | "update"
  | "upgrade"
  /** Import of the `…_Upgrade` row, to be applied later. */
  | "stage"
  /** A staged upgrade took the place of its base. */
  | "apply"
  | "patch"
  | "uninstall"
  /** An import of which the server does not say how. */
  | "import"
  | "other";

/** What one row of the history did. The words of the suboperation decide, its code is only a hint (fact sheet §5.1). */
export function operationAct(operation: SolutionOperation): OperationAct {
  const kind = operationKind(operation);
  if (kind !== "import") return kind;
  const { solutionUniqueName, patch } = operation;
  if (upgradedNameKey(solutionUniqueName) !== undefined) return "stage";
  if (patch === true || (patch === undefined && patchedNameKey(solutionUniqueName) !== undefined)) return "patch";
  return importAct(operation);
}

const WORDS: readonly (readonly [RegExp, OperationAct])[] = [
  [/upgrade|upgrad/i, "upgrade"],
  [/update|aktualis/i, "update"],
  [/new|install|neu\b/i, "install"],
];

/** Documented option values; other sources number them differently. */
const CODES: Readonly<Record<number, OperationAct>> = { 1: "install", 2: "upgrade", 3: "update" };

function importAct({ suboperation, suboperationCode }: SolutionOperation): OperationAct {
  const byWord = WORDS.find(([word]) => word.test(suboperation))?.[1];
  return byWord ?? (suboperation === "" ? (CODES[suboperationCode ?? -1] ?? "import") : "import");
}
