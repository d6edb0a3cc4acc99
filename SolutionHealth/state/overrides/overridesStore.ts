import { DEFAULT_BOOKKEEPING, tidyBookkeeping } from "../../domain/overrides/bookkeeping";
import { changesSomething, countOverrides } from "../../domain/overrides/listedOverride";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { latest } from "../resource";
import { createAcceptedList } from "./acceptedList";
import { type Cell, createCell } from "./cell";
import { createLayerViews } from "./layerViews";
import type { OverridesState, OverridesStore } from "./model";
import type { OverrideEntry } from "./overrideEntries";
import { createOverrideRows, type OverrideRows } from "./overrideRows";
import type { OverridesPorts } from "./ports";
import { createRemovalFlow } from "./removalFlow";
import { createRestoreFlow } from "./restoreFlow";
import { createScanRunner, NO_SCAN, type ScanBoard } from "./scanRunner";
import { rereadEntries } from "./rereadEntries";

const NOTHING_YET: OverridesState = {
  scan: NO_SCAN,
  rows: [],
  counts: countOverrides([]),
  bookkeeping: DEFAULT_BOOKKEEPING,
  layers: new Map(),
  removal: { status: "idle" },
  restore: { status: "idle" },
  accepted: { entries: [], unsaved: false },
};

/** The store behind the overrides pages. Nothing is asked of the environment before a method says so. */
export function createOverridesStore(ports: OverridesPorts): OverridesStore {
  const cell = createCell(NOTHING_YET);
  const rows = createOverrideRows(cell, () => new Date(ports.clock.now()));
  const runner = createScanRunner(boardOf(cell, rows), ports);
  const views = createLayerViews(cell, ports);
  const session = new AbortController();
  const reread = (keys: readonly ComponentKey[]): void => void rereadEntries(keys, rows, ports, session.signal);
  const removal = createRemovalFlow(cell, ports, reread);
  const restore = createRestoreFlow(cell, ports, reread);
  const accepted = createAcceptedList(cell, ports, rows.judge);
  void accepted.open();

  return {
    getState: cell.get,
    subscribe: cell.subscribe,
    scan: runner.scan,
    cancel: runner.cancel,
    resume: runner.resume,
    retry: runner.retry,
    setBookkeeping(properties) {
      cell.update({ bookkeeping: tidyBookkeeping(properties) });
      rows.judge();
    },
    loadLayers: (component) => void views.load(component),
    compareLayers: views.compare,
    prepareRemoval: (keys) => removal.prepare(keys.flatMap((key) => componentOf(key, cell, rows) ?? [])),
    saveBackup: removal.saveBackup,
    remove: removal.remove,
    cancelRemoval: removal.cancel,
    saveReport: removal.saveReport,
    closeRemoval: removal.close,
    openBackup: restore.open,
    restore: restore.restore,
    closeRestore: restore.close,
    accept: (keys, acceptance) =>
      accepted.accept(
        keys.flatMap((key) => rows.row(key) ?? []),
        acceptance,
      ),
    withdraw: accepted.withdraw,
    loadAccepted: accepted.load,
    saveAccepted: accepted.saveFile,
    dispose() {
      cell.close();
      session.abort();
      runner.dispose();
      views.abort();
      removal.dispose();
      restore.dispose();
    },
  };
}

/** A component of the list, or one whose layers are open. */
function componentOf(
  key: ComponentKey,
  cell: Cell<OverridesState>,
  rows: OverrideRows,
): OverriddenComponent | undefined {
  const view = cell.get().layers.get(key);
  return rows.row(key)?.component ?? (view && latest(view)?.component);
}

function boardOf(cell: Cell<OverridesState>, rows: OverrideRows): ScanBoard {
  return {
    getScan: () => cell.get().scan,
    setScan: (scan) => cell.update({ scan }),
    getEntries: rows.entries,
    putEntries: rows.put,
    show: rows.show,
    showOnly: rows.showOnly,
    drop: rows.drop,
    withoutOrigin: () =>
      cell.get().rows.flatMap((row): OverrideEntry[] => {
        const entry = rows.entries().get(row.component.key);
        return entry && entry.origin === undefined && changesSomething(row) ? [entry] : [];
      }),
  };
}
