import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";

/**
 * What the cheap facts – the list of solutions and the history – say about a solution. `noProblemFound` is not
 * "healthy": only these facts were looked at. `unknown` is never shown as clean.
 */
export type SolutionState = "problem" | "running" | "unknown" | "noProblemFound";

/** Why a solution is in its state. Each kind has one state it leads to (`stateOfReason`). */
export type SolutionReason =
  | { readonly kind: "lastOperationFailed"; readonly operation: SolutionOperation }
  | { readonly kind: "operationRunning"; readonly operation: SolutionOperation }
  /** The last operation ended, but the server keeps no result of it. */
  | { readonly kind: "lastOperationUnclear"; readonly operation: SolutionOperation }
  | { readonly kind: "historyUnread" }
  /** A staged upgrade waits to be applied. */
  | { readonly kind: "upgradeWaiting"; readonly holding: InstalledSolution }
  /** The `_Upgrade` row remains after an upgrade that failed: uninstall it before trying again (fact sheet §1.4). */
  | { readonly kind: "upgradeLeftOver"; readonly holding: InstalledSolution }
  /** Named like a staged upgrade of a solution that is not installed. */
  | { readonly kind: "upgradeWithoutBase" }
  | { readonly kind: "patchWithoutBase" }
  /** Major and minor differ from the base's (§1.5). */
  | { readonly kind: "patchVersionMismatch"; readonly base: InstalledSolution }
  /** Not higher than its base: a later version of the base has overtaken it. */
  | { readonly kind: "patchSuperseded"; readonly base: InstalledSolution }
  /** Installed after a patch with a higher version (§1.5: later ones must be higher). */
  | { readonly kind: "patchOutOfOrder"; readonly higher: InstalledSolution };

export interface SolutionAssessment {
  readonly state: SolutionState;
  /** The ones that decide the state first; empty only for `noProblemFound`. */
  readonly reasons: readonly SolutionReason[];
  /** From when on operations are known; undefined when all are, or none. */
  readonly historySince?: Date;
}

/** From the state that matters most to the one that matters least. */
export const SOLUTION_STATES: readonly SolutionState[] = ["problem", "running", "unknown", "noProblemFound"];

function stateOfReason({ kind }: SolutionReason): SolutionState {
  if (kind === "operationRunning") return "running";
  return kind === "historyUnread" || kind === "lastOperationUnclear" ? "unknown" : "problem";
}

/** The assessment that reasons add up to. */
export function assess(reasons: readonly SolutionReason[], historySince?: Date): SolutionAssessment {
  const rank = (reason: SolutionReason): number => SOLUTION_STATES.indexOf(stateOfReason(reason));
  const ordered = [...reasons].sort((a, b) => rank(a) - rank(b));
  const state = ordered[0] ? stateOfReason(ordered[0]) : "noProblemFound";
  return { state, reasons: ordered, ...(historySince && { historySince }) };
}
