import * as React from "react";
import { render } from "@testing-library/react";
import { componentKey } from "../../SolutionHealth/domain/layers/componentLayer";
import { countOverrides } from "../../SolutionHealth/domain/overrides/listedOverride";
import type { OverriddenComponent, OverrideFacts } from "../../SolutionHealth/domain/overrides/override";
import type { AppState } from "../../SolutionHealth/state/model";
import type {
  OverrideRow,
  OverridesState,
  OverridesStore,
  ScanState,
} from "../../SolutionHealth/state/overrides/model";
import { App } from "../../SolutionHealth/views/App";
import type { Host, Place } from "../../SolutionHealth/views/host";
import { appState, fakeHost, FakeStore, id, ready, solution } from "./fakes";
import type { Shown } from "./fakes";

export function component(number: number, parts: Partial<OverriddenComponent> = {}): OverriddenComponent {
  const typeName = parts.typeName ?? "SavedQuery";
  return {
    key: componentKey({ typeName, id: id(number) }),
    id: id(number),
    typeName,
    type: 26,
    name: `view${number}`,
    displayName: `View ${number}`,
    table: "account",
    ...parts,
  };
}

export type RowParts = Partial<Omit<OverrideRow, "component" | "facts">> & {
  readonly component?: Partial<OverriddenComponent>;
  readonly facts?: Partial<OverrideFacts>;
};

/** A real override of a view of "Solution 1", unless told otherwise. */
export function row(number: number, parts: RowParts = {}): OverrideRow {
  return {
    acceptance: "new",
    ...parts,
    component: component(number, parts.component),
    facts: {
      state: "real",
      reason: "changesProperties",
      changed: ["fetchxml"],
      changedState: [],
      bookkeeping: [],
      fingerprint: "f",
      owner: "Solution1",
      below: "Solution1",
      ...parts.facts,
    },
  };
}

export const phantom = (number: number): OverrideRow =>
  row(number, { facts: { state: "phantom", reason: "changesNothing", changed: [] } });

export const unknown = (number: number, parts: RowParts = {}): OverrideRow =>
  row(number, {
    acceptance: "unknown",
    facts: { state: "unknown", reason: "readFailed", changed: [] },
    failure: { kind: "server", retryable: true },
    ...parts,
  });

const FINISHED: ScanState = {
  status: "finished",
  scope: { kind: "environment" },
  way: { kind: "environment", provenBy: ["Solution1"] },
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
  readonly compareLayers: jest.Mock<
    ReturnType<OverridesStore["compareLayers"]>,
    Parameters<OverridesStore["compareLayers"]>
  > = jest.fn(() => []);
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

export interface ShownOverrides extends Shown {
  readonly overrides: FakeOverrides;
}

export interface Around {
  readonly app?: Partial<AppState>;
  readonly host?: Partial<Host>;
  readonly place?: Place;
  readonly languageId?: number;
}

const GRANTED = ready(new Map([["prvWriteCustomization", "granted" as const]]));

/** The whole app at the overrides page, as a person meets it. */
export function showOverrides(parts: Partial<OverridesState> = {}, around: Around = {}): ShownOverrides {
  const overrides = new FakeOverrides(overridesState(parts));
  const store = new FakeStore(appState({ privileges: GRANTED, solutions: ready([solution(1)]), ...around.app }));
  const host = fakeHost(around.host, around.languageId);
  host.place.write(around.place ?? { page: "overrides" });
  return { ...render(<App host={host} store={store} overrides={overrides} />), store, host, overrides };
}
