import * as fc from "fast-check";
import type { FlagWay } from "../../SolutionHealth/dataverse/overrides/flagSearch";
import type { OverrideRow } from "../../SolutionHealth/state/overrides/model";
import type { EnvironmentState, StoredComponent } from "../../sandbox/store/model";
import { propertyRuns } from "../propertyRuns";
import { Bench } from "../sandbox/engine/handMade";
import { attempt, histories } from "./overrideHistories";
import { isDone, openOverrides, type OverridesBench } from "./overridesBench";

/** Histories a run. */
const RUNS = Number(process.env.OVERRIDE_RUNS ?? 500);

/*
 * The second opinion: written from the words of the product, not with its code. What the store of the environment holds
 * decides, whatever came over the wire.
 */
const BOOKKEEPING = new Set(["modifiedon", "versionnumber"]);
const STATE = new Set(["statecode"]);

interface Answer {
  readonly state: string;
  readonly changed: readonly string[];
}

function ownAnswer({ layers }: StoredComponent): Answer | undefined {
  const active = layers.find(({ solution }) => solution === "Active");
  if (active === undefined || layers.length < 2) return undefined;
  const names = Object.keys(active.properties);
  const changed = names.filter((name) => !BOOKKEEPING.has(name) && !STATE.has(name)).sort();
  if (changed.length > 0) return { state: "real", changed };
  return { state: names.some((name) => STATE.has(name)) ? "stateOnly" : "phantom", changed };
}

/** Whether a managed solution holds it: what solution by solution can be found at all. */
function isHeld(component: StoredComponent, state: Readonly<EnvironmentState>): boolean {
  const managed = new Set(state.solutions.filter((solution) => solution.managed).map(({ uniqueName }) => uniqueName));
  return component.layers.some(({ solution }) => solution !== "System" && managed.has(solution));
}

/**
 * Where one query answers for the environment, components of the platform that no solution holds are told too. An answer that
 * lacks some is found out by a sample of solutions: it must hold what these hold, and may lack more.
 */
function mustBeTold(
  component: StoredComponent,
  way: FlagWay | undefined,
  query: "complete" | "incomplete" | "refused",
  state: Readonly<EnvironmentState>,
): boolean {
  if (way?.kind !== "environment") return isHeld(component, state);
  return query === "complete" || component.layers.some(({ solution }) => way.provenBy.includes(solution));
}

const toAnswer = ({ component, facts }: OverrideRow): [string, Answer] => [
  component.id,
  { state: facts.state, changed: facts.changed },
];

const byId = (answers: [string, Answer][]): [string, Answer][] => answers.sort(([a], [b]) => (a < b ? -1 : 1));

async function scanned(opened: OverridesBench): Promise<readonly OverrideRow[]> {
  opened.store.scan({ kind: "environment" });
  const { scan, rows } = await opened.until(isDone);
  expect(scan).toMatchObject({ status: "finished", complete: true, unread: [] });
  return rows;
}

const ways = fc.constantFrom("complete" as const, "incomplete" as const, "refused" as const);
const baseLayerChanges = fc.constantFrom("all" as const, "empty" as const);

describe("any history of installs, patches, upgrades and edits", () => {
  it("gives the list of overrides that the environment's own store gives", async () => {
    await fc.assert(
      fc.asyncProperty(histories, ways, baseLayerChanges, async (steps, environmentFlagQuery, base) => {
        const bench = new Bench();
        for (const one of steps) attempt(bench, one);
        const opened = await openOverrides(bench.environment, { environmentFlagQuery, baseLayerChanges: base });
        try {
          const rows = await scanned(opened);
          const { state } = bench.environment;
          const { way } = opened.store.getState().scan;
          const isTold = (component: StoredComponent | undefined): boolean =>
            component !== undefined && mustBeTold(component, way, environmentFlagQuery, state);
          const expected = state.components.filter(isTold).flatMap((component): [string, Answer][] => {
            const answer = ownAnswer(component);
            return answer ? [[component.id, answer]] : [];
          });
          const found = rows.filter(({ component: { id } }) => isTold(bench.environment.store.component(id)));
          expect(byId(found.map(toAnswer))).toEqual(byId(expected));
        } finally {
          await opened.close();
        }
      }),
      propertyRuns(RUNS),
    );
  }, 600_000);

  it("gives each property the winner that the environment's own store gives", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(50), async (steps, pick) => {
        const bench = new Bench();
        for (const one of steps) attempt(bench, one);
        const { components } = bench.environment.state;
        const component = components[pick % Math.max(1, components.length)];
        if (component === undefined) return;
        const opened = await openOverrides(bench.environment, { managedLayerChanges: "all" });
        try {
          await expectWinners(opened, bench, component);
        } finally {
          await opened.close();
        }
      }),
      propertyRuns(RUNS),
    );
  }, 600_000);
});

const TYPE_NAMES: Readonly<Record<number, string>> = {
  1: "Entity",
  2: "Attribute",
  26: "SavedQuery",
  29: "Workflow",
  60: "SystemForm",
  61: "WebResource",
  62: "SiteMap",
};

async function expectWinners(opened: OverridesBench, bench: Bench, component: StoredComponent): Promise<void> {
  const { id, type, name, displayName } = component;
  const typeName = TYPE_NAMES[type];
  if (typeName === undefined) throw new Error(`A component of type ${type}`);
  opened.store.loadLayers({ id, type, typeName, name, displayName });
  const { layers } = await opened.until((state) =>
    [...state.layers.values()].some(({ status }) => status !== "loading"),
  );
  const [view] = layers.values();
  if (view?.status !== "ready") throw new Error(JSON.stringify(view));
  const { stack, winners } = view.value;
  expect(stack.layers.map(({ solution }) => solution)).toEqual(
    component.layers.map(({ solution }) => solution).reverse(),
  );
  const expected = Object.entries(bench.environment.effectiveProperties(id)).map(([property, value]) => {
    const top = [...component.layers].reverse().find(({ properties }) => property in properties);
    return [property, top?.solution, value];
  });
  const found = [...winners].map(([property, { solution, value }]) => [property, solution, value]);
  expect(found.sort()).toEqual(expected.sort());
}
