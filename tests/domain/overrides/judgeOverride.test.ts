import { DEFAULT_BOOKKEEPING, tidyBookkeeping } from "../../../SolutionHealth/domain/overrides/bookkeeping";
import { judgeOverride } from "../../../SolutionHealth/domain/overrides/judgeOverride";
import type { OverrideFacts } from "../../../SolutionHealth/domain/overrides/override";
import type { LayerRow } from "../../../SolutionHealth/domain/layers/componentLayer";
import { childrenText, layer, stackOf } from "../layers/layerSamples";

const base = layer("Base", { name: "b" });

function factsOf(
  active: LayerRow,
  below: readonly LayerRow[] = [base],
  bookkeeping = DEFAULT_BOOKKEEPING,
): OverrideFacts {
  const verdict = judgeOverride(stackOf("Role", active, ...below), bookkeeping);
  if (verdict.kind !== "override") throw new Error(verdict.kind);
  return verdict.facts;
}

const privilege = (name: string, depth: number) => ({ privilegename: name, privilegedepthmask: depth });
const privileges = (...list: object[]) => ({ children: childrenText({ RolePrivileges: list as never }) });

describe("judgeOverride", () => {
  it("calls it real when a meaningful property is changed, whatever else is", () => {
    expect(factsOf(layer("Active", { name: "a", modifiedon: "x", statecode: 1 }))).toMatchObject({
      state: "real",
      reason: "changesProperties",
      changed: ["name"],
      changedState: ["statecode"],
      bookkeeping: ["modifiedon"],
      owner: "Base",
      below: "Base",
    });
  });

  it.each(["statecode", "statuscode"])("calls it state only when nothing but %s is changed", (property) => {
    expect(factsOf(layer("Active", { [property]: 1, modifiedon: "x" }))).toMatchObject({
      state: "stateOnly",
      reason: "changesState",
      changed: [],
    });
  });

  it.each([null, "", "{}", '{"Attributes":[]}'])("calls it phantom when its changes are %p", (changes) => {
    expect(factsOf(layer("Active", {}, { changes }))).toMatchObject({ state: "phantom", reason: "changesNothing" });
  });

  it.each(DEFAULT_BOOKKEEPING)("calls it phantom when only %s is changed", (property) => {
    const facts = factsOf(layer("Active", { [property]: "x" }));
    expect(facts).toMatchObject({ state: "phantom", reason: "changesBookkeeping", fingerprint: "" });
  });

  it("follows the list as a person has changed it", () => {
    const active = layer("Active", { name: "a" });
    expect(factsOf(active, [base], tidyBookkeeping([" Name "])).state).toBe("phantom");
    expect(factsOf(layer("Active", { statecode: 1 }), [base], ["statecode"]).state).toBe("phantom");
    expect(factsOf(layer("Active", { modifiedon: "x" }), [base], []).state).toBe("real");
  });

  it.each(["?", '{"Attributes":[{}]}', 5])("does not know what %p changes", (changes) => {
    expect(factsOf(layer("Active", {}, { changes }))).toMatchObject({
      state: "unknown",
      reason: "changesUnreadable",
      owner: "Base",
    });
  });

  it("does not know when no layer was answered", () => {
    expect(judgeOverride(stackOf("Role"), [])).toMatchObject({ facts: { state: "unknown", reason: "noLayers" } });
  });

  it("sees no override without an Active layer, nor in a component made by hand", () => {
    expect(judgeOverride(stackOf("Role", base), [])).toEqual({ kind: "none" });
    expect(judgeOverride(stackOf("Role", layer("Active", { name: "a" })), [])).toEqual({ kind: "unmanagedOnly" });
  });

  describe("privileges, options and labels", () => {
    const below = [layer("Base", {}, privileges(privilege("prvRead", 1), privilege("prvWrite", 1)))];

    it("calls it real when a privilege has another depth, is new or is gone", () => {
      for (const list of [
        [privilege("prvRead", 8), privilege("prvWrite", 1)],
        [privilege("prvRead", 1), privilege("prvWrite", 1), privilege("prvDelete", 1)],
        [privilege("prvRead", 1)],
      ]) {
        const facts = factsOf(layer("Active", {}, privileges(...list)), below);
        expect(facts).toMatchObject({ state: "real", reason: "changesChildren", changed: ["RolePrivileges"] });
      }
    });

    it("calls it phantom when the same privileges are only listed again, in another order", () => {
      const active = layer("Active", {}, privileges(privilege("prvWrite", 1), privilege("prvRead", 1)));
      expect(factsOf(active, below).state).toBe("phantom");
    });

    it("does not take an option for removed because Active does not list it: options add up", () => {
      const options = (...values: number[]) => ({
        children: childrenText({ AttributePicklistValues: values.map((value) => ({ value })) }),
      });
      const managed = [layer("Base", {}, options(1, 2))];
      expect(factsOf(layer("Active", {}, options(1)), managed).state).toBe("phantom");
      expect(factsOf(layer("Active", {}, options(3)), managed).state).toBe("real");
    });

    it("does not know when children cannot be read, unless a property is changed anyway", () => {
      const unreadable = { children: "?" };
      expect(factsOf(layer("Active", {}, unreadable))).toMatchObject({
        state: "unknown",
        reason: "childrenUnreadable",
      });
      expect(factsOf(layer("Active", { name: "a" }, unreadable)).state).toBe("real");
      const active = layer("Active", {}, privileges(privilege("prvRead", 1)));
      expect(factsOf(active, [layer("Base", {}, unreadable)]).state).toBe("unknown");
    });
  });

  describe("the fingerprint", () => {
    it("stays the same for the same changes, whatever order they come in and whatever else is noted", () => {
      const first = factsOf(layer("Active", { a: { x: 1, y: 2 }, b: 1, modifiedon: "1" }));
      const second = factsOf(layer("Active", { b: 1, a: { y: 2, x: 1 }, modifiedon: "2" }));
      expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(second.fingerprint).toBe(first.fingerprint);
    });

    it("is another for another value, another property, another state and another privilege", () => {
      const prints = [
        factsOf(layer("Active", { a: 1 })),
        factsOf(layer("Active", { a: 2 })),
        factsOf(layer("Active", { a: 1, b: 1 })),
        factsOf(layer("Active", { statecode: 0 })),
        factsOf(layer("Active", { statecode: 1 })),
        factsOf(layer("Active", {}, privileges(privilege("prvRead", 1)))),
        factsOf(layer("Active", {}, privileges(privilege("prvRead", 2)))),
      ].map(({ fingerprint }) => fingerprint);
      expect(new Set(prints).size).toBe(prints.length);
    });
  });
});
