import type { PackagePreview, ReleasePreview, ReleaseWay } from "../../domain/releases/releasePreview";
import type { StoredFile } from "../../package/reading/fileSource";
import { createCell } from "../overrides/cell";
import { DataCounts } from "./dataCounts";
import { EnvironmentReading } from "./environmentReading";
import { FileList } from "./fileList";
import { GuidedImport, NO_IMPORT } from "./guidedImport";
import { mayApply, previewOf, stagedIn, toApply } from "./importSteps";
import type { PackageId, ReleaseChoice, ReleaseState, ReleaseStore, ReportFile } from "./model";
import type { ReleasePorts } from "./ports";

const NOTHING_YET: ReleaseState = {
  files: [],
  preview: { status: "idle" },
  choice: { ways: new Map(), overwrite: false },
  counts: new Map(),
  reportSaved: false,
  import: NO_IMPORT,
};

/** The store behind the release preview. Nothing is asked of the environment before a package has been read. */
export function createReleaseStore(ports: ReleasePorts): ReleaseStore {
  return new Release(ports);
}

class Release implements ReleaseStore {
  private readonly cell = createCell<ReleaseState>(NOTHING_YET);
  private readonly files: FileList;
  private readonly environment: EnvironmentReading;
  private readonly counts: DataCounts;
  private readonly guided: GuidedImport;

  constructor(private readonly ports: ReleasePorts) {
    const { cell } = this;
    this.files = new FileList(
      ports.work.open,
      (files) => cell.update({ files }),
      () => this.onFilesRead(),
    );
    this.environment = new EnvironmentReading(cell, ports);
    this.counts = new DataCounts(cell, ports);
    this.guided = new GuidedImport(cell, ports, this.files);
  }

  getState(): ReleaseState {
    return this.cell.get();
  }

  subscribe(listener: () => void): () => void {
    return this.cell.subscribe(listener);
  }

  addFiles(files: readonly StoredFile[]): void {
    if (!this.guided.hasRun() && files.length > 0) this.files.add(files);
  }

  removeFile(key: string): void {
    if (!this.guided.hasRun() && this.files.remove(key)) this.refresh();
  }

  refresh(): void {
    if (this.guided.hasRun()) return;
    this.counts.forget();
    this.guided.forgetChecks();
    this.cell.update({ reportSaved: false });
    void this.environment.read(this.files.packages());
  }

  readRest(): void {
    if (this.guided.hasRun()) return;
    this.cell.update({ reportSaved: false });
    void this.environment.readRest();
  }

  cancel(): void {
    this.counts.cancel();
    this.environment.cancel();
  }

  show(shown: PackageId): void {
    const before = this.toApply();
    this.choose({ shown });
    // A report that was saved of one staged upgrade says nothing of another.
    if (this.toApply() !== before) this.cell.update({ reportSaved: false });
  }

  chooseWay(id: PackageId, way: ReleaseWay): void {
    this.choose({ ways: new Map(this.getState().choice.ways).set(id, way) });
    this.cell.update({ reportSaved: false });
  }

  setOverwrite(overwrite: boolean): void {
    if (this.guided.hasRun()) return;
    this.cell.update({ reportSaved: false });
    void this.environment.judge(overwrite);
  }

  countData(id: PackageId, way: ReleaseWay): void {
    const preview = this.shown();
    const chosen = preview && previewOf(preview, id)?.ways[way];
    if (chosen) void this.counts.count(id, chosen);
  }

  saveReport({ name, content, mediaType }: ReportFile): void {
    if (!this.shown()) return;
    this.ports.saveFile(name, content, mediaType);
    this.cell.update({ reportSaved: true });
  }

  openImport(): void {
    const preview = this.ready();
    if (!preview) return;
    // What is staged can only be applied: the page shows what comes of that.
    for (const { package: own } of stagedIn(preview).filter(mayApply)) {
      if (this.getState().choice.ways.get(own.sha256) !== "stagedUpgrade") this.chooseWay(own.sha256, "stagedUpgrade");
    }
    this.guided.change({ open: true });
  }

  closeImport(): void {
    this.guided.change({ open: false });
  }

  check(id: PackageId): void {
    this.guided.check(id);
  }

  giveValue(key: string, text: string): void {
    this.guided.giveValue(key, text);
  }

  setActivates(activates: boolean): void {
    this.guided.change({ activates });
  }

  run(options: { readonly waitForLock: boolean }): void {
    const preview = this.ready();
    if (!preview) return;
    this.counts.cancel();
    this.environment.stopJudging();
    this.guided.run(preview, options);
  }

  applyStaged(options: { readonly waitForLock: boolean }): void {
    const preview = this.ready();
    if (!preview) return;
    this.counts.cancel();
    this.environment.stopJudging();
    this.guided.applyStaged(preview, options);
  }

  apply(options: { readonly waitForLock: boolean }): void {
    this.guided.apply(options);
  }

  leaveStaged(): void {
    this.guided.leaveStaged();
  }

  finish(): void {
    if (this.guided.finish()) this.refresh();
  }

  dispose(): void {
    this.cell.close();
    this.files.dispose();
    this.environment.dispose();
    this.counts.cancel();
    this.guided.dispose();
  }

  /** All files are read: now the environment is asked, unless nothing has changed for it. */
  private onFilesRead(): void {
    if (!this.environment.covers(this.files.packages())) this.refresh();
  }

  /** What has been read, be it a part. */
  private shown(): ReleasePreview | undefined {
    const { preview } = this.getState();
    return preview.status === "ready" ? preview.preview : undefined;
  }

  /** The whole answer: nothing is imported on a part of it. */
  private ready(): ReleasePreview | undefined {
    const { preview } = this.getState();
    return preview.status === "ready" && !preview.open ? preview.preview : undefined;
  }

  /** The staged upgrade that would be applied. */
  private toApply(): PackagePreview | undefined {
    const preview = this.ready();
    return preview && toApply(preview, this.getState().choice);
  }

  private choose(part: Partial<ReleaseChoice>): void {
    if (!this.guided.hasRun()) this.cell.update({ choice: { ...this.getState().choice, ...part } });
  }
}
