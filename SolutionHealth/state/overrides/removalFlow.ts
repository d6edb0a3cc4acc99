import { wait } from "../../dataverse/clock";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { RemovalReport, RemovalResult } from "../../domain/overrides/removalReport";
import { writeRemovalReportFile } from "../../domain/overrides/removalReportFile";
import { toFailure } from "../failure";
import type { Cell } from "./cell";
import { datedFileName } from "./fileNames";
import type { OverridesState, RemovalPlan, RemovalState } from "./model";
import type { OverridesPorts } from "./ports";
import { type Found, lookAgain, resultOf } from "./removalCheck";
import { type PreparedRemoval, prepareRemoval } from "./removalPlan";
import type { SentOutcome } from "./removalRun";
import { sendAll } from "./removalSending";

/** Milliseconds after which what was gone is looked at once more: flows that run make their layer anew. */
const SECOND_LOOK = 5_000;

const NOT_SENT: SentOutcome = { status: "notSent" };

/** Taking overrides back: pre-flight, backup, removal, and an honest look at what became of it. */
export class RemovalFlow {
  private prepared: PreparedRemoval | undefined;
  private current: AbortController | undefined;

  /** @param onDone told the components whose rows are old now */
  constructor(
    private readonly cell: Cell<OverridesState>,
    private readonly ports: OverridesPorts,
    private readonly onDone: (keys: readonly ComponentKey[]) => void,
  ) {}

  prepare(components: readonly OverriddenComponent[]): void {
    if (!this.isBusy() && components.length > 0) void this.readAll(components);
  }

  saveBackup(): void {
    const { removal } = this.cell.get();
    if (removal.status !== "prepared") return;
    const { fileName, content } = removal.plan.backup;
    this.ports.saveFile(fileName, content, "application/json");
    this.publish({ ...removal, backupSaved: true });
  }

  remove(typed?: string): void {
    const { removal } = this.cell.get();
    const { prepared } = this;
    if (removal.status !== "prepared" || !removal.backupSaved || prepared === undefined) return;
    const { confirmation } = removal.plan;
    if (confirmation !== undefined && typed !== confirmation) return;
    const own = new AbortController();
    this.current = own;
    this.run(prepared, own.signal).catch((error: unknown) =>
      this.publish({ status: "failed", failure: toFailure(error) }),
    );
  }

  cancel(): void {
    this.current?.abort();
    if (this.isBusy()) return;
    this.current = undefined;
    this.prepared = undefined;
    this.publish({ status: "idle" });
  }

  saveReport(): void {
    const { removal } = this.cell.get();
    if (removal.status !== "finished") return;
    this.ports.saveFile(removal.reportFile.fileName, removal.reportFile.content, "application/json");
  }

  close(): void {
    if (!this.isBusy()) this.cancel();
  }

  dispose(): void {
    this.current?.abort();
  }

  private publish(removal: RemovalState): void {
    this.cell.update({ removal });
  }

  private isBusy(): boolean {
    return this.cell.get().removal.status === "running";
  }

  private async readAll(components: readonly OverriddenComponent[]): Promise<void> {
    this.current?.abort();
    const own = new AbortController();
    this.current = own;
    this.prepared = undefined;
    const total = components.length;
    const { bookkeeping } = this.cell.get();
    this.publish({ status: "preparing", done: 0, total });
    try {
      const prepared = await prepareRemoval(components, bookkeeping, this.ports, own.signal, (done) => {
        if (this.current === own) this.publish({ status: "preparing", done, total });
      });
      if (this.current !== own) return;
      this.prepared = prepared;
      this.publish({ status: "prepared", plan: prepared.plan, backupSaved: false });
    } catch (error) {
      if (this.current === own) this.publish({ status: "failed", failure: toFailure(error) });
    }
  }

  private async run({ plan, fingerprints }: PreparedRemoval, signal: AbortSignal): Promise<void> {
    const { ports, cell } = this;
    const startedOn = new Date(ports.clock.now()).toISOString();
    const chosen = plan.items.filter(({ removability }) => removability.verdict !== "refused");
    const components = chosen.map(({ component }) => component);
    const tell = (stage: "job" | "oneByOne" | "checking", done: number, total: number): void =>
      this.publish({ status: "running", plan, stage, done, total });
    const { sent, first } = await sendAll(components, { ports, bookkeeping: cell.get().bookkeeping, signal, tell });
    tell("checking", 0, components.length);
    const second = await this.lookLater(components, first);
    const results = plan.items.map(({ component }): RemovalResult => {
      const { key } = component;
      const before = fingerprints.get(key) ?? "";
      return resultOf(component, sent.get(key) ?? NOT_SENT, { first: first.get(key), second: second.get(key), before });
    });
    this.finish(plan, results, startedOn);
    this.onDone(components.map(({ key }) => key));
  }

  /** What was gone is looked at once more, after a while. */
  private async lookLater(
    components: readonly OverriddenComponent[],
    first: ReadonlyMap<string, Found>,
  ): Promise<ReadonlyMap<string, Found>> {
    const gone = components.filter(({ key }) => first.get(key)?.status === "gone");
    if (gone.length === 0) return new Map();
    await wait(SECOND_LOOK, this.ports.clock);
    return lookAgain(gone, this.cell.get().bookkeeping, this.ports);
  }

  private finish(plan: RemovalPlan, results: readonly RemovalResult[], startedOn: string): void {
    const now = new Date(this.ports.clock.now());
    const { url, name } = this.ports.environment();
    const report: RemovalReport = {
      startedOn,
      endedOn: now.toISOString(),
      environment: { url, ...(name !== undefined && { name }) },
      backupFile: plan.backup.fileName,
      results,
    };
    const reportFile = { fileName: datedFileName("removal-report", now), content: writeRemovalReportFile(report) };
    this.publish({ status: "finished", plan, report, reportFile });
  }
}
