import { Bench, faultOf, webResource, type PackageText } from "./handMade";

const js = (content: string) => webResource("con_/a.js", { content });
const base: PackageText = { name: "A", version: "3.1.5.7", components: [js("base"), webResource("con_/b.js")] };
const patch = (name: string, version: string, content = version): PackageText => ({
  name,
  version,
  components: [js(content)],
});

describe("patch import", () => {
  it("adds a row under its base and a layer just above it, and deletes nothing", () => {
    const bench = new Bench();
    const parent = bench.import(base);
    expect(bench.import(patch("A_Patch_0f", "3.1.5.8"))).toMatchObject({
      uniqueName: "A_Patch_0f",
      parentId: parent.id,
    });
    expect(bench.layers(61, "con_/a.js")).toEqual(["A", "A_Patch_0f"]);
    expect(bench.layers(61, "con_/b.js")).toEqual(["A"]);
  });

  it("knows a patch by its ParentSolution element as well", () => {
    const bench = new Bench();
    const parent = bench.import(base);
    expect(bench.import({ ...patch("Hotfix", "3.1.7.0"), parent: "A" }).parentId).toBe(parent.id);
    expect(bench.layers(61, "con_/a.js")).toEqual(["A", "Hotfix"]);
  });

  it("is refused without its base", () => {
    const fault = faultOf(() => new Bench().import(patch("A_Patch_1", "1.0.1")));
    expect(fault.code).toBe("0x80048540");
    expect(fault.message).toBe(
      "You can't import the patch (A_Patch_1) for the solution (A) because the solution isn't present.",
    );
  });

  it("is refused over an unmanaged base, and over another patch", () => {
    const bench = new Bench();
    bench.import({ ...base, managed: false });
    expect(faultOf(() => bench.import(patch("A_Patch_1", "3.1.6.0"))).code).toBe("0x80048540");
    const other = new Bench();
    other.import(base);
    other.import(patch("A_Patch_1", "3.1.6.0"));
    expect(faultOf(() => other.import({ ...patch("P2", "3.1.7.0"), parent: "A_Patch_1" })).code).toBe("0x80048540");
  });

  it.each(["3.1.5.7", "3.1.5.6", "3.2.0.0", "4.1.5.8", "3.1"])("refuses version %s for a base 3.1.5.7", (version) => {
    const bench = new Bench();
    bench.import(base);
    expect(faultOf(() => bench.import(patch("A_Patch_1", version))).code).toBe("0x8004F01E");
  });

  it.each(["3.1.5.8", "3.1.7.0"])("takes version %s for a base 3.1.5.7", (version) => {
    const bench = new Bench();
    bench.import(base);
    expect(bench.import(patch("A_Patch_1", version)).version).toBe(version);
  });

  it.each([
    ["the same patch again", "A_Patch_1", "3.1.6.0"],
    ["a lower patch", "A_Patch_2", "3.1.5.9"],
    ["another patch of the same version", "A_Patch_2", "3.1.6"],
  ])("refuses %s", (_what, name, version) => {
    const bench = new Bench();
    bench.import(base);
    bench.import(patch("A_Patch_1", "3.1.6.0"));
    const fault = faultOf(() => bench.import(patch(name, version)));
    expect(fault.code).toBe("0x80061771");
    expect(fault.message).toContain("Patch 'A_Patch_1' has a matching or higher version (3.1.6.0)");
  });
});

describe("patch fate", () => {
  it("uninstalled alone, the layer below comes back and what only it brought goes", () => {
    const bench = new Bench();
    bench.import(base);
    bench.import({ ...patch("A_Patch_1", "3.1.6.0"), components: [js("patched"), webResource("con_/only.js")] });
    bench.uninstall("A_Patch_1");
    expect(bench.effective(61, "con_/a.js").content).toBe("base");
    expect(bench.find(61, "con_/only.js")).toBeUndefined();
  });

  it("a lower patch may go; the higher one's layer stays", () => {
    const bench = new Bench();
    bench.import(base);
    bench.import(patch("A_Patch_1", "3.1.6.0"));
    bench.import(patch("A_Patch_2", "3.1.7.0"));
    bench.uninstall("A_Patch_1");
    expect(bench.layers(61, "con_/a.js")).toEqual(["A", "A_Patch_2"]);
  });

  it("the base takes its patches along, newest first", () => {
    const bench = new Bench();
    bench.import(base);
    bench.import(patch("A_Patch_a", "3.1.9.0"));
    bench.import(patch("A_Patch_b", "3.1.10.0"));
    bench.uninstall("A");
    const rows = bench.environment.state.history.filter((row) => row.operation === 1).map((row) => row.uniqueName);
    expect(rows).toEqual(["A_Patch_b", "A_Patch_a", "A"]);
    expect(bench.environment.state.solutions.some((solution) => solution.uniqueName.startsWith("A_"))).toBe(false);
    expect(bench.find(61, "con_/a.js")).toBeUndefined();
  });

  it("an update of the base leaves its patches where they are", () => {
    const bench = new Bench();
    bench.import(base);
    bench.import(patch("A_Patch_1", "3.1.6.0"));
    bench.import({ ...base, version: "3.1.8.0" });
    expect(bench.layers(61, "con_/a.js")).toEqual(["A", "A_Patch_1"]);
  });

  it("an unmanaged base with unmanaged patches cannot go before them", () => {
    const bench = new Bench();
    bench.import({ ...base, managed: false });
    bench.import({ ...patch("A_Patch_1", "3.1.6.0"), managed: false });
    expect(faultOf(() => bench.uninstall("A")).code).toBe("0x80048538");
    bench.uninstall("A_Patch_1");
    bench.uninstall("A");
    expect(bench.layers(61, "con_/a.js")).toEqual(["Active"]);
  });
});
