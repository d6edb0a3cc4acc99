import type { LayerStack } from "../../../SolutionHealth/domain/layers/componentLayer";
import { compareRollback, type FoundAfter } from "../../../SolutionHealth/domain/rollbacks/compareRollback";
import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import { component, facts, member, solution, stack } from "./rollbackFacts";

const js = component("WebResource", "con_/a.js");
const own = component("WebResource", "con_/own.js");

const preview = (...layers: Parameters<typeof stack>[1][]) =>
  previewRollback(
    facts({
      solutions: [solution("A"), solution("B"), solution("F")],
      targets: ["B"],
      members: [member(js, ["B"], { alsoHeldBy: ["A"] }), member(own, ["B"])],
      stacks: [stack(js, ...layers)],
    }),
  );

const there = (found: LayerStack): FoundAfter => ({ status: "there", stack: found });
const GONE: FoundAfter = { status: "gone" };

describe("compareRollback", () => {
  const said = preview(["A", { content: "1" }], ["B", { content: "2" }]);
  const back = there(stack(js, ["A", { content: "1" }]));

  it("finds nothing to say when everything came as announced", () => {
    const found = new Map([
      [js.key, back],
      [own.key, GONE],
    ]);
    expect(compareRollback(said, found)).toEqual({ compared: 2, asSaid: 2, surprises: [] });
  });

  it("names what is there, gone, of other values, or not known although something else was said", () => {
    const other = there(stack(js, ["A", { content: "9" }]));
    const surprise = (key: string, after: FoundAfter) => compareRollback(said, new Map([[key, after]])).surprises;
    expect(surprise(own.key, there(stack(own, ["B", {}])))).toMatchObject([{ said: "deleted", found: "there" }]);
    expect(surprise(js.key, GONE)).toMatchObject([{ said: "fallsBack", found: "gone" }]);
    expect(surprise(js.key, other)).toMatchObject([{ found: "otherValues", properties: ["content"] }]);
    expect(surprise(js.key, { status: "unknown", why: { reason: "notRead" } })).toMatchObject([{ found: "unknown" }]);
  });

  it("takes either end of what was only likely", () => {
    const likely = preview(["A", { content: "1" }], ["B", { content: "2" }], ["F", { name: "f" }]);
    const after = (content: string) => new Map([[js.key, there(stack(js, ["A", { content }]))]]);
    expect(["1", "2", "3"].map((content) => compareRollback(likely, after(content)).surprises.length)).toEqual([
      0, 0, 1,
    ]);
  });

  it("does not count what was not looked at again", () => {
    expect(compareRollback(said, new Map()).compared).toBe(0);
  });
});
