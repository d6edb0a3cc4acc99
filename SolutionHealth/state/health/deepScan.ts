import { agedFacts, changedSolutions } from "../../domain/health/agedFacts";
import { valueOf } from "../../domain/health/fact";
import type { HealthFacts } from "../../domain/health/healthFacts";
import type { InstalledSolution } from "../../domain/model/solution";
import { toFailure } from "../failure";
import type { HealthBoard } from "./healthBoard";
import type { OverrideFacts } from "./overrideFacts";
import type { DeepReader } from "./ports";
import { ShippedMemory } from "./shippedMemory";

/** Deep parts that are read here; overrides are scanned by their own store. */
const OWN_DEEP_PARTS = ["dependencies", "unmanaged", "stacks"] as const;

/** Reads the deep parts one after the other, on request; what was read of a solution holds until that changes. */
export class DeepScan {
  private current: AbortController | undefined;
  /** The solutions as of the reading of what is held now; undefined where nothing is. */
  private solutions: readonly InstalledSolution[] | undefined;
  /** How parts that are off were shipped: known better after a scan. */
  readonly shipped = new ShippedMemory();

  constructor(
    private readonly board: HealthBoard,
    private readonly read: DeepReader,
    private readonly overrides: OverrideFacts,
    /** Told when all has been read. */
    private readonly onFinished: () => void,
  ) {}

  async run(): Promise<void> {
    if (this.current) return;
    const own = new AbortController();
    this.current = own;
    this.solutions = this.installed();
    this.board.note({ deep: { status: "reading", part: "overrides" } });
    await this.overrides.scan(own.signal);
    if (!own.signal.aborted) await this.readOwn(own);
    if (this.current !== own) return;
    this.current = undefined;
    // What changed while it ran may have been read before it changed.
    this.forgetOutdated(this.installed());
    this.board.settle();
    this.board.note({ deep: { status: own.signal.aborted ? "cancelled" : "finished" } });
    if (!own.signal.aborted) this.onFinished();
  }

  cancel(): void {
    this.current?.abort();
  }

  dispose(): void {
    const { current } = this;
    this.current = undefined;
    current?.abort();
  }

  /** Solutions have been read again: what was found of those that changed is not held to be true any more. */
  forgetOutdated(solutions: readonly InstalledSolution[]): void {
    const { board, current, solutions: before } = this;
    if (current !== undefined || before === undefined) return;
    const changed = changedSolutions(before, solutions);
    if (changed === undefined) return;
    this.solutions = solutions;
    this.shipped.forget(changed);
    board.setFacts(agedFacts(board.facts(), changed, solutions));
  }

  private async readOwn(own: AbortController): Promise<void> {
    const { board } = this;
    const isCurrent = (): boolean => this.current === own;
    try {
      await this.read(board.facts(), {
        signal: own.signal,
        onProgress: (part, done, total) => {
          if (isCurrent()) board.note({ deep: { status: "reading", part, done, total } });
        },
        onFacts: (facts) => {
          if (isCurrent()) this.take(facts);
        },
      });
    } catch (error) {
      // Given up by the person: what was read stays as it is.
      if (own.signal.aborted || !isCurrent()) return;
      const failure = toFailure(error);
      const failed = { status: "failed", failure, readAt: board.now() } as const;
      const unread = OWN_DEEP_PARTS.filter((part) => board.facts()[part].status !== "read");
      board.setFacts(Object.fromEntries(unread.map((part) => [part, failed])));
    }
  }

  /** The cheap parts may have been read again meanwhile. */
  private take(facts: HealthFacts): void {
    const { board, shipped } = this;
    shipped.learn(facts);
    const own = Object.fromEntries(OWN_DEEP_PARTS.map((part) => [part, facts[part]]));
    board.setFacts({ ...own, ...shipped.filled(board.facts()) });
  }

  private installed(): readonly InstalledSolution[] {
    return valueOf(this.board.facts().solutions) ?? [];
  }
}
