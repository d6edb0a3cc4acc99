import { retrieveSolutions } from "../../dataverse/retrieveSolutions";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverrideBackup } from "../../domain/overrides/backup";
import { readBackupFile } from "../../domain/overrides/backupFile";
import { FileFormatError } from "../../domain/overrides/fileProblem";
import { toFailure } from "../failure";
import type { Cell } from "./cell";
import type { OverridesState, RestoreItem, RestoreResult, RestoreState } from "./model";
import type { OverridesPorts } from "./ports";
import { isOfEnvironment, planRestore } from "./restorePlan";
import { owningTable, publishRestored, restoreOne } from "./restoreRun";

/** Items checked at once. */
const AT_ONCE = 4;

/** Putting overrides back from a backup file: read, check, show, write, look. */
export class RestoreFlow {
  private backup: OverrideBackup | undefined;
  private current: AbortController | undefined;

  /** @param onDone told the components whose rows are old now */
  constructor(
    private readonly cell: Cell<OverridesState>,
    private readonly ports: OverridesPorts,
    private readonly onDone: (keys: readonly ComponentKey[]) => void,
  ) {}

  open(fileName: string, content: string): void {
    if (this.isBusy()) return;
    this.current?.abort();
    this.current = undefined;
    try {
      this.backup = this.readOwn(content);
    } catch (error) {
      if (!(error instanceof FileFormatError)) throw error;
      this.publish({ status: "badFile", problem: error.problem });
      return;
    }
    void this.check(fileName, this.backup);
  }

  restore(keys: readonly ComponentKey[]): void {
    const { restore } = this.cell.get();
    if (restore.status !== "ready") return;
    this.run(restore.items, new Set(keys)).catch((error: unknown) =>
      this.publish({ status: "failed", failure: toFailure(error) }),
    );
  }

  close(): void {
    if (this.isBusy()) return;
    this.current?.abort();
    this.current = undefined;
    this.publish({ status: "idle" });
  }

  dispose(): void {
    this.current?.abort();
  }

  private publish(restore: RestoreState): void {
    this.cell.update({ restore });
  }

  private isBusy(): boolean {
    return this.cell.get().restore.status === "running";
  }

  /** @throws FileFormatError, also for a backup of another environment */
  private readOwn(content: string): OverrideBackup {
    const backup = readBackupFile(content);
    const { name, url } = backup.environment;
    if (isOfEnvironment(backup.environment, this.ports.environment())) return backup;
    throw new FileFormatError({ code: "otherEnvironment", detail: name ?? url });
  }

  private async check(fileName: string, { items: taken, createdOn }: OverrideBackup): Promise<void> {
    const { transport } = this.ports;
    const own = new AbortController();
    this.current = own;
    const total = taken.length;
    this.publish({ status: "checking", done: 0, total });
    try {
      const solutions = await retrieveSolutions(transport, own.signal);
      const items: RestoreItem[] = [];
      for (let from = 0; from < total; from += AT_ONCE) {
        const some = taken.slice(from, from + AT_ONCE);
        const { bookkeeping } = this.cell.get();
        const planned = some.map((item) => planRestore(item, solutions, bookkeeping, transport, own.signal));
        items.push(...(await Promise.all(planned)));
        if (this.current !== own) return;
        this.publish({ status: "checking", done: items.length, total });
      }
      if (this.current === own) {
        this.publish({ status: "ready", fileName, createdOn: new Date(createdOn), items });
      }
    } catch (error) {
      if (this.current === own) this.publish({ status: "failed", failure: toFailure(error) });
    }
  }

  private async run(items: readonly RestoreItem[], keys: ReadonlySet<ComponentKey>): Promise<void> {
    const { transport } = this.ports;
    const chosen = items.filter(({ component, writable }) => writable && keys.has(component.key));
    const results = new Map<ComponentKey, RestoreResult>();
    for (const [done, item] of chosen.entries()) {
      this.publish({ status: "running", items, done, total: chosen.length });
      results.set(item.component.key, await restoreOne(item, transport));
    }
    const written = chosen.filter(({ component }) => results.get(component.key)?.outcome === "restored");
    const publishFailure = await publishRestored(written, tablesOf(this.backup), transport);
    this.publish({
      status: "finished",
      items,
      results: items.map(({ component }) => results.get(component.key) ?? { component, outcome: "skipped" }),
      ...(publishFailure && { publishFailure }),
    });
    this.onDone(chosen.map(({ component }) => component.key));
  }
}

/** Tables of forms, views and charts by component, as the backup has them. */
function tablesOf(backup: OverrideBackup | undefined): ReadonlyMap<ComponentKey, string> {
  return new Map(
    (backup?.items ?? []).flatMap(({ component, definition }) => {
      const table = owningTable(component.typeName, definition) ?? component.table;
      return table === undefined ? [] : [[component.key, table]];
    }),
  );
}
