import type { PackageComponent } from "../../../SolutionHealth/package/model";
import { Bench, column, faultOf, form, guid, part, table, webResource } from "./handMade";

const script = webResource("con_/a.js");
const report = (...keys: string[]): PackageComponent =>
  part(31, guid(5), { references: keys.map((key) => ({ type: 61, key })) });

/** The report of `Reports` needs what `Scripts` brings; `Cover` lies on it and needs nothing. */
function coveredNeed(): Bench {
  const bench = new Bench();
  bench.import({ name: "Scripts", components: [script] });
  bench.import({ name: "Reports", components: [report("con_/a.js")] });
  bench.import({ name: "Scripts_Patch_1", version: "1.0.1.0", components: [webResource("con_/b.js")] });
  bench.import({ name: "Cover", components: [report()] });
  return bench;
}

describe("blockers that only appear in the second round", () => {
  /** `Update` brings a script of its own and covers the report, which needed that script once the cover is off. */
  function uncovering(): Bench {
    const bench = new Bench();
    bench.import({ name: "Update", components: [webResource("con_/b.js")] });
    bench.import({ name: "Reports", components: [report("con_/b.js")] });
    bench.import({ name: "Update", version: "1.1.0.0", components: [webResource("con_/b.js"), report()] });
    return bench;
  }

  it("are not among the dependencies: only what is topmost now counts (§6.2)", () => {
    const bench = uncovering();
    expect(bench.layers(31, guid(5))).toEqual(["Reports", "Update"]);
    expect(bench.environment.dependenciesForUninstall("Update")).toEqual([]);
  });

  it("refuse the uninstall all the same, naming the solution of the layer that comes to light", () => {
    const bench = uncovering();
    const fault = faultOf(() => bench.uninstall("Update"));
    expect(fault.code).toBe("0x8004F020");
    expect(fault.message).toContain("is required by the 'Reports' solution");
    expect(bench.layers(31, guid(5))).toEqual(["Reports", "Update"]);
  });

  it("come after what the server lists: its text names one blocker at a time", () => {
    const bench = uncovering();
    bench.import({ name: "Maps", components: [part(62, "con_map", { references: [{ type: 61, key: "con_/b.js" }] })] });
    const required = bench.environment.dependenciesForUninstall("Update").map((row) => row.dependentcomponenttype);
    expect(required).toEqual([62]);
    expect(faultOf(() => bench.uninstall("Update")).message).toContain("required by the 'Maps' solution");
    bench.uninstall("Maps");
    expect(bench.environment.dependenciesForUninstall("Update")).toEqual([]);
    expect(faultOf(() => bench.uninstall("Update")).message).toContain("required by the 'Reports' solution");
    bench.uninstall("Reports");
    bench.uninstall("Update");
    expect(bench.find(61, "con_/b.js")).toBeUndefined();
  });

  it("are none where a cover of somebody else stays", () => {
    const bench = coveredNeed();
    expect(bench.environment.dependenciesForUninstall("Scripts")).toEqual([]);
    bench.uninstall("Scripts");
    expect(bench.find(61, "con_/a.js")).toBeUndefined();
  });

  it("refuse an upgrade that takes the cover off, too", () => {
    const bench = uncovering();
    const fault = faultOf(() => bench.upgrade({ name: "Update", version: "2.0", components: [] }));
    expect(fault.code).toBe("0x8004F01F");
  });
});

describe("dependenciesForUninstall and base layers", () => {
  it("a base-layer refusal is never in the list, though the uninstall fails on it (§6.5)", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [script] });
    bench.import({ name: "B", publisher: "fabrikam", components: [script] });
    expect(bench.environment.dependenciesForUninstall("A")).toEqual([]);
    expect(faultOf(() => bench.uninstall("A")).message).toContain("other managed layers over the base layer");
  });
});

describe("uninstall of a patch", () => {
  it("gives properties back to the base, deletes what only it brought, and leaves base and other patches", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [webResource("con_/a.js", { content: "base" })] });
    bench.import({
      name: "A_Patch_1",
      version: "1.0.1.0",
      components: [webResource("con_/a.js", { content: "patch" }), table("con_t"), column("con_t", "con_c")],
    });
    bench.uninstall("A_Patch_1");
    expect(bench.effective(61, "con_/a.js")).toEqual({ content: "base" });
    expect(bench.environment.state.rows).not.toHaveProperty("con_t");
    expect(bench.environment.store.solutionNamed("A")).toBeDefined();
  });

  it("is refused while another solution needs what only it brought; its base then cannot go either", () => {
    const bench = new Bench();
    bench.import({ name: "A" });
    bench.import({ name: "A_Patch_1", version: "1.0.1.0", components: [script] });
    bench.import({ name: "B", components: [report("con_/a.js")] });
    for (const name of ["A_Patch_1", "A"]) {
      expect(faultOf(() => bench.uninstall(name)).message).toContain("required by the 'B' solution");
    }
    const names = bench.environment.state.solutions.map((solution) => solution.uniqueName);
    expect(names).toEqual(expect.arrayContaining(["A", "A_Patch_1", "B"]));
    expect(bench.layers(61, "con_/a.js")).toEqual(["A_Patch_1"]);
  });
});

describe("uninstall of a held-over _Upgrade", () => {
  it("takes only that row: the base stays as it was, what only the upgrade brought goes", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [form(guid(1), "account", ["name"], { properties: { formxml: "1" } })] });
    bench.import(
      {
        name: "A",
        version: "2.0.0.0",
        components: [form(guid(1), "account", ["name"], { properties: { formxml: "2" } }), script],
      },
      { holding: true },
    );
    expect(bench.effective(60, guid(1))).toMatchObject({ formxml: "2" });
    bench.uninstall("A_Upgrade");
    expect(bench.effective(60, guid(1))).toEqual({ formxml: "1" });
    expect(bench.find(61, "con_/a.js")).toBeUndefined();
    expect(bench.environment.store.solutionNamed("A")?.version).toBe("1.0.0.0");
    expect(bench.environment.store.solutionNamed("A_Upgrade")).toBeUndefined();
  });
});
