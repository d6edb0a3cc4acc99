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

/** Putting overrides back from a backup file: read, check, show, write, look. */
export interface RestoreFlow {
  open(fileName: string, content: string): void;
  restore(keys: readonly ComponentKey[]): void;
  close(): void;
  dispose(): void;
}

/** Items checked at once. */
const AT_ONCE = 4;

/** @param onDone told the components whose rows are old now */
export function createRestoreFlow(
  cell: Cell<OverridesState>,
  ports: OverridesPorts,
  onDone: (keys: readonly ComponentKey[]) => void,
): RestoreFlow {
  const { transport } = ports;
  let backup: OverrideBackup | undefined;
  let current: AbortController | undefined;

  const publish = (restore: RestoreState): void => cell.update({ restore });
  const busy = (): boolean => cell.get().restore.status === "running";

  async function check(fileName: string, taken: OverrideBackup): Promise<void> {
    const own = new AbortController();
    current = own;
    const total = taken.items.length;
    publish({ status: "checking", done: 0, total });
    try {
      const solutions = await retrieveSolutions(transport, own.signal);
      const items: RestoreItem[] = [];
      for (let from = 0; from < total; from += AT_ONCE) {
        const some = taken.items.slice(from, from + AT_ONCE);
        const { bookkeeping } = cell.get();
        items.push(
          ...(await Promise.all(some.map((item) => planRestore(item, solutions, bookkeeping, transport, own.signal)))),
        );
        if (current !== own) return;
        publish({ status: "checking", done: items.length, total });
      }
      publish({ status: "ready", fileName, createdOn: new Date(taken.createdOn), items });
    } catch (error) {
      if (current === own) publish({ status: "failed", failure: toFailure(error) });
    }
  }

  async function run(items: readonly RestoreItem[], keys: ReadonlySet<ComponentKey>): Promise<void> {
    const chosen = items.filter(({ component, writable }) => writable && keys.has(component.key));
    const results = new Map<ComponentKey, RestoreResult>();
    for (const [done, item] of chosen.entries()) {
      publish({ status: "running", items, done, total: chosen.length });
      results.set(item.component.key, await restoreOne(item, transport));
    }
    const written = chosen.filter(({ component }) => results.get(component.key)?.outcome === "restored");
    const publishFailure = await publishRestored(written, tablesOf(backup), transport);
    publish({
      status: "finished",
      items,
      results: items.map(({ component }) => results.get(component.key) ?? { component, outcome: "skipped" }),
      ...(publishFailure && { publishFailure }),
    });
    onDone(chosen.map(({ component }) => component.key));
  }

  return {
    open(fileName, content) {
      if (busy()) return;
      current?.abort();
      current = undefined;
      try {
        backup = readBackupFile(content);
      } catch (error) {
        if (!(error instanceof FileFormatError)) throw error;
        publish({ status: "badFile", problem: error.problem });
        return;
      }
      if (!isOfEnvironment(backup.environment, ports.environment())) {
        const { name, url } = backup.environment;
        publish({ status: "badFile", problem: { code: "otherEnvironment", detail: name ?? url } });
        return;
      }
      void check(fileName, backup);
    },
    restore(keys) {
      const { restore } = cell.get();
      if (restore.status !== "ready") return;
      run(restore.items, new Set(keys)).catch((error: unknown) =>
        publish({ status: "failed", failure: toFailure(error) }),
      );
    },
    close() {
      if (busy()) return;
      current?.abort();
      current = undefined;
      publish({ status: "idle" });
    },
    dispose: () => current?.abort(),
  };
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
