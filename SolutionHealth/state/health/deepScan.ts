import { valueOf } from "../../domain/health/fact";
import type { HealthFacts } from "../../domain/health/healthFacts";
import { toFailure } from "../failure";
import { solutionStamps } from "../overrides/overrideEntries";
import type { HealthBoard } from "./healthBoard";
import type { OverrideFacts } from "./overrideFacts";
import type { DeepReader } from "./ports";

/** Deep parts that are read here; overrides are scanned by their own store. */
const OWN_DEEP_PARTS = ["dependencies", "unmanaged", "stacks"] as const;

/** What is also known better after a deep scan: how parts that are off were shipped. */
const REFINED_PARTS = ["steps", "processes", "serviceRules"] as const;

/** Reads the deep parts one after the other, on request; what was read holds until a solution changes. */
export class DeepScan {
  private current: AbortController | undefined;
  /** Version and time of update of all solutions, as of the last scan. */
  private stamp: string | undefined;

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
    this.stamp = this.stampOfAll();
    this.board.note({ deep: { status: "reading", part: "overrides" } });
    await this.overrides.scan(own.signal);
    if (!own.signal.aborted) await this.readOwn(own);
    if (this.current !== own) return;
    this.current = undefined;
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

  /** Solutions have been read again: where they changed, what was found is not held to be true any more. */
  forgetOutdated(): void {
    if (this.current !== undefined || this.stamp === undefined || this.stamp === this.stampOfAll()) return;
    this.stamp = undefined;
    const { board } = this;
    board.setFacts(Object.fromEntries(OWN_DEEP_PARTS.map((part) => [part, { status: "notAsked" } as const])));
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
          if (isCurrent()) board.setFacts(pick(facts));
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

  private stampOfAll(): string {
    const stamps = [...solutionStamps(valueOf(this.board.facts().solutions) ?? [])];
    return JSON.stringify(stamps.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

const pick = (facts: HealthFacts): Partial<HealthFacts> =>
  Object.fromEntries([...OWN_DEEP_PARTS, ...REFINED_PARTS].map((part) => [part, facts[part]]));
