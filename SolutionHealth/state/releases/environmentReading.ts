import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import type { ReleaseFacts } from "../../domain/releases/releaseFacts";
import { toFailure } from "../failure";
import type { Cell } from "../overrides/cell";
import type { PreviewState, ReleaseState } from "./model";
import type { ReleasePorts } from "./ports";

/** What the environment has to say about the packages, read once and judged for each choice. */
export class EnvironmentReading {
  private facts: ReleaseFacts | undefined;
  private cost = { calls: 0, duration: 0 };
  private reading: AbortController | undefined;

  constructor(
    private readonly cell: Cell<ReleaseState>,
    private readonly ports: ReleasePorts,
  ) {}

  /** Whether exactly these packages have been judged. */
  covers(packages: readonly IncomingPackage[]): boolean {
    const judged = this.facts?.packages.map((known) => known.package) ?? [];
    return packages.length === judged.length && packages.every((found) => judged.includes(found));
  }

  async read(packages: readonly IncomingPackage[]): Promise<void> {
    this.reading?.abort();
    this.facts = undefined;
    if (packages.length === 0) {
      this.put({ status: "idle" });
      return;
    }
    const own = new AbortController();
    this.reading = own;
    const { clock, callsMade, work } = this.ports;
    const from = { calls: callsMade(), at: clock.now() };
    const isCurrent = (): boolean => this.reading === own && !own.signal.aborted;
    const calls = (): number => callsMade() - from.calls;
    this.put({ status: "reading", progress: { stage: "solution", done: 0, total: 0, calls: 0 } });
    try {
      const facts = await work.read(packages, {
        signal: own.signal,
        onProgress: (stage, done, total) => {
          if (isCurrent()) this.put({ status: "reading", progress: { stage, done, total, calls: calls() } });
        },
      });
      if (!isCurrent()) return;
      this.facts = facts;
      this.cost = { calls: calls(), duration: clock.now() - from.at };
      this.judge();
    } catch (error) {
      if (isCurrent()) this.put({ status: "failed", failure: toFailure(error) });
    }
  }

  /** The rules are cheap and read nothing: they are asked again for each choice. */
  judge(): void {
    if (!this.facts) return;
    const { overwrite } = this.cell.get().choice;
    const preview = this.ports.work.preview(this.facts, { overwrite });
    this.put({ status: "ready", preview, facts: this.facts, cost: this.cost });
  }

  cancel(): void {
    if (this.cell.get().preview.status !== "reading") return;
    this.reading?.abort();
    this.put({ status: "idle" });
  }

  dispose(): void {
    this.reading?.abort();
  }

  private put(preview: PreviewState): void {
    this.cell.update({ preview });
  }
}
