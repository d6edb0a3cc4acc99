import { Bench, column, faultOf, form, guid, table, webResource, type PackageText } from "./handMade";

const js = (name: string, content = "1") => webResource(`con_/${name}.js`, { content });
const version1: PackageText = { name: "A", components: [js("kept"), js("dropped")] };
const version2: PackageText = { name: "A", version: "2.0.0.0", components: [js("kept", "2"), js("new")] };

describe.each([
  ["in one step", (bench: Bench, text: PackageText) => bench.upgrade(text)],
  [
    "staged and applied",
    (bench: Bench, text: PackageText) => {
      bench.import(text, { holding: true });
      return bench.promote(text.name);
    },
  ],
])("upgrade %s", (_way, upgrade) => {
  it("adds and changes, and deletes what the new version lacks", () => {
    const bench = new Bench();
    bench.import(version1);
    expect(upgrade(bench, version2)).toMatchObject({
      uniqueName: "A",
      version: "2.0.0.0",
      managed: true,
      parentId: null,
    });
    expect(bench.effective(61, "con_/kept.js").content).toBe("2");
    expect(bench.layers(61, "con_/new.js")).toEqual(["A"]);
    expect(bench.find(61, "con_/dropped.js")).toBeUndefined();
    expect(bench.environment.store.solutionNamed("A_Upgrade")).toBeUndefined();
  });

  it("keeps the layer's place below solutions installed later", () => {
    const bench = new Bench();
    bench.import(version1);
    bench.import({ name: "B", components: [js("kept", "b")] });
    upgrade(bench, version2);
    expect(bench.layers(61, "con_/kept.js")).toEqual(["A", "B"]);
    expect(bench.effective(61, "con_/kept.js").content).toBe("b");
  });

  it("lets a component survive that another managed solution holds: the base passes on", () => {
    const bench = new Bench();
    bench.import(version1);
    bench.import({ name: "B", publisher: "fabrikam", components: [js("dropped", "b")] });
    upgrade(bench, version2);
    expect(bench.layers(61, "con_/dropped.js")).toEqual(["B"]);
  });

  it("deletes a dropped component although it was changed by hand", () => {
    const bench = new Bench();
    bench.import(version1);
    bench.customize(61, "con_/dropped.js", { content: "mine" });
    upgrade(bench, version2);
    expect(bench.find(61, "con_/dropped.js")).toBeUndefined();
  });

  it("lets a dropped component of the platform fall back to System", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [column("account", "name", { length: 5 })] });
    upgrade(bench, { name: "A", version: "2.0" });
    expect(bench.layers(2, "account.name")).toEqual(["System"]);
  });

  it("rolls patches up: they are gone, and so is what only they brought", () => {
    const bench = new Bench();
    bench.import(version1);
    bench.import({ name: "A_Patch_1", version: "1.0.1.0", components: [js("kept", "patched"), js("patch-only")] });
    upgrade(bench, version2);
    expect(bench.environment.store.solutionNamed("A_Patch_1")).toBeUndefined();
    expect(bench.layers(61, "con_/kept.js")).toEqual(["A"]);
    expect(bench.find(61, "con_/patch-only.js")).toBeUndefined();
  });

  it("fails as a whole when something that stays needs a dropped component", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t"), column("con_t", "con_c")] });
    bench.import({ name: "B", publisher: "fabrikam", components: [form(guid(1), "con_t", ["con_c"])] });
    const fault = faultOf(() => upgrade(bench, { name: "A", version: "2.0", components: [table("con_t")] }));
    expect(fault.code).toBe("0x8004F01F");
    expect(fault.message).toContain("cannot be deleted because it is referenced by 1 other components");
    expect(bench.layers(2, "con_t.con_c")[0]).toBe("A");
    expect(bench.environment.store.solutionNamed("A")?.version).toBe("1.0.0.0");
  });

  it("goes through when the new version drops the reference together with what it needed", () => {
    const bench = new Bench();
    bench.import({
      name: "A",
      components: [table("con_t"), column("con_t", "con_c"), form(guid(1), "con_t", ["con_c"])],
    });
    upgrade(bench, { name: "A", version: "2.0", components: [table("con_t"), form(guid(1), "con_t", [])] });
    expect(bench.find(2, "con_t.con_c")).toBeUndefined();
    expect(bench.layers(60, guid(1))).toEqual(["A"]);
  });

  it("drops the rows of a dropped table and the values of a dropped column", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t"), table("con_u"), column("con_t", "con_c")] });
    expect(bench.environment.rowsOf("con_t")[0]).toHaveProperty("con_c");
    upgrade(bench, { name: "A", version: "2.0", components: [table("con_t")] });
    expect(bench.environment.rowsOf("con_t")[0]).not.toHaveProperty("con_c");
    expect(bench.environment.rowsOf("con_u")).toEqual([]);
  });

  it.each(["1.0.0.0", "1.0", "0.9.9.9"])("refuses version %s over 1.0.0.0", (version) => {
    const bench = new Bench();
    bench.import(version1);
    expect(faultOf(() => upgrade(bench, { ...version2, version })).code).toBe("0x80048541");
  });

  it("does not question a layer that the solution has had on a component which is closed since", () => {
    const bench = new Bench();
    bench.import({ name: "X", publisher: "fabrikam", components: [js("kept")] });
    bench.import(version1);
    bench.import({
      name: "X",
      version: "2.0",
      publisher: "fabrikam",
      components: [webResource("con_/kept.js", { iscustomizable: false })],
    });
    upgrade(bench, version2);
    expect(bench.layers(61, "con_/kept.js")).toEqual(["X", "A"]);
  });

  it("refuses unmanaged solutions", () => {
    const bench = new Bench();
    bench.import({ ...version1, managed: false });
    expect(faultOf(() => upgrade(bench, { ...version2, managed: false })).message).toBe(
      "The imported solution and the existing solution must both be managed for upgrade.",
    );
  });

  it("refuses to pass the base to another publisher where the environment is set so", () => {
    const bench = new Bench({ upgradeOfSharedBase: "refuse" });
    bench.import(version1);
    bench.import({ name: "B", publisher: "fabrikam", components: [js("dropped", "b")] });
    expect(faultOf(() => upgrade(bench, version2)).message).toContain("will delete the base layer");
  });
});

