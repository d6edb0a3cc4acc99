import type { EngineOptions } from "../../../sandbox/engine/contract";
import type { Properties } from "../../../SolutionHealth/domain/model/property";
import { Bench, faultOf, form, guid, part, type PackageText, table } from "./handMade";

const main = (number: number, more: Properties = {}) =>
  form(guid(number), "con_t", [], { properties: { type: 2, ...more } });
const shell = part(1, "con_t", { behavior: 2, shell: true });
const base: PackageText = { name: "A", components: [table("con_t"), main(1)] };
const without: PackageText = { name: "A", version: "2.0", components: [table("con_t")] };

function benchWith(options: EngineOptions, ...more: readonly PackageText[]): Bench {
  const bench = new Bench(options);
  for (const text of [base, ...more]) bench.import(text);
  return bench;
}

describe.each([
  ["in one step", (bench: Bench) => bench.upgrade(without)],
  [
    "staged and applied",
    (bench: Bench) => {
      bench.import(without, { holding: true });
      return bench.promote("A");
    },
  ],
])("an upgrade %s that drops a main form", (_way, upgrade) => {
  it("is refused where its table would be left without one: nothing changes (0x8004F654)", () => {
    const bench = benchWith({});
    const fault = faultOf(() => upgrade(bench));
    expect(fault.code).toBe("0x8004F654");
    expect(fault.message).toContain(
      "You cannot delete this form because it is the only fallback form of type main for the 'con_t' table. " +
        "Each table must have at least one fallback form for each form type",
    );
    expect(bench.layers(60, guid(1))).toContain("A");
  });

  it("takes place where another solution's main form stays, or one that somebody made here", () => {
    for (const managed of [true, false]) {
      const bench = benchWith({}, { name: "B", managed, components: [shell, main(2)] });
      upgrade(bench);
      expect(bench.find(60, guid(1))).toBeUndefined();
      expect(bench.layers(60, guid(2))).toEqual([managed ? "B" : "Active"]);
    }
  });

  it("is refused where only forms of other kinds stay", () => {
    const bench = benchWith(
      {},
      { name: "B", components: [shell, form(guid(2), "con_t", [], { properties: { type: 7 } })] },
    );
    expect(faultOf(() => upgrade(bench)).code).toBe("0x8004F654");
  });

  it("takes place where the one that stays is switched off, or is refused then: no source says which", () => {
    const off: PackageText = { name: "B", components: [shell, main(2, { formactivationstate: 0 })] };
    const lenient = benchWith({}, off);
    upgrade(lenient);
    expect(lenient.find(60, guid(1))).toBeUndefined();
    const strict = benchWith({ inactiveFormsLeft: "refuse" }, off);
    expect(faultOf(() => upgrade(strict)).code).toBe("0x8004F654");
  });
});

describe("the last main form of a table", () => {
  it("is judged by the layers that are left: one that falls back to being switched off may not count", () => {
    const bench = new Bench({ inactiveFormsLeft: "refuse" });
    bench.import({ name: "A", components: [table("con_t"), main(1)] });
    bench.import({ name: "B", components: [shell, main(2, { formactivationstate: 0 })] });
    bench.import({
      name: "A",
      version: "1.5",
      components: [table("con_t"), main(1), main(2, { formactivationstate: 1 })],
    });
    expect(bench.effective(60, guid(2)).formactivationstate).toBe(1);
    expect(faultOf(() => bench.upgrade(without)).code).toBe("0x8004F654");
  });

  it("is not taken away by an uninstall either, while another solution keeps the table", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t")] });
    bench.import({ name: "B", components: [shell, main(1)] });
    expect(faultOf(() => bench.uninstall("B")).code).toBe("0x8004F654");
    expect(bench.environment.store.solutionNamed("B")).toBeDefined();
    bench.import({ name: "C", components: [shell, main(2)] });
    bench.uninstall("B");
    expect(bench.find(60, guid(1))).toBeUndefined();
  });

  it("goes with its table", () => {
    const bench = benchWith({});
    bench.uninstall("A");
    expect(bench.find(60, guid(1))).toBeUndefined();
  });

  it("is not asked about for other kinds of forms, nor for the platform's tables, which have forms of its own", () => {
    const bench = new Bench();
    const quick = form(guid(1), "con_t", [], { properties: { type: 7 } });
    bench.import({ name: "A", components: [table("con_t"), quick] });
    bench.upgrade(without);
    expect(bench.find(60, guid(1))).toBeUndefined();
    bench.import({ name: "B", components: [form(guid(3), "account", ["name"], { properties: { type: 2 } })] });
    bench.uninstall("B");
    expect(bench.find(60, guid(3))).toBeUndefined();
  });

  it("stays where an update leaves it behind, or where it falls back to another solution's layer", () => {
    const bench = benchWith({}, { name: "B", components: [shell, main(1)] });
    bench.import({ ...without, version: "1.5" });
    expect(bench.layers(60, guid(1))).toEqual(["A", "B"]);
    bench.upgrade(without);
    expect(bench.layers(60, guid(1))).toEqual(["B"]);
  });
});
