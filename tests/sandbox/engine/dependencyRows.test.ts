import { Bench, column, faultOf, form, guid, part, table, webResource } from "./handMade";

const ZERO = "00000000-0000-0000-0000-000000000000";
const SYSTEM = "fd140aad-4df4-11dd-bd17-0019b9312238";

function twoSolutions(): Bench {
  const bench = new Bench();
  bench.import({ name: "A", components: [table("con_t"), column("con_t", "con_c"), webResource("con_/a.js")] });
  bench.import({
    name: "B",
    components: [
      form(guid(1), "account", ["name"], { references: [{ type: 61, key: "con_/a.js" }] }),
      part(62, "con_map", { references: [{ type: 1, key: "con_t" }] }),
    ],
  });
  return bench;
}

describe("dependenciesForUninstall", () => {
  it("lists what blocks, without dependencyid and introduced version (§6.2), with all-zero parents (§7)", () => {
    const bench = twoSolutions();
    const rows = bench.environment.dependenciesForUninstall("A");
    expect(rows).toHaveLength(2);
    const script = bench.get(61, "con_/a.js");
    const row = rows.find((one) => one.requiredcomponentobjectid === script.id);
    expect(row).toEqual({
      dependentcomponentobjectid: guid(1),
      dependentcomponenttype: 60,
      dependentcomponentbasesolutionid: bench.environment.store.solutionNamed("B")?.id,
      dependentcomponentparentid: bench.get(1, "account").id,
      requiredcomponentobjectid: script.id,
      requiredcomponenttype: 61,
      requiredcomponentbasesolutionid: bench.environment.store.solutionNamed("A")?.id,
      requiredcomponentparentid: ZERO,
      dependencytype: 2,
      _requiredcomponentnodeid_value: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      _dependentcomponentnodeid_value: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  it("does not list dependents that go along", () => {
    const bench = new Bench();
    bench.import({
      name: "A",
      components: [table("con_t"), column("con_t", "con_c"), form(guid(1), "con_t", ["con_c"])],
    });
    expect(bench.environment.dependenciesForUninstall("A")).toEqual([]);
  });

  it("changes nothing, and after what blocks is gone the uninstall goes through", () => {
    const bench = twoSolutions();
    const before = bench.environment.state.components;
    bench.environment.dependenciesForUninstall("A");
    expect(bench.environment.state.components).toBe(before);
    bench.uninstall("B");
    expect(bench.environment.dependenciesForUninstall("A")).toEqual([]);
    bench.uninstall("A");
    expect(bench.find(1, "con_t")).toBeUndefined();
  });

  it("takes a patch's name as well", () => {
    const bench = new Bench();
    bench.import({ name: "A" });
    bench.import({ name: "A_Patch_1", version: "1.0.0.1", components: [webResource("con_/p.js")] });
    bench.import({ name: "B", components: [part(62, "con_map", { references: [{ type: 61, key: "con_/p.js" }] })] });
    expect(bench.environment.dependenciesForUninstall("A_Patch_1")).toHaveLength(1);
    expect(bench.environment.dependenciesForUninstall("A")).toHaveLength(1);
  });

  it("is empty for an unmanaged solution, whose uninstall only removes the container", () => {
    const bench = new Bench();
    bench.import({ name: "W", managed: false, components: [webResource("con_/a.js")] });
    bench.import({ name: "B", components: [part(62, "con_map", { references: [{ type: 61, key: "con_/a.js" }] })] });
    expect(bench.environment.dependenciesForUninstall("W")).toEqual([]);
  });

  it("answers 404 for a solution that is not there", () => {
    expect(faultOf(() => new Bench().environment.dependenciesForUninstall("Nobody")).status).toBe(404);
  });
});

describe("dependencies of a component", () => {
  it("for delete lists users of the component with dependencyid and introduced version", () => {
    const bench = twoSolutions();
    const script = bench.get(61, "con_/a.js");
    const [row, ...others] = bench.environment.dependenciesForDelete(script.id, 61);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ dependentcomponentobjectid: guid(1), requiredcomponentintroducedversion: 1 });
    expect(row).toHaveProperty("dependencyid");
  });

  it("for deleting a table leaves its own parts out and takes users of its parts in", () => {
    const bench = new Bench();
    bench.import({
      name: "A",
      components: [table("con_t"), column("con_t", "con_c"), form(guid(1), "con_t", ["con_c"])],
    });
    bench.import({ name: "B", components: [part(62, "con_map", { references: [{ type: 2, key: "con_t.con_c" }] })] });
    const rows = bench.environment.dependenciesForDelete(bench.get(1, "con_t").id, 1);
    expect(rows.map((row) => row.dependentcomponenttype)).toEqual([62]);
  });

  it("dependents of a table hold its parts", () => {
    const bench = twoSolutions();
    const types = bench.environment
      .dependentComponents(bench.get(1, "con_t").id, 1)
      .map((row) => row.dependentcomponenttype);
    expect(types.sort()).toEqual([2, 62]);
  });

  it("requirements of a part hold its table; the platform's came with 5.0 from System", () => {
    const bench = twoSolutions();
    const rows = bench.environment.requiredComponents(guid(1), 60);
    const account = rows.find((row) => row.requiredcomponenttype === 1);
    expect(account).toMatchObject({
      requiredcomponentobjectid: "70816501-edb9-4740-a16c-6a5efbc05d84",
      requiredcomponentbasesolutionid: SYSTEM,
      requiredcomponentintroducedversion: 5,
    });
  });

  it("unites what all layers of a merged kind need", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [form(guid(1), "account", ["name"])] });
    bench.import({ name: "B", components: [form(guid(1), "account", ["telephone1"])] });
    const keys = bench.environment
      .requiredComponents(guid(1), 60)
      .map((row) => bench.environment.store.component(row.requiredcomponentobjectid as string)?.key);
    expect(keys.sort()).toEqual(["account", "account.name", "account.telephone1"]);
  });

  it("answers 404 for a component of another kind", () => {
    expect(faultOf(() => twoSolutions().environment.requiredComponents(guid(1), 61)).code).toBe("0x80040217");
  });
});
