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
  private judging: AbortController | undefined;

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
    this.stop();
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
      await this.judge(this.cell.get().choice.overwrite);
    } catch (error) {
      if (isCurrent()) this.put({ status: "failed", failure: toFailure(error) });
    }
  }

  /**
   * The rules read nothing: they are asked again for each choice. The choice is shown together with what comes of it, so
   * that no preview stands beside a choice that it is not about; the last choice counts.
   */
  async judge(overwrite: boolean): Promise<void> {
    this.judging?.abort();
    const { facts, cost } = this;
    if (!facts) {
      this.choose(overwrite);
      return;
    }
    const own = new AbortController();
    this.judging = own;
    try {
      const preview = await this.ports.work.preview(facts, { overwrite }, own.signal);
      if (own.signal.aborted || this.facts !== facts) return;
      this.choose(overwrite, { preview: { status: "ready", preview, facts, cost } });
    } catch (error) {
      if (!own.signal.aborted) throw error;
    }
  }

  cancel(): void {
    if (this.cell.get().preview.status !== "reading") return;
    this.stop();
    this.put({ status: "idle" });
  }

  /** A judgement under way no longer counts. */
  stopJudging(): void {
    this.judging?.abort();
  }

  dispose(): void {
    this.stop();
  }

  private stop(): void {
    this.reading?.abort();
    this.stopJudging();
  }

  private choose(overwrite: boolean, judged?: Pick<ReleaseState, "preview">): void {
    this.cell.update({ choice: { ...this.cell.get().choice, overwrite }, ...judged });
  }

  private put(preview: PreviewState): void {
    this.cell.update({ preview });
  }
}
