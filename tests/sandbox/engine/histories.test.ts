import * as fc from "fast-check";
import type { PackageComponent } from "../../../SolutionHealth/package/model";
import { PlatformFault } from "../../../sandbox/engine/fault";
import type { EnvironmentState, StoredComponent, StoredLayer } from "../../../sandbox/store/model";
import { copyOf } from "../../../sandbox/store/stateFile";
import { Bench, column, form, guid, part, table, webResource, type PackageText } from "./handMade";

/** Histories of imports, upgrades, patches, edits and uninstalls, as they come: after each step the state must hold. */
type Step =
  | { readonly kind: "import" | "upgrade" | "stage"; readonly text: PackageText; readonly overwrite: boolean }
  | { readonly kind: "promote" | "uninstall"; readonly name: string }
  | { readonly kind: "customize"; readonly pick: number; readonly value: string };

const NAMES = ["A", "B", "C"];
const PUBLISHERS: Record<string, string> = { A: "contoso", B: "contoso", C: "fabrikam" };

const parts: readonly ((value: string) => PackageComponent)[] = [
  (value) => table("con_t", { description: value }),
  (value) => column("con_t", "con_c", { length: value }),
  (value) => column("account", "name", { length: value }),
  (value) => form(guid(1), "con_t", ["con_c"], { properties: { formxml: value } }),
  (value) => form(guid(2), "account", ["name"], { properties: { formxml: value } }),
  (value) => webResource("con_/a.js", { content: value, name: "a" }),
  (value) => part(62, "con_map", { properties: { sitemapxml: value }, references: [{ type: 1, key: "con_t" }] }),
  (value) =>
    part(31, guid(3), { id: guid(3), properties: { body: value }, references: [{ type: 61, key: "con_/a.js" }] }),
];

const components = fc
  .uniqueArray(fc.nat(parts.length - 1))
  .chain((picks) => fc.string({ maxLength: 3 }).map((value) => picks.flatMap((pick) => parts[pick]?.(value) ?? [])));

const version = fc
  .tuple(fc.nat(2), fc.nat(2), fc.nat(2))
  .map(([a, b, c]) => `${String(a + 1)}.${String(b)}.${String(c)}.0`);

const content = fc
  .record({
    name: fc.constantFrom(...NAMES, "A_Patch_1", "A_Patch_2", "C_Patch_3"),
    version,
    managed: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    components,
  })
  .map((text) => ({ ...text, publisher: PUBLISHERS[text.name.charAt(0)] ?? "contoso" }));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("import" as const, "import" as const, "upgrade" as const, "stage" as const),
    text: content,
    overwrite: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("promote" as const, "uninstall" as const),
    name: fc.constantFrom(...NAMES, "A_Patch_1", "A_Upgrade"),
  }),
  fc.record({ kind: fc.constant("customize" as const), pick: fc.nat(50), value: fc.string({ maxLength: 3 }) }),
);

function take(bench: Bench, one: Step): void {
  switch (one.kind) {
    case "import":
      bench.import(one.text, { overwrite: one.overwrite });
      return;
    case "upgrade":
      bench.upgrade(one.text, { overwrite: one.overwrite });
      return;
    case "stage":
      bench.import(one.text, { overwrite: one.overwrite, holding: true });
      return;
    case "promote":
      bench.promote(one.name);
      return;
    case "uninstall":
      bench.uninstall(one.name);
      return;
    case "customize": {
      const list = bench.environment.state.components;
      const component = list[one.pick % Math.max(1, list.length)];
      if (component) bench.environment.customize(component.id, { content: one.value }, bench.caller);
    }
  }
}

/** @returns whether the step was done; a refusal by the platform is an ordinary end, anything else is a defect. */
function attempt(bench: Bench, one: Step): boolean {
  try {
    take(bench, one);
    return true;
  } catch (error) {
    if (error instanceof PlatformFault && error.status < 500) return false;
    throw error;
  }
}

const isManaged = (layer: StoredLayer) => layer.solution !== "System" && layer.solution !== "Active";

function expectOrdered(state: Readonly<EnvironmentState>, component: StoredComponent): void {
  const names = component.layers.map((layer) => layer.solution);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  if (names.includes("System")) expect(names.indexOf("System")).toBe(0);
  if (names.includes("Active")) expect(names.indexOf("Active")).toBe(names.length - 1);
  const groups = component.layers.filter(isManaged).map((layer) => {
    const solution = state.solutions.find((one) => one.uniqueName === layer.solution);
    expect(solution).toBeDefined();
    const parent = state.solutions.find((one) => one.id === solution?.parentId);
    return (parent?.uniqueName ?? layer.solution).replace(/_Upgrade$/, "");
  });
  const starts = groups.filter((group, index) => group !== groups[index - 1]);
  expect(new Set(starts).size).toBe(starts.length);
}

