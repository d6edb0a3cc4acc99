import { countOverrides } from "../../SolutionHealth/domain/overrides/listedOverride";
import type { OverridesState, OverridesStore, ScanState } from "../../SolutionHealth/state/overrides/model";

const FINISHED: ScanState = {
  status: "finished",
  scope: { kind: "environment" },
  way: { kind: "environment", provenBy: ["Solution1"], compared: 0, others: 0 },
  progress: { stage: "layers", done: 9, total: 9, calls: 412 },
  startedAt: new Date("2026-01-02T03:00:00Z"),
  endedAt: new Date("2026-01-02T03:00:38Z"),
  duration: 38_000,
  complete: true,
  unread: [],
};

export const finished = (parts: Partial<ScanState> = {}): ScanState => ({ ...FINISHED, ...parts });

export function overridesState(parts: Partial<OverridesState> = {}): OverridesState {
  const rows = parts.rows ?? [];
  return {
    scan: parts.rows ? FINISHED : { status: "idle", complete: false, unread: [] },
    rows,
    counts: countOverrides(rows),
    bookkeeping: ["modifiedon", "versionnumber"],
    layers: new Map(),
    removal: { status: "idle" },
    restore: { status: "idle" },
    accepted: { entries: [], unsaved: false },
    ...parts,
  };
}

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeOverrides implements OverridesStore {
  readonly scan = jest.fn();
  readonly cancel = jest.fn();
  readonly resume = jest.fn();
  readonly retry = jest.fn();
  readonly setBookkeeping = jest.fn();
  readonly loadLayers = jest.fn();
  readonly compareLayers = jest.fn<
    ReturnType<OverridesStore["compareLayers"]>,
    Parameters<OverridesStore["compareLayers"]>
  >(() => []);
  readonly compareProperty = jest.fn<
    ReturnType<OverridesStore["compareProperty"]>,
    Parameters<OverridesStore["compareProperty"]>
  >(() => undefined);
  readonly prepareRemoval = jest.fn();
  readonly saveBackup = jest.fn();
  readonly remove = jest.fn();
  readonly cancelRemoval = jest.fn();
  readonly saveReport = jest.fn();
  readonly closeRemoval = jest.fn();
  readonly openBackup = jest.fn();
  readonly restore = jest.fn();
  readonly closeRestore = jest.fn();
  readonly accept = jest.fn();
  readonly withdraw = jest.fn();
  readonly loadAccepted = jest.fn();
  readonly saveAccepted = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();

  constructor(private state: OverridesState) {}

  getState = (): OverridesState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(parts: Partial<OverridesState>): void {
    this.state = { ...this.state, ...parts };
    this.listeners.forEach((listener) => listener());
  }
}
