import { Bench, guid, table, webResource } from "../sandbox/engine/handMade";
import { frozen, stateToTry } from "./frozen";

function filled(): Bench {
  const bench = new Bench();
  bench.import({ name: "A", components: [table("con_t"), webResource("con_/a.js", { content: "1" })] });
  bench.environment.createRow("con_t", { con_tid: guid(5) }, bench.caller);
  return bench;
}

describe("an environment in which something is tried", () => {
  it("changes without the original, whatever is done in it", () => {
    const bench = filled();
    const before = structuredClone({ ...bench.environment.state });
    const copy = new Bench({}, stateToTry(bench.environment));
    copy.upgrade({ name: "A", version: "2.0.0.0", components: [webResource("con_/a.js", { content: "2" })] });
    copy.customize(61, "con_/a.js", { content: "3" });
    copy.uninstall("A");
    expect(copy.find(61, "con_/a.js")).toBeUndefined();
    expect({ ...bench.environment.state }).toEqual(before);
  });

  it("cannot be edited in place, so that no trial shows in the next", () => {
    const bench = filled();
    const { components } = stateToTry(bench.environment);
    const layer = bench.get(61, "con_/a.js").layers[0];
    expect(() => Object.assign(layer?.properties ?? {}, { content: "2" })).toThrow(TypeError);
    expect(() => components.pop()).toThrow(TypeError);
  });
});

it("freezes what is inside of what is inside", () => {
  const value = { list: [{ text: "a" }], none: null };
  expect(frozen(value)).toBe(value);
  expect(Object.isFrozen(value.list[0])).toBe(true);
});
