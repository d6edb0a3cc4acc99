import { operationKind } from "../history/operationKind";
import { solutionHistory } from "../history/solutionHistory";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { compareVersions } from "../version";

/** What to do about a staged upgrade that is still there, and why (§1.4). */
export interface HeldUpgrade {
  readonly solution: InstalledSolution;
  /** `uninstall`: it has to go before the next try; `apply`: apply it, or take it back; `look`: into the history first. */
  readonly advice: "wait" | "uninstall" | "apply" | "look";
  /** The reason of the advice. */
  readonly because: HeldReason;
}

/**
 * `running`: an operation on it or its base is under way; `notHigher`: its version is not higher than the base's, so it
 * cannot be applied; `failed`: the last operation failed and left it over; `unclear`: how the last one ended says
 * nothing about it; `historyUnread`; `staged`: nothing stands in its way.
 */
export type HeldReason = "running" | "notHigher" | "failed" | "unclear" | "historyUnread" | "staged";

const ADVICE: Readonly<Record<HeldReason, HeldUpgrade["advice"]>> = {
  running: "wait",
  notHigher: "uninstall",
  failed: "uninstall",
  unclear: "look",
  historyUnread: "look",
  staged: "apply",
};

/** Advice on a `…_Upgrade` row. @param history undefined where it was not read */
export function heldUpgrade(
  holding: InstalledSolution,
  base: InstalledSolution,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[] | undefined,
): HeldUpgrade {
  const [last] = solutionHistory(base, solutions, history ?? []).filter(({ role }) => role !== "patch");
  const because = reasonOf(holding, base, last?.operation, history !== undefined);
  return { solution: holding, advice: ADVICE[because], because };
}

function reasonOf(
  holding: InstalledSolution,
  base: InstalledSolution,
  last: SolutionOperation | undefined,
  known: boolean,
): HeldReason {
  if (last?.status === "running" || last?.status === "queued") return "running";
  if (compareVersions(holding.version, base.version) <= 0) return "notHigher";
  if (!known) return "historyUnread";
  if (last === undefined || last.result === "succeeded") return "staged";
  // Only what installs or removes can leave it over; a failed export, say, leaves it as it was.
  return last.result === "failed" && operationKind(last) !== "other" ? "failed" : "unclear";
}
