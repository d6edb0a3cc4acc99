import { agedOverrides, changedSolutions } from "../../domain/health/agedFacts";
import type { OverrideScanResult } from "../../domain/health/deepFacts";
import { type Fact, readFact, valueOf } from "../../domain/health/fact";
import type { InstalledSolution } from "../../domain/model/solution";
import type { OverridesState, ScanState, UnreadPart } from "../overrides/model";
import type { HealthBoard } from "./healthBoard";
import type { HealthPorts } from "./ports";

/**
 * The overrides as a fact: what the overrides' own store has scanned, whoever asked it to. A scan of a few solutions
 * says nothing of the others, so only one of the whole environment counts. What it says of a solution holds until that
 * changes.
 */
export class OverrideFacts {
  private seen: OverridesState | undefined;
  private solutions: readonly InstalledSolution[] | undefined;
  /** Solutions that have changed since the last scan began, by lower-case unique name. */
  private changed = new Set<string>();
  private readonly stop: () => void;

  constructor(
    private readonly board: HealthBoard,
    private readonly store: HealthPorts["overrides"],
  ) {
    this.stop = store.subscribe(() => this.take());
    this.take();
  }

  /** Scans the whole environment, or follows a scan of it that runs already; ends when the scan does. */
  scan(signal: AbortSignal): Promise<void> {
    const { store } = this;
    const { scan } = store.getState();
    if (!isRunning(scan) || scan.scope?.kind !== "environment") store.scan({ kind: "environment" });
    return new Promise((resolve) => {
      const stop = store.subscribe(() => check());
      const cancel = (): void => store.cancel();
      signal.addEventListener("abort", cancel);
      const check = (): void => {
        const now = store.getState().scan;
        if (isRunning(now)) return this.tell(now);
        stop();
        signal.removeEventListener("abort", cancel);
        resolve();
      };
      check();
    });
  }

  /** Solutions have been read again. */
  forgetOutdated(solutions: readonly InstalledSolution[]): void {
    const { board, solutions: before } = this;
    this.solutions = solutions;
    const changed = before && changedSolutions(before, solutions);
    if (changed === undefined) return;
    for (const name of changed.names) this.changed.add(name);
    const { overrides } = board.facts();
    if (overrides.status !== "read") return;
    board.setFacts({ overrides: readFact(agedOverrides(overrides.value, changed.names), overrides.readAt) });
  }

  dispose(): void {
    this.stop();
  }

  private tell({ progress }: ScanState): void {
    const numbers = progress ? { done: progress.done, total: progress.total } : {};
    this.board.note({ deep: { status: "reading", part: "overrides", ...numbers } });
  }

  private take(): void {
    const state = this.store.getState();
    const before = this.seen;
    // While a scan runs, rows change often and say nothing final.
    if (before?.scan === state.scan && before.rows === state.rows) return;
    this.seen = state;
    if (before?.scan.startedAt?.getTime() !== state.scan.startedAt?.getTime()) this.changed = new Set();
    const fact = this.fact(state);
    if (fact) this.board.setFacts({ overrides: fact });
  }

  private fact(state: OverridesState): Fact<OverrideScanResult> | undefined {
    const { board, changed } = this;
    const fact = toFact(state, board.facts().overrides, valueOf(board.facts().solutions) ?? []);
    if (fact?.status !== "read" || changed.size === 0) return fact;
    return readFact(agedOverrides(fact.value, changed), fact.readAt);
  }
}

const isRunning = ({ status }: ScanState): boolean => status === "running";

/** @returns undefined where nothing has changed that counts */
function toFact(
  { scan, rows }: OverridesState,
  before: Fact<OverrideScanResult>,
  solutions: readonly InstalledSolution[],
): Fact<OverrideScanResult> | undefined {
  if (scan.scope?.kind !== "environment") return undefined;
  const readAt = scan.endedAt ?? new Date(0);
  switch (scan.status) {
    case "finished":
      return readFact({ rows, unread: scan.unread.map((part) => uniqueNameOf(part, solutions)) }, readAt);
    case "failed":
      return scan.failure && { status: "failed", failure: scan.failure, readAt };
    case "running":
      // What was read before stays until its successor is whole.
      return before.status === "read" ? undefined : { status: "reading" };
    case "paused":
      return before.status === "reading" ? { status: "notAsked" } : undefined;
    case "idle":
      return undefined;
  }
}

const uniqueNameOf = ({ solutionId, solutionName }: UnreadPart, solutions: readonly InstalledSolution[]): string =>
  solutions.find(({ id }) => id === solutionId)?.uniqueName ?? solutionName;