function expectSound(bench: Bench): void {
  const { state, store } = bench.environment;
  for (const component of state.components) {
    expectOrdered(state, component);
    const members = new Set(store.membershipsOf(component.id).map((row) => store.solution(row.solutionId)?.uniqueName));
    for (const layer of component.layers.filter(isManaged)) expect(members).toContain(layer.solution);
    const expected: Record<string, unknown> = {};
    for (const layer of component.layers) Object.assign(expected, layer.properties);
    expect(bench.environment.effectiveProperties(component.id)).toEqual(expected);
    if (component.table !== undefined) expect(store.find(1, component.table)).toBeDefined();
  }
  for (const row of state.memberships) {
    expect(store.component(row.componentId)).toBeDefined();
    expect(store.solution(row.solutionId)).toBeDefined();
    if (row.rootMembershipId !== null) {
      expect(store.membershipsIn(row.solutionId).some((root) => root.id === row.rootMembershipId)).toBe(true);
    }
  }
  for (const solution of state.solutions) {
    if (solution.parentId !== null) expect(store.solution(solution.parentId)).toBeDefined();
  }
  for (const name of Object.keys(state.rows)) expect(store.find(1, name)).toBeDefined();
}

/** The state without what a failed operation may leave behind. */
function withoutRecords(state: Readonly<EnvironmentState>): EnvironmentState {
  return { ...copyOf(state), history: [], importJobs: [] };
}

describe("any history of operations", () => {
  it("keeps layers ordered, members existing and the topmost value in force", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const bench = new Bench();
        for (const one of steps) {
          attempt(bench, one);
          expectSound(bench);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves everything but history and import jobs as it was when an operation is refused", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
        const bench = new Bench();
        for (const one of steps) {
          const before = withoutRecords(bench.environment.state);
          if (!attempt(bench, one)) expect(withoutRecords(bench.environment.state)).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("comes back from its saved form the same, and goes on the same", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 6 }), (first, second) => {
        const bench = new Bench();
        for (const one of first) attempt(bench, one);
        const saved = JSON.parse(JSON.stringify(bench.environment.state)) as EnvironmentState;
        expect(saved).toEqual({ ...bench.environment.state });
        const loaded = new Bench({}, saved);
        for (const one of second) expect(attempt(loaded, one)).toBe(attempt(bench, one));
        const shape = (state: Readonly<EnvironmentState>) =>
          state.components.map((component) => [
            component.id,
            component.layers.map((layer) => [layer.solution, layer.properties]),
          ]);
        expect(shape(loaded.environment.state)).toEqual(shape(bench.environment.state));
      }),
      { numRuns: 60 },
    );
  });

  it("is undone by uninstalling a solution that was just installed", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), components, (steps, list) => {
        const bench = new Bench();
        for (const one of steps) attempt(bench, one);
        // Over something only unmanaged it would not be: the uninstall takes that along (§8.2, scenario 4).
        fc.pre(list.every((one) => isSomebodys(bench, one)));
        const before = lasting(bench.environment.state);
        const installed = attempt(bench, { kind: "import", text: { name: "Z", components: list }, overwrite: false });
        // Something that needed it all along would now hold it here.
        fc.pre(installed && bench.environment.dependenciesForUninstall("Z").length === 0);
        bench.uninstall("Z");
        expect(lasting(bench.environment.state)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("uninstalls exactly when nothing is listed as blocking and no base layer is at stake", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.constantFrom(...NAMES), (steps, name) => {
        const bench = new Bench();
        for (const one of steps) attempt(bench, one);
        fc.pre(bench.environment.store.solutionNamed(name)?.managed === true);
        const blockers = bench.environment.dependenciesForUninstall(name).length;
        const done = attempt(bench, { kind: "uninstall", name });
        const refusal = bench.environment.state.history.at(-1)?.exceptionMessage ?? "";
        if (blockers > 0) expect(done).toBe(false);
        else if (!done) expect(refusal).toContain("base layer");
      }),
      { numRuns: 60 },
    );
  });
});

function isSomebodys(bench: Bench, wanted: PackageComponent): boolean {
  const component = bench.find(Number(wanted.type), wanted.key);
  return component?.layers.some((layer) => layer.solution !== "Active") ?? true;
}

/** What an uninstall must restore: not times and counters, nor the platform's own components that came to be known. */
function lasting(state: Readonly<EnvironmentState>): unknown {
  const ofPlatform = (component: StoredComponent) => component.layers.every((layer) => layer.solution === "System");
  const own = state.components.filter((component) => !ofPlatform(component));
  const tables = new Set(own.map((component) => component.key));
  return {
    components: own.map((component) => ({ ...component, modifiedOn: "", modifiedBy: "" })),
    memberships: state.memberships,
    solutions: state.solutions,
    rows: Object.fromEntries(Object.entries(state.rows).filter(([name]) => tables.has(name))),
  };
}
