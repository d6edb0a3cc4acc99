import * as React from "react";
import { render } from "@testing-library/react";
import type { RenderResult } from "@testing-library/react";
import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import type { AppState, AppStore, Failure, Resource } from "../../SolutionHealth/state/model";
import { App } from "../../SolutionHealth/views/App";
import type { Host, Place } from "../../SolutionHealth/views/host";
import { FakeDependents } from "./fakeDependents";
import { FakeHealth, factsOf, healthState } from "./fakeHealth";
import { FakePlans } from "./fakePlans";
import { FakeJobs } from "./fakeJobs";
import { FakeOverrides, overridesState } from "./fakeOverrides";
import { FakeRelease } from "./fakeRelease";
import { FakeRollback } from "./fakeRollback";
import { readResx } from "./resxTexts";

export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export const ready = <T,>(value: T): Resource<T> => ({ status: "ready", value, at: new Date("2026-01-01T00:00:00Z") });

const CONTOSO = { id: id(900), uniqueName: "contoso", displayName: "Contoso", prefix: "cts" };
export const FABRIKAM = { id: id(901), uniqueName: "fabrikam", displayName: "Fabrikam", prefix: "fab" };

export function solution(number: number, parts: Partial<InstalledSolution> = {}): InstalledSolution {
  return {
    id: id(number),
    uniqueName: `Solution${number}`,
    displayName: `Solution ${number}`,
    version: "1.0.0.0",
    managed: true,
    visible: true,
    publisher: CONTOSO,
    installedOn: new Date("2025-03-03T09:00:00Z"),
    ...parts,
  };
}

export function operation(number: number, parts: Partial<SolutionOperation> = {}): SolutionOperation {
  return {
    id: id(number),
    solutionUniqueName: "Solution1",
    solutionName: "Solution 1",
    version: "1.0.0.0",
    publisherName: "Contoso",
    operation: "Import",
    suboperation: "Upgrade",
    status: "completed",
    result: "succeeded",
    startedOn: new Date("2025-11-01T08:00:00Z"),
    endedOn: new Date("2025-11-01T08:04:31Z"),
    ...parts,
  };
}

export const failure = (parts: Partial<Failure> = {}): Failure => ({ kind: "server", retryable: true, ...parts });

export function appState(parts: Partial<AppState> = {}): AppState {
  return {
    environment: ready({
      organizationId: id(1),
      environmentId: id(42),
      name: "Contoso Prod",
      kind: "production",
      version: "9.2.1",
    }),
    user: ready({ id: id(8), name: "Ann Beck" }),
    privileges: ready(new Map()),
    solutions: ready([]),
    history: ready([]),
    components: new Map(),
    typeNames: ready(new Map()),
    calls: [],
    ...parts,
  };
}

/** A store that only holds what it is given, and remembers what it was asked for. */
export class FakeStore implements AppStore {
  readonly refresh = jest.fn();
  readonly retry = jest.fn();
  readonly loadComponents = jest.fn();
  readonly cancelComponents = jest.fn();
  readonly dispose = jest.fn();
  private readonly listeners = new Set<() => void>();

  constructor(private state: AppState) {}

  getState = (): AppState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  set(parts: Partial<AppState>): void {
    this.replace({ ...this.state, ...parts });
  }

  replace(state: AppState): void {
    this.state = state;
    this.listeners.forEach((listener) => listener());
  }
}

export interface FakeHost extends Host {
  readonly saveFile: jest.Mock<void, [name: string, content: string, mediaType: string]>;
  readonly openUrl: jest.Mock<void, [url: string]>;
  readonly copyText: jest.Mock<Promise<boolean>, [text: string]>;
}

/** A host in the given language whose timers run only with the test's clock. */
export function fakeHost(parts: Partial<Host> = {}, languageId = 1033): FakeHost {
  const texts = new Map(readResx(languageId));
  let place: Place = { page: "solutions" };
  return {
    text: (key) => texts.get(key) ?? key,
    languageId,
    rightToLeft: false,
    width: 1280,
    clientUrl: "https://contoso.crm4.dynamics.com",
    formatDate: (date, withTime) => date.toISOString().slice(0, withTime ? 16 : 10),
    formatNumber: (value) => value.toLocaleString("en"),
    openUrl: jest.fn<void, [string]>(),
    saveFile: jest.fn<void, [string, string, string]>(),
    copyText: jest.fn((_text: string) => Promise.resolve(true)),
    now: () => new Date("2026-01-02T03:04:05Z"),
    place: {
      read: () => place,
      write: (next) => void (place = next),
      onChange: () => () => undefined,
    },
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    onKey: (listener) => {
      document.addEventListener("keydown", listener);
      return () => document.removeEventListener("keydown", listener);
    },
    ...parts,
  } as FakeHost;
}

export interface Shown extends RenderResult {
  readonly store: FakeStore;
  readonly host: FakeHost;
}

/** The stores beside the first one, with nothing in them but the health of what that one has read. */
export const otherStores = (state: AppState = appState()) => ({
  health: new FakeHealth(healthState(factsOf(state))),
  overrides: new FakeOverrides(overridesState()),
  jobs: new FakeJobs(),
  rollback: new FakeRollback(),
  release: new FakeRelease(),
  dependents: new FakeDependents(),
  plan: new FakePlans(),
});

/** The whole app over a state, as a person meets it. */
export function show(parts: Partial<AppState> = {}, hostParts: Partial<Host> = {}, languageId = 1033): Shown {
  const store = new FakeStore(appState(parts));
  const host = fakeHost(hostParts, languageId);
  return { ...render(<App host={host} store={store} {...otherStores(store.getState())} />), store, host };
}
