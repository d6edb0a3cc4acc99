import { DataverseError } from "../../dataverse/errors";
import { countData } from "../../dataverse/rollbacks/countData";
import { readAfter } from "../../dataverse/rollbacks/readAfter";
import { readRollback } from "../../dataverse/rollbacks/readRollback";
import type { Guid } from "../../domain/model/guid";
import { compareRollback } from "../../domain/rollbacks/compareRollback";
import { previewRollback } from "../../domain/rollbacks/previewRollback";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import { countAtRisk } from "../consequences/countAtRisk";
import { toFailure } from "../failure";
import { createCell } from "../overrides/cell";
import type { DataState, ReportFile, RollbackRun, RollbackState, RollbackStore } from "./model";
import type { RollbackPorts } from "./ports";
import { mayRun, runSteps, type RunEnd, stepsOf } from "./rollbackRun";

type Previewed = Extract<RollbackState, { status: "previewed" }>;

/** The store behind the rollback pages. One choice at a time; while its uninstall runs, no other takes its place. */
export function createRollbackStore(ports: RollbackPorts): RollbackStore {
  return new Rollback(ports);
}

class Rollback implements RollbackStore {
  private readonly cell = createCell<{ readonly rollback: RollbackState }>({ rollback: { status: "idle" } });
  private readonly session = new AbortController();
  /** What is being read now: the preview, or its data. */
  private reading: AbortController | undefined;
  private counting: AbortController | undefined;

  constructor(private readonly ports: RollbackPorts) {}

  getState(): RollbackState {
    return this.cell.get().rollback;
  }

  subscribe(listener: () => void): () => void {
    return this.cell.subscribe(listener);
  }

  preview(targets: readonly Guid[]): void {
    if (!this.isRunning()) void this.read(targets);
  }

  cancel(): void {
    this.counting?.abort();
    if (this.getState().status !== "reading") return;
    this.reading?.abort();
    this.put({ status: "idle" });
  }

  countData(): void {
    const state = this.previewed();
    if (state && state.data.status !== "counting") void this.count(state.preview);
  }

  saveReport({ name, content, mediaType }: ReportFile): void {
    if (!this.previewed()) return;
    this.ports.saveFile(name, content, mediaType);
    this.change({ reportSaved: true });
  }

  run({ waitForLock }: { readonly waitForLock: boolean }): void {
    const state = this.previewed();
    if (!state?.reportSaved || state.run.status !== "none" || !mayRun(state.preview)) return;
    this.counting?.abort();
    void this.uninstall(state.preview, waitForLock);
  }

  close(): void {
    if (this.isRunning()) return;
    this.reading?.abort();
    this.counting?.abort();
    this.put({ status: "idle" });
  }

  dispose(): void {
    this.cell.close();
    this.session.abort();
    this.reading?.abort();
    this.counting?.abort();
  }

  private async read(targets: readonly Guid[]): Promise<void> {
    this.reading?.abort();
    this.counting?.abort();
    const own = new AbortController();
    this.reading = own;
    const { transport, clock, callsMade } = this.ports;
    const from = { calls: callsMade(), at: clock.now() };
    const calls = (): number => callsMade() - from.calls;
    this.put({ status: "reading", targets, progress: { stage: "members", done: 0, total: 0, calls: 0 } });
    try {
      const facts = await readRollback(targets, transport, {
        signal: own.signal,
        onProgress: (stage, done, total) => {
          if (this.reading === own && !own.signal.aborted) {
            this.put({ status: "reading", targets, progress: { stage, done, total, calls: calls() } });
          }
        },
      });
      if (this.reading !== own || own.signal.aborted) return;
      const cost = { calls: calls(), duration: clock.now() - from.at };
      const preview = previewRollback(facts);
      this.put({ ...UNTOUCHED, targets, preview, cost });
    } catch (error) {
      if (this.reading !== own || own.signal.aborted) return;
      this.put({ status: "failed", targets, failure: toFailure(error) });
    }
  }

  private async count(preview: RollbackPreview): Promise<void> {
    const own = new AbortController();
    this.counting = own;
    const tell = (data: DataState): void => {
      if (this.counting === own && this.previewed()?.preview === preview) this.change({ data });
    };
    await countAtRisk((options) => countData(preview.fates, this.ports.transport, options), own.signal, tell);
  }

  private async uninstall(preview: RollbackPreview, waitForLock: boolean): Promise<void> {
    const steps = stepsOf(preview);
    this.setRun({ status: "running", step: 0, steps: steps.length, jobs: [] });
    const end = await runSteps(steps, waitForLock, this.ports, (step, jobs) =>
      this.setRun({ status: "running", step, steps: steps.length, jobs }),
    );
    if (end.outcome === "succeeded") await this.compare(preview, end);
    else this.setRun({ status: "ended", ...end });
  }

  /** What was announced against what is there: also where everything seems to have gone well. */
  private async compare(preview: RollbackPreview, { outcome, jobs }: RunEnd): Promise<void> {
    this.setRun({ status: "comparing", jobs });
    try {
      const found = await readAfter(preview, this.ports.transport, { signal: this.session.signal });
      this.setRun({ status: "ended", outcome, jobs, comparison: compareRollback(preview, found) });
    } catch (error) {
      if (error instanceof DataverseError && error.kind === "cancelled") return;
      this.setRun({ status: "ended", outcome, jobs, failure: toFailure(error) });
    }
  }

  private isRunning(): boolean {
    const { status } = this.previewed()?.run ?? { status: "none" };
    return status === "running" || status === "comparing";
  }

  private previewed(): Previewed | undefined {
    const state = this.getState();
    return state.status === "previewed" ? state : undefined;
  }

  private put(rollback: RollbackState): void {
    this.cell.update({ rollback });
  }

  private change(part: Partial<Previewed>): void {
    const state = this.previewed();
    if (state) this.put({ ...state, ...part });
  }

  private setRun(run: RollbackRun): void {
    this.change({ run });
  }
}

/** A preview that nothing has been done with yet. */
const UNTOUCHED = {
  status: "previewed",
  data: { status: "idle" },
  reportSaved: false,
  run: { status: "none" },
} as const;
