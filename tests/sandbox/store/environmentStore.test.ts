import { emptyState } from "../../../sandbox/engine/emptyState";
import { EnvironmentStore } from "../../../sandbox/store/environmentStore";
import { guidFor } from "../../../sandbox/store/guidFor";
import type { StoredComponent } from "../../../sandbox/store/model";

function component(key: string, more: Partial<StoredComponent> = {}): StoredComponent {
  const at = "2026-01-01T00:00:00Z";
  return {
    id: guidFor(key),
    type: 61,
    key,
    name: key,
    displayName: key,
    layers: [],
    references: {},
    createdOn: at,
    modifiedOn: at,
    modifiedBy: guidFor("user"),
    ...more,
  };
}

describe("EnvironmentStore", () => {
  it("finds components by id, by kind and key, by table and by what they need", () => {
    const store = new EnvironmentStore(emptyState());
    const target = component("a");
    const form = component("f", { type: 60, table: "account", references: { A: [{ type: 61, key: "a" }] } });
    store.putComponent(target);
    store.putComponent(form);
    expect(store.component(target.id)).toBe(target);
    expect(store.find(61, "a")).toBe(target);
    expect(store.find(60, "a")).toBeUndefined();
    expect(store.componentsOfTable("account")).toEqual([form]);
    expect(store.referrersOf(target)).toEqual([form]);
  });

  it("forgets old names of a replaced component", () => {
    const store = new EnvironmentStore(emptyState());
    store.putComponent(component("a", { table: "account" }));
    store.putComponent({ ...component("a"), key: "b" });
    expect(store.find(61, "a")).toBeUndefined();
    expect(store.componentsOfTable("account")).toEqual([]);
    expect(store.find(61, "b")?.id).toBe(guidFor("a"));
  });

  it("shows components in the state in order of arrival, replaced ones in their place", () => {
    const store = new EnvironmentStore(emptyState());
    for (const key of ["a", "b", "c"]) store.putComponent(component(key));
    store.putComponent(component("b", { displayName: "changed" }));
    store.deleteComponent(guidFor("a"));
    expect(store.state.components.map((item) => item.displayName)).toEqual(["changed", "c"]);
  });

  it("finds solutions whatever the case of the name", () => {
    const store = new EnvironmentStore(emptyState());
    expect(store.solutionNamed("ACTIVE")?.uniqueName).toBe("Active");
  });

  it("is as before when a transaction throws, look-ups included", () => {
    const store = new EnvironmentStore(emptyState());
    for (const key of ["a", "b"]) store.putComponent(component(key));
    store.state.rows = { t: [{ n: 1 }] };
    const before = structuredClone({ ...store.state });
    expect(() =>
      store.transaction(() => {
        store.deleteComponent(guidFor("a"));
        store.putComponent(component("c", { table: "t" }));
        store.putMembership({
          id: guidFor("m"),
          solutionId: guidFor("s"),
          componentId: guidFor("c"),
          type: 61,
          behavior: 0,
          rootMembershipId: null,
          createdOn: "",
        });
        store.state.rows = {};
        store.nextVersionNumber();
        store.deleteSolution(store.solutionNamed("Basic")?.id ?? "");
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect({ ...store.state }).toEqual(before);
    expect(store.find(61, "a")).toBeDefined();
    expect(store.componentsOfTable("t")).toEqual([]);
    expect(store.membershipsIn(guidFor("s"))).toEqual([]);
  });

  it("keeps what a transaction answers and writes", () => {
    const store = new EnvironmentStore(emptyState());
    expect(store.transaction(() => store.nextVersionNumber())).toBe(store.state.nextVersionNumber);
  });
});

describe("guidFor", () => {
  it("depends on its parts alone and has the form of an id", () => {
    expect(guidFor("a", 1)).toBe(guidFor("a", 1));
    expect(guidFor("a", 1)).not.toBe(guidFor("a", 2));
    expect(guidFor("ab", "c")).not.toBe(guidFor("a", "bc"));
    expect(guidFor("x")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
