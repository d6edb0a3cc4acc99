import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import type { PartialFacts, ReleaseFacts } from "../../domain/releases/releaseFacts";
import { toFailure } from "../failure";
import type { Cell } from "../overrides/cell";
import type { OpenParts, PreviewState, ReleaseAnswer, ReleaseProgress, ReleaseState } from "./model";
import type { ReleasePorts } from "./ports";

/** What is known, and what is left open. */
interface Known {
  readonly facts: ReleaseFacts;
  readonly open?: OpenParts;
}

/** What the environment has to say about the packages, read once and judged for each choice. */
export class EnvironmentReading {
  private packages: readonly IncomingPackage[] = [];
  private known: Known | undefined;
  private cost = { calls: 0, duration: 0 };
  /** The reading under way, or what is known came of; undefined where none was begun, or it came to nothing. */
  private reading: AbortController | undefined;
  /** Undefined where nothing is being read. */
  private progress: ReleaseProgress | undefined;
  private early: ReleaseAnswer | undefined;
  private judging: AbortController | undefined;
  /** What a judgement under way is for. */
  private wished: boolean | undefined;

  constructor(
    private readonly cell: Cell<ReleaseState>,
    private readonly ports: ReleasePorts,
  ) {}

  /** Whether exactly these packages have been read for, or are being. */
  covers(packages: readonly IncomingPackage[]): boolean {
    const asked = this.reading ? this.packages : [];
    return packages.length === asked.length && packages.every((found) => asked.includes(found));
  }

  async read(packages: readonly IncomingPackage[]): Promise<void> {
    this.stop();
    this.known = undefined;
    this.early = undefined;
    await this.begin(packages);
  }

  /** Goes on where the reading was cancelled; what is known stays on the screen meanwhile. */
  async readRest(): Promise<void> {
    const { preview } = this.cell.get();
    if (preview.status !== "ready" || !this.known?.open) return;
    this.stop();
    this.early = preview;
    await this.begin(this.packages);
  }

  private async begin(packages: readonly IncomingPackage[]): Promise<void> {
    this.packages = packages;
    if (packages.length === 0) {
      this.put({ status: "idle" });
      return;
    }
    const own = new AbortController();
    this.reading = own;
    const { clock, callsMade } = this.ports;
    const from = { calls: callsMade(), at: clock.now() };
    const calls = (): number => callsMade() - from.calls;
    this.show({ stage: "solution", done: 0, total: 0, calls: 0 });
    try {
      const facts = await this.readAll(own, calls).catch((error: unknown) => {
        // Cancelled by the person: what was told until then is the answer.
        if (own.signal.aborted) return undefined;
        throw error;
      });
      if (this.reading !== own) return;
      if (facts) this.known = { facts };
      this.cost = { calls: calls(), duration: clock.now() - from.at };
      this.progress = undefined;
      await this.judge();
    } catch (error) {
      if (this.reading === own) this.fail(error);
    }
  }

  private readAll(own: AbortController, calls: () => number): Promise<ReleaseFacts> {
    return this.ports.work.read(this.packages, {
      signal: own.signal,
      known: this.known?.facts,
      onProgress: (stage, done, total) => {
        if (this.reading === own && !own.signal.aborted) this.show({ stage, done, total, calls: calls() });
      },
      onFacts: (facts) => {
        if (this.reading === own) this.take(facts);
      },
    });
  }

  /** What is known on the way. Less than is known already, of a reading that goes on, is not news. */
  private take(facts: PartialFacts): void {
    if (this.known && facts.packages.length < this.known.facts.packages.length) return;
    const packages = this.packages.length - facts.packages.length;
    const isOpen = facts.unread.some(({ what, why }) => what === "dependencies" && why.reason === "notRead");
    this.known = { facts, open: { components: facts.notRead, packages, ...(isOpen && { dependencies: true }) } };
    void this.judge();
  }

  private fail(error: unknown): void {
    this.stop();
    this.known = undefined;
    this.put({ status: "failed", failure: toFailure(error) });
  }

  /**
   * The rules read nothing: they are asked again for each choice. The choice is shown together with what comes of it, so
   * that no preview stands beside a choice that it is not about; the last choice counts. Never throws.
   */
  async judge(overwrite = this.wished ?? this.cell.get().choice.overwrite): Promise<void> {
    this.stopJudging();
    const { known } = this;
    if (!known) {
      this.choose(overwrite);
      return;
    }
    const own = new AbortController();
    this.judging = own;
    this.wished = overwrite;
    const { facts, open } = known;
    try {
      const preview = await this.ports.work.preview(facts, { overwrite }, own.signal);
      if (own.signal.aborted || this.known !== known) return;
      this.wished = undefined;
      this.choose(overwrite, { preview: this.stateWith({ preview, facts, ...(open && { open }) }) });
    } catch (error) {
      if (!own.signal.aborted) this.fail(error);
    }
  }

  private stateWith(answer: ReleaseAnswer): PreviewState {
    if (!this.progress) return { status: "ready", cost: this.cost, ...answer };
    this.early = answer;
    return { status: "reading", progress: this.progress, early: answer };
  }

  private show(progress: ReleaseProgress): void {
    this.progress = progress;
    this.put({ status: "reading", progress, ...(this.early && { early: this.early }) });
  }

  /** What is known is kept, and said to be a part. */
  cancel(): void {
    if (this.cell.get().preview.status !== "reading") return;
    if (this.known) {
      this.reading?.abort();
      return;
    }
    this.stop();
    this.put({ status: "idle" });
  }

  /** A judgement under way no longer counts. */
  stopJudging(): void {
    this.judging?.abort();
    this.wished = undefined;
  }

  dispose(): void {
    this.stop();
  }

  /** What the reading tells at its end is not news any more. */
  private stop(): void {
    const { reading } = this;
    this.reading = undefined;
    this.progress = undefined;
    reading?.abort();
    this.stopJudging();
  }

  private choose(overwrite: boolean, judged?: Pick<ReleaseState, "preview">): void {
    this.cell.update({ choice: { ...this.cell.get().choice, overwrite }, ...judged });
  }

  private put(preview: PreviewState): void {
    this.cell.update({ preview });
  }
}
