import { isPhantom } from "../../../sandbox/engine/phantoms";
import { Bench, webResource } from "./handMade";

const names = Array.from({ length: 60 }, (_unused, index) => `con_${String(index)}.js`);
const app = { name: "App", components: names.map((name) => webResource(name)) };

function phantomsOf(bench: Bench): string[] {
  return names.filter((name) => bench.layers(61, name).includes("Active"));
}

describe("phantom layers", () => {
  it("are not made by default", () => {
    const bench = new Bench();
    bench.import(app);
    expect(phantomsOf(bench)).toEqual([]);
  });

  it("lie on a share of the components of a managed import, the same ones each time, and change nothing", () => {
    const [first, second] = [new Bench({ phantomShare: 0.5 }), new Bench({ phantomShare: 0.5 })];
    for (const bench of [first, second]) bench.import(app);
    const found = phantomsOf(first);
    expect(found.length).toBeGreaterThan(10);
    expect(found.length).toBeLessThan(50);
    expect(phantomsOf(second)).toEqual(found);
    const layers = found.map((name) => first.get(61, name).layers.at(-1));
    expect(layers.every((layer) => layer !== undefined && isPhantom(layer))).toBe(true);
    expect(new Set(layers.map((layer) => Object.keys(layer?.properties ?? {}).length > 0))).toEqual(
      new Set([true, false]),
    );
  });

  it("do not come back with an update that overwrites customizations", () => {
    const bench = new Bench({ phantomShare: 1 });
    bench.import(app);
    expect(phantomsOf(bench)).toHaveLength(names.length);
    bench.import({ ...app, version: "1.1.0.0" }, { overwrite: true });
    expect(phantomsOf(bench)).toEqual([]);
  });
});
