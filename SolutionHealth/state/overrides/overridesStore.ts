import { DEFAULT_BOOKKEEPING, tidyBookkeeping } from "../../domain/overrides/bookkeeping";
import { countOverrides } from "../../domain/overrides/listedOverride";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { latest } from "../resource";
import { AcceptedList } from "./acceptedList";
import { type Cell, createCell } from "./cell";
import { LayerViews } from "./layerViews";
import type { OverridesState, OverridesStore } from "./model";
import { NO_SCAN, OverrideBoard } from "./overrideBoard";
import type { OverridesPorts } from "./ports";
import { RemovalFlow } from "./removalFlow";
import { RestoreFlow } from "./restoreFlow";
import { ScanRunner } from "./scanRunner";
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

/** What the store is made of. */
interface Parts {
  readonly cell: Cell<OverridesState>;
  readonly board: OverrideBoard;
  readonly runner: ScanRunner;
  readonly views: LayerViews;
  readonly removal: RemovalFlow;
  readonly restore: RestoreFlow;
  readonly accepted: AcceptedList;
}

/** The store behind the overrides pages. Nothing is asked of the environment before a method says so. */
export function createOverridesStore(ports: OverridesPorts): OverridesStore {
  const cell = createCell(NOTHING_YET);
  const board = new OverrideBoard(cell, ports.clock);
  const session = new AbortController();
  const reread = (keys: readonly ComponentKey[]): void => void rereadEntries(keys, board, ports, session.signal);
  const parts: Parts = {
    cell,
    board,
    runner: new ScanRunner(board, ports),
    views: new LayerViews(cell, ports),
    removal: new RemovalFlow(cell, ports, reread),
    restore: new RestoreFlow(cell, ports, reread),
    accepted: new AcceptedList(cell, ports, () => board.judge()),
  };
  void parts.accepted.open();
  return {
    getState: cell.get,
    subscribe: cell.subscribe,
    ...scanMethods(parts),
    ...changeMethods(parts),
    ...acceptMethods(parts),
    dispose() {
      board.dispose();
      cell.close();
      session.abort();
      parts.runner.dispose();
      parts.views.abort();
      parts.removal.dispose();
      parts.restore.dispose();
    },
  };
}

type Methods<N extends keyof OverridesStore> = Pick<OverridesStore, N>;

type ScanMethod = "scan" | "cancel" | "resume" | "retry" | "loadLayers" | "compareLayers" | "compareProperty";

const scanMethods = ({ runner, views }: Parts): Methods<ScanMethod> => ({
  scan: (scope) => runner.scan(scope),
  cancel: () => runner.cancel(),
  resume: () => runner.resume(),
  retry: (key) => runner.retry(key),
  loadLayers: (component) => void views.load(component),
  compareLayers: (key, upper, lower) => views.compare(key, upper, lower),
  compareProperty: (key, property, upper, lower) => views.compareProperty(key, property, upper, lower),
});

type RemovalMethod = "prepareRemoval" | "saveBackup" | "remove" | "cancelRemoval" | "saveReport" | "closeRemoval";
type RestoreMethod = "openBackup" | "restore" | "closeRestore";

const changeMethods = ({ cell, board, removal, restore }: Parts): Methods<RemovalMethod | RestoreMethod> => ({
  prepareRemoval: (chosen) =>
    removal.prepare(chosen.flatMap((one) => (typeof one === "string" ? (componentOf(one, cell, board) ?? []) : one))),
  saveBackup: () => removal.saveBackup(),
  remove: (typed) => removal.remove(typed),
  cancelRemoval: () => removal.cancel(),
  saveReport: () => removal.saveReport(),
  closeRemoval: () => removal.close(),
  openBackup: (fileName, content) => restore.open(fileName, content),
  restore: (keys) => restore.restore(keys),
  closeRestore: () => restore.close(),
});

type AcceptMethod = "accept" | "withdraw" | "loadAccepted" | "saveAccepted" | "setBookkeeping";

const acceptMethods = ({ cell, board, accepted }: Parts): Methods<AcceptMethod> => ({
  accept: (keys, acceptance) =>
    accepted.accept(
      keys.flatMap((key) => board.row(key) ?? []),
      acceptance,
    ),
  withdraw: (keys) => accepted.withdraw(keys),
  loadAccepted: (content) => accepted.load(content),
  saveAccepted: () => accepted.saveFile(),
  setBookkeeping(properties) {
    cell.update({ bookkeeping: tidyBookkeeping(properties) });
    board.judge();
  },
});

/** A component of the list, or one whose layers are open. */
function componentOf(
  key: ComponentKey,
  cell: Cell<OverridesState>,
  board: OverrideBoard,
): OverriddenComponent | undefined {
  const view = cell.get().layers.get(key);
  return board.row(key)?.component ?? (view && latest(view)?.component);
}
