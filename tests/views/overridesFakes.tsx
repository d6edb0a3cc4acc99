import * as React from "react";
import { render } from "@testing-library/react";
import { componentKey } from "../../SolutionHealth/domain/layers/componentLayer";
import type { OverriddenComponent, OverrideFacts } from "../../SolutionHealth/domain/overrides/override";
import type { AppState } from "../../SolutionHealth/state/model";
import type { OverrideRow, OverridesState } from "../../SolutionHealth/state/overrides/model";
import { App } from "../../SolutionHealth/views/App";
import type { Host, Place } from "../../SolutionHealth/views/host";
import { appState, fakeHost, FakeStore, id, otherStores, ready, solution } from "./fakes";
import type { Shown } from "./fakes";
import { FakeOverrides, overridesState } from "./fakeOverrides";

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
  return {
    ...render(<App host={host} store={store} {...otherStores()} overrides={overrides} />),
    store,
    host,
    overrides,
  };
}
