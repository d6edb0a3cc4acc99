import * as React from "react";
import { render } from "@testing-library/react";
import { componentKey } from "../../SolutionHealth/domain/layers/componentLayer";
import type { DataItem } from "../../SolutionHealth/domain/consequences/dataAtRisk";
import type { RollbackComponent } from "../../SolutionHealth/domain/rollbacks/rollbackFacts";
import type {
  Blocker,
  ComponentFate,
  FateKind,
  LayerName,
  RollbackPreview,
} from "../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { AppState } from "../../SolutionHealth/state/model";
import type { TrackedJob } from "../../SolutionHealth/state/jobs/model";
import type { RollbackState } from "../../SolutionHealth/state/rollbacks/model";
import { App } from "../../SolutionHealth/views/App";
import type { Host, Place } from "../../SolutionHealth/views/host";
import { FakeJobs } from "./fakeJobs";
import { FakeRollback } from "./fakeRollback";
import { appState, fakeHost, FakeStore, id, otherStores, ready, solution } from "./fakes";
import type { Shown } from "./fakes";

export const part = (number: number, parts: Partial<RollbackComponent> = {}): RollbackComponent => {
  const typeName = parts.typeName ?? "SavedQuery";
  return {
    key: componentKey({ typeName, id: id(number) }),
    id: id(number),
    type: 26,
    typeName,
    name: `View ${number}`,
    displayName: `View ${number}`,
    table: "account",
    ...parts,
  };
};

export const table = (number: number): RollbackComponent =>
  part(number, {
    typeName: "Entity",
    type: 1,
    name: `cts_t${number}`,
    displayName: `Table ${number}`,
    table: `cts_t${number}`,
  });

export const layer = (name: string, parts: Partial<LayerName> = {}): LayerName => ({
  solution: name.replace(/ /g, ""),
  displayName: name,
  publisher: "Contoso",
  version: "1.0.0.0",
  ...parts,
});

/** Deleted, unless told otherwise. */
export function fate(component: RollbackComponent, parts: Partial<ComponentFate> = {}): ComponentFate {
  return {
    component,
    kind: "deleted",
    leaving: ["Solution1"],
    changes: [],
    heldBy: [],
    hasOverride: false,
    merged: false,
    ...parts,
  };
}

export const blocker = (required: RollbackComponent, parts: Partial<Blocker> = {}): Blocker => ({
  kind: "dependency",
  required,
  dependent: part(90, { displayName: "Risky accounts" }),
  fix: { where: "solution", solution: layer("Fabrikam Addons") },
  round: 1,
  ...parts,
});

/** A preview of Solution 1 that nothing stands in the way of. */
export function rollbackPreview(parts: Partial<RollbackPreview> = {}): RollbackPreview {
  const targets = parts.targets ?? [solution(1)];
  const fates = parts.fates ?? [];
  const count = (kind: FateKind): number => fates.filter((it) => it.kind === kind).length;
  return {
    targets,
    refused: [],
    verdict: "possible",
    order: {
      steps: targets.map((it) => ({ solution: it, because: "target", implied: false })),
      cycles: [],
      missing: [],
    },
    fates,
    counts: {
      deleted: count("deleted"),
      fallsBack: count("fallsBack"),
      returns: count("returns"),
      survives: count("survives"),
      unchanged: count("unchanged"),
      unknown: count("unknown"),
    },
    blockers: [],
    unread: [],
    holdings: [],
    readAt: new Date("2026-01-02T03:00:00Z"),
    ...parts,
  };
}

export type Previewed = Extract<RollbackState, { status: "previewed" }>;

export function previewed(parts: Partial<RollbackPreview> = {}, more: Partial<Previewed> = {}): Previewed {
  const preview = rollbackPreview(parts);
  return {
    status: "previewed",
    targets: preview.targets.map((it) => it.id),
    preview,
    cost: { calls: 27, duration: 2140 },
    data: { status: "idle" },
    reportSaved: false,
    run: { status: "none" },
    ...more,
  };
}

export const counted = (items: readonly DataItem[], complete = true): Previewed["data"] => ({
  status: "counted",
  data: { items, complete, total: items.length },
});

export interface ShownRollback extends Shown {
  readonly rollback: FakeRollback;
  readonly jobs: FakeJobs;
}

export interface RollbackAround {
  readonly app?: Partial<AppState>;
  readonly host?: Partial<Host>;
  readonly place?: Place;
  readonly languageId?: number;
  readonly jobs?: readonly TrackedJob[];
}

const GRANTED = ready(new Map([["prvDeleteSolution", "granted" as const]]));

/** The whole app at the uninstall of Solution 1, as a person meets it. */
export function showRollback(state: RollbackState, around: RollbackAround = {}): ShownRollback {
  const rollback = new FakeRollback(state);
  const jobs = new FakeJobs(around.jobs);
  const store = new FakeStore(
    appState({ privileges: GRANTED, solutions: ready([solution(1), solution(2)]), ...around.app }),
  );
  const host = fakeHost(around.host, around.languageId);
  host.place.write(around.place ?? { page: "solutions", solution: id(1), panelTab: "uninstall" });
  const shown = render(<App host={host} store={store} {...otherStores()} rollback={rollback} jobs={jobs} />);
  return { ...shown, store, host, rollback, jobs };
}