describe("staging for upgrade", () => {
  it("adds a row with the new version and a layer on top of the base's, and deletes nothing yet", () => {
    const bench = new Bench();
    bench.import(version1);
    expect(bench.import(version2, { holding: true })).toMatchObject({ uniqueName: "A_Upgrade", version: "2.0.0.0" });
    expect(bench.environment.store.solutionNamed("A")?.version).toBe("1.0.0.0");
    expect(bench.layers(61, "con_/kept.js")).toEqual(["A", "A_Upgrade"]);
    expect(bench.layers(61, "con_/dropped.js")).toEqual(["A"]);
  });

  it("is refused while one is pending", () => {
    const bench = new Bench();
    bench.import(version1);
    bench.import(version2, { holding: true });
    expect(faultOf(() => bench.import({ ...version2, version: "3.0" }, { holding: true })).code).toBe("0x80048033");
    expect(faultOf(() => bench.upgrade({ ...version2, version: "3.0" })).code).toBe("0x80048033");
  });

  it("leaves the staged row when applying it fails, and it can be uninstalled", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t"), column("con_t", "con_c")] });
    bench.import({ name: "B", components: [form(guid(1), "con_t", ["con_c"])] });
    bench.import({ name: "A", version: "2.0", components: [table("con_t")] }, { holding: true });
    expect(faultOf(() => bench.promote("A")).code).toBe("0x8004F01F");
    expect(bench.environment.store.solutionNamed("A_Upgrade")).toBeDefined();
    bench.uninstall("A_Upgrade");
    expect(bench.layers(1, "con_t")).toEqual(["A"]);
  });

  it("is what applying asks for", () => {
    const bench = new Bench();
    bench.import(version1);
    expect(faultOf(() => bench.promote("A")).code).toBe("0x8004853B");
    expect(faultOf(() => bench.promote("Nobody")).code).toBe("0x8004853C");
  });

  it("refuses a patch", () => {
    const bench = new Bench();
    bench.import(version1);
    const patch = { name: "A_Patch_1", version: "1.0.1.0", components: [js("kept")] };
    expect(faultOf(() => bench.import(patch, { holding: true })).code).toBe("0x80048033");
    expect(bench.upgrade(patch).parentId).toBe(bench.environment.store.solutionNamed("A")?.id);
  });
});
