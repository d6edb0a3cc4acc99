import { assessRemoval, incomingValues } from "../../../SolutionHealth/domain/overrides/assessRemoval";
import { layer, stackOf } from "../layers/layerSamples";

const active = layer("Active", { name: "a" });
const base = layer("Base", { name: "b" });

describe("assessRemoval", () => {
  it("refuses what would delete the component", () => {
    expect(assessRemoval(stackOf("SavedQuery", active))).toEqual({ verdict: "refused", notes: ["onlyLayer"] });
  });

  it("refuses where there is nothing to remove, or nobody knows", () => {
    expect(assessRemoval(stackOf("SavedQuery", base))).toEqual({ verdict: "refused", notes: ["noActiveLayer"] });
    expect(assessRemoval(stackOf("SavedQuery"))).toEqual({ verdict: "refused", notes: ["layersUnknown"] });
    expect(assessRemoval(undefined)).toEqual({ verdict: "refused", notes: ["layersUnknown"] });
  });

  it("is sure of a view", () => {
    expect(assessRemoval(stackOf("SavedQuery", active, base))).toEqual({ verdict: "removable", notes: [] });
  });

  it.each(["Entity", "Attribute", "OptionSet", "EntityRelationship"])("is in doubt about a %s", (typeName) => {
    expect(assessRemoval(stackOf(typeName, active, base))).toEqual({ verdict: "doubtful", notes: ["metadata"] });
  });

  it.each(["SystemForm", "SiteMap", "AppModule"])("says that the layers of a %s are merged", (typeName) => {
    expect(assessRemoval(stackOf(typeName, active, base))).toEqual({ verdict: "removable", notes: ["mergeType"] });
  });

  it.each([false, "false", "0", 0, { Value: false }, { Value: "False" }])(
    "is in doubt when iscustomizable is %p",
    (value) => {
      const managed = layer("Base", { iscustomizable: value });
      expect(assessRemoval(stackOf("SavedQuery", active, managed)).notes).toEqual(["notCustomizable"]);
    },
  );

  it.each([true, "1", { Value: true }, null, { odd: 1 }])("is sure when iscustomizable is %p", (value) => {
    const managed = layer("Base", { iscustomizable: value });
    expect(assessRemoval(stackOf("SavedQuery", active, managed)).verdict).toBe("removable");
  });

  it("says that a flow may be switched on or off", () => {
    const off = layer("Active", { statecode: 0 });
    expect(assessRemoval(stackOf("Workflow", off, base)).notes).toEqual(["state"]);
  });
});

describe("incomingValues", () => {
  it("says for each changed property what will show, and whose it is", () => {
    const stack = stackOf("SavedQuery", layer("Active", { name: "a", x: 1, y: 1 }), layer("Top", { x: 2 }), base);
    expect(incomingValues(stack)).toEqual([
      { property: "name", now: "a", then: "b", from: "Base", known: true },
      { property: "x", now: 1, then: 2, from: "Top", known: true },
      { property: "y", now: 1, then: undefined, known: true },
    ]);
  });

  it("does not claim to know what lies below an unreadable layer", () => {
    const below = layer("Base", {}, { changes: "?", componentJson: "?" });
    expect(incomingValues(stackOf("SavedQuery", active, below))).toMatchObject([{ known: false, then: undefined }]);
  });

  it("is empty without an Active layer or when it cannot be read", () => {
    expect(incomingValues(stackOf("SavedQuery", base))).toEqual([]);
    expect(incomingValues(stackOf("SavedQuery", layer("Active", {}, { changes: "?" }), base))).toEqual([]);
  });
});
