import type { ReleasePreview } from "../../domain/releases/releasePreview";
import type { Cell } from "../overrides/cell";
import type { FileList } from "./fileList";
import { checkOnServer, ImportRunner } from "./importRunner";
import { choiceToApply, mayRun, onlyThe, stepsOf, toApply } from "./importSteps";
import type { CheckState, ImportState, ImportStep, PackageId, ReleaseChoice, ReleaseState } from "./model";
import type { ReleasePorts } from "./ports";

export const NO_IMPORT: ImportState = {
  open: false,
  checks: new Map(),
  values: new Map(),
  activates: true,
  run: { status: "none" },
};

interface RunOptions {
  readonly waitForLock: boolean;
}

/** The import of what was previewed: the server's check, values, and the run itself. */
export class GuidedImport {
  private readonly session = new AbortController();
  private runner: ImportRunner | undefined;

  constructor(
    private readonly cell: Cell<ReleaseState>,
    private readonly ports: ReleasePorts,
    private readonly files: FileList,
  ) {}

  /** Whether a run has begun that has not been finished with: nothing of what was previewed may change. */
  hasRun(): boolean {
    return this.get().run.status !== "none";
  }

  change(part: Partial<ImportState>): void {
    this.cell.update({ import: { ...this.get(), ...part } });
  }

  check(id: PackageId): void {
    if (this.hasRun() || this.get().checks.get(id)?.status === "uploading") return;
    this.setCheck(id, { status: "uploading" });
    const { signal } = this.session;
    void checkOnServer(this.files.fileOf(id), this.ports, signal).then((check) => {
      // An import that has been finished with meanwhile has forgotten it.
      if (this.get().checks.has(id)) this.setCheck(id, check);
    });
  }

  /** The server spoke of how things were: beside a preview that is read anew it would seem to contradict. */
  forgetChecks(): void {
    const open = [...this.get().checks].filter(([, { status }]) => status === "uploading");
    this.change({ checks: new Map(open) });
  }

  giveValue(key: string, text: string): void {
    this.change({ values: new Map(this.get().values).set(key, text) });
  }

  run(preview: ReleasePreview, options: RunOptions): void {
    const { choice } = this.cell.get();
    if (this.hasRun() || !mayRun(preview, choice)) return;
    void this.begin(preview, stepsOf(preview, choice), choice).run(options);
  }

  /** Applies an upgrade that was staged before, in this page or another: nothing is imported. */
  applyStaged(preview: ReleasePreview, options: RunOptions): void {
    const { choice } = this.cell.get();
    const staged = toApply(preview, choice);
    if (this.hasRun() || !staged) return;
    const steps = stepsOf(onlyThe(staged, preview), choiceToApply(staged, choice));
    void this.begin(preview, steps, choice, { applies: true }).apply(options);
  }

  private begin(
    preview: ReleasePreview,
    steps: readonly ImportStep[],
    { overwrite }: ReleaseChoice,
    what: { readonly applies?: true } = {},
  ): ImportRunner {
    const { activates, values, checks } = this.get();
    const fileOf = (id: PackageId) => this.files.fileOf(id);
    const packages = this.files.packages();
    const plan = { preview, packages, steps, overwrite, activates, values, checks, fileOf };
    const runner = new ImportRunner(plan, this.ports, this.session.signal, (run) => this.change({ run }));
    this.runner = runner;
    this.change({ run: { status: "running", ...what, steps, step: 0, jobs: [] } });
    return runner;
  }

  apply(options: RunOptions): void {
    const { run } = this.get();
    if (run.status !== "paused") return;
    this.change({ run: { ...run, status: "running", applies: true } });
    void this.runner?.apply(options);
  }

  leaveStaged(): void {
    if (this.get().run.status === "paused") void this.runner?.leaveStaged();
  }

  /** @returns whether there was an end to be finished with */
  finish(): boolean {
    if (this.get().run.status !== "ended") return false;
    this.runner = undefined;
    this.change(NO_IMPORT);
    return true;
  }

  dispose(): void {
    this.session.abort();
  }

  private get(): ImportState {
    return this.cell.get().import;
  }

  private setCheck(id: PackageId, check: CheckState): void {
    this.change({ checks: new Map(this.get().checks).set(id, check) });
  }
}
