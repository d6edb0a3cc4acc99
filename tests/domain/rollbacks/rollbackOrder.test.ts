import { heldJointly } from "../../../SolutionHealth/domain/rollbacks/heldJointly";
import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackComponent } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { column, component, facts, type FactsText, member, solution, stack } from "./rollbackFacts";

const js = component("WebResource", "con_/a.js");
const view = component("SavedQuery", "View", "account");
const A = solution("A", { installedOn: new Date(1) });
const older = solution("A_Patch_1", { parentId: "A", version: "1.0.9.0" });
const newer = solution("A_Patch_2", { parentId: "A", version: "1.0.10.0" });
const ALL = [A, older, newer, solution("F", { installedOn: new Date(2) }), solution("G", { installedOn: new Date(3) })];

const needs = (required: RollbackComponent, dependent: RollbackComponent) => ({ required, dependent, uninstalls: [] });

const preview = (text: FactsText): RollbackPreview => previewRollback(facts({ solutions: ALL, ...text }));
const steps = (text: FactsText): string[] =>
  preview(text).order.steps.map(
    ({ solution: { uniqueName }, because, implied }) => `${uniqueName} ${because}${implied ? " implied" : ""}`,
  );

describe("the order of a rollback", () => {
  it("takes the patches of a base along, newest first, and sends nothing for them (§1.5)", () => {
    expect(steps({ targets: ["A"] })).toEqual(["A_Patch_2 patch implied", "A_Patch_1 patch implied", "A target"]);
    expect(steps({ targets: ["A", "A_Patch_1"] })[1]).toBe("A_Patch_1 target implied");
  });

  it("puts patches of a base that stays newest first", () => {
    expect(steps({ targets: ["A_Patch_1", "A_Patch_2"] })).toEqual(["A_Patch_2 target", "A_Patch_1 target"]);
  });

  it("puts what was installed last first where nothing else decides", () => {
    expect(steps({ targets: ["F", "G"] })).toEqual(["G target", "F target"]);
  });

  it("puts dependents before what they need", () => {
    const text = { targets: ["F", "G"], members: [member(js, ["G"]), member(view, ["F"])] };
    expect(steps({ ...text, dependencies: [needs(js, view)] })).toEqual(["F target", "G target"]);
  });

  it("puts a layer of another publisher before the base below it", () => {
    const text = { targets: ["F", "G"], members: [member(js, ["F", "G"])], stacks: [stack(js, ["G", {}], ["F", {}])] };
    expect(steps(text)).toEqual(["F target", "G target"]);
  });

  it("takes only those layers of a component for its need that name what goes", () => {
    const own = column("account", "con_f");
    const fetchxml = "<fetch><entity name='account'><attribute name='con_f'/></entity></fetch>";
    const text = {
      targets: ["F", "G"],
      members: [member(view, ["G", "F"]), member(own, ["F"])],
      stacks: [stack(view, ["G", { name: "View" }], ["F", { fetchxml }]), stack(own, ["F", {}])],
    };
    expect(preview(text).order.cycles).toEqual([]);
    expect(steps(text)).toEqual(["F target", "G target"]);
    expect(preview({ ...text, dependencies: [needs(own, view)] }).order.cycles).toEqual([]);
  });

  it("names solutions that need each other, once", () => {
    const text = {
      targets: ["F", "G"],
      members: [member(js, ["G"]), member(view, ["F"])],
      dependencies: [needs(js, view), needs(view, js)],
    };
    expect(preview(text).order.cycles).toEqual([expect.arrayContaining(["F", "G"])]);
    expect(preview(text).verdict).toBe("blocked");
  });

  it("refuses what cannot be taken back, and says why", () => {
    const solutions = [solution("U", { managed: false }), solution("Default", { managed: false }), A];
    const found = preview({ solutions, targets: ["U", "Default", "gone"] });
    expect(found.refused.map(({ reason }) => reason)).toEqual(["unmanaged", "restricted", "notInstalled"]);
    expect(found.verdict).toBe("blocked");
  });

  it("names a staged upgrade that stays behind, and takes it first where it is chosen (§1.4)", () => {
    const held = solution("A_Upgrade", { version: "2.0.0.0", installedOn: new Date(0) });
    const solutions = [A, held];
    expect(preview({ solutions, targets: ["A"] }).holdings).toEqual([held]);
    expect(preview({ solutions, targets: ["A", "A_Upgrade"] }).holdings).toEqual([]);
    expect(steps({ solutions, targets: ["A", "A_Upgrade"] })).toEqual(["A_Upgrade target", "A target"]);
  });
});

describe("heldJointly", () => {
  it("names what goes with several targets and with none of them alone", () => {
    const members = [member(js, ["F", "G"]), member(view, ["F"])];
    const layers = [stack(js, ["F", {}], ["G", {}])];
    expect(heldJointly(facts({ solutions: ALL, targets: ["F", "G"], members, stacks: layers }))).toEqual([js]);
    const family = facts({ solutions: ALL, targets: ["A"], members: [member(js, ["A", "A_Patch_1"])] });
    expect(heldJointly(family)).toEqual([]);
  });
});
