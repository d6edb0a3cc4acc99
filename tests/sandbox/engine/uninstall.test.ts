import { Bench, column, faultOf, form, guid, part, table, webResource } from "./handMade";

const js = (content = "1") => webResource("con_/a.js", { content });

describe("uninstall scenarios of §8.2", () => {
  it("1: only this solution holds the component: it is deleted, data too", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t"), column("con_t", "con_c"), js()] });
    expect(bench.environment.rowsOf("con_t")).toHaveLength(7);
    bench.uninstall("A");
    expect(bench.find(1, "con_t")).toBeUndefined();
    expect(bench.find(2, "con_t.con_c")).toBeUndefined();
    expect(bench.environment.state.rows).not.toHaveProperty("con_t");
    expect(bench.environment.state.memberships).toEqual([]);
    expect(bench.environment.store.solutionNamed("A")).toBeUndefined();
  });

  it("2: another publisher's layer lies on top: refused, nothing changes", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [js()] });
    bench.import({ name: "B", publisher: "fabrikam", components: [js("b")] });
    expect(faultOf(() => bench.uninstall("A")).message).toBe(
      `The uninstall operation will delete the base layer for the component 'WebResource' with id '${bench.get(61, "con_/a.js").id}' ` +
        "and name 'con_/a.js'. The operation cannot continue because there are other managed layers over the base " +
        "layer. You can use the solution layers to find out which other solutions are blocking the operation.",
    );
    expect(bench.layers(61, "con_/a.js")).toEqual(["A", "B"]);
  });

  it("3: another solution of the same publisher holds it: the base passes to that one", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [js()] });
    bench.import({ name: "B", components: [js("b")] });
    bench.uninstall("A");
    expect(bench.layers(61, "con_/a.js")).toEqual(["B"]);
  });

  it("4: only an Active layer lies above: it does not protect, both go", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [js()] });
    bench.customize(61, "con_/a.js", { content: "mine" });
    bench.uninstall("A");
    expect(bench.find(61, "con_/a.js")).toBeUndefined();
  });
});

describe("uninstall", () => {
  it("lets a component of the platform fall back to System, another publisher's layer above or not", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [column("account", "name", { length: 1 })] });
    bench.import({ name: "B", publisher: "fabrikam", components: [column("account", "name", { length: 2 })] });
    bench.uninstall("A");
    expect(bench.layers(2, "account.name")).toEqual(["System", "B"]);
    bench.uninstall("B");
    expect(bench.layers(2, "account.name")).toEqual(["System"]);
  });

  it("drops the values of a column it brought to a platform table", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("account"), column("account", "con_c")] });
    expect(bench.environment.rowsOf("account").filter((row) => row.con_c !== null)).toHaveLength(5);
    bench.uninstall("A");
    expect(bench.environment.rowsOf("account")).toHaveLength(7);
    expect(bench.environment.rowsOf("account").some((row) => "con_c" in row)).toBe(false);
  });

  it("is refused while another managed solution needs a component, naming that solution", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [js()] });
    bench.import({ name: "B", components: [part(62, "con_map", { references: [{ type: 61, key: "con_/a.js" }] })] });
    const fault = faultOf(() => bench.uninstall("A"));
    expect(fault.code).toBe("0x8004F020");
    expect(fault.message).toContain("is required by the 'B' solution. Uninstall the B solution and try again.");
  });

  it("is refused while something unmanaged needs a component", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [js()] });
    bench.import({
      name: "Work",
      managed: false,
      components: [part(62, "con_map", { references: [{ type: 61, key: "con_/a.js" }] })],
    });
    expect(faultOf(() => bench.uninstall("A")).code).toBe("0x8004F01D");
  });

  it("is refused while another solution has a column on a table that would go", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t")] });
    bench.import({ name: "B", components: [column("con_t", "con_extra")] });
    expect(faultOf(() => bench.uninstall("A")).code).toBe("0x8004F020");
  });

  it("takes unmanaged parts of its tables along", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_t")] });
    bench.import({ name: "Work", managed: false, components: [column("con_t", "con_mine")] });
    bench.uninstall("A");
    expect(bench.find(2, "con_t.con_mine")).toBeUndefined();
  });

  it("sees only the topmost definition: a reference that a higher layer dropped does not block", () => {
    const bench = new Bench();
    const report = (references: { type: number; key: string }[]) => part(31, guid(5), { references });
    bench.import({ name: "A", components: [js()] });
    bench.import({ name: "B", components: [report([{ type: 61, key: "con_/a.js" }])] });
    bench.import({ name: "C", components: [report([])] });
    bench.uninstall("A");
    expect(bench.find(61, "con_/a.js")).toBeUndefined();
  });

  it("of an unmanaged solution removes only the container", () => {
    const bench = new Bench();
    bench.import({ name: "Work", managed: false, components: [table("con_t"), js()] });
    bench.uninstall("work");
    expect(bench.layers(61, "con_/a.js")).toEqual(["Active"]);
    expect(bench.environment.rowsOf("con_t")).toHaveLength(7);
    expect(bench.environment.store.solutionNamed("Work")).toBeUndefined();
    expect(bench.environment.state.memberships).toEqual([]);
  });

  it.each(["System", "Active", "Default", "Basic", "cds"])("refuses the platform's own %s", (name) => {
    const bench = new Bench();
    const cds = bench.environment.store.solution("00000001-0000-0000-0001-00000000009b")?.uniqueName ?? "";
    expect(faultOf(() => bench.uninstall(name === "cds" ? cds : name)).code).toBe("0x8004F005");
  });

  it("answers 404 for a solution that is not there, and writes no history", () => {
    const bench = new Bench();
    expect(faultOf(() => bench.uninstall("Nobody"))).toMatchObject({ code: "0x80040217", status: 404 });
    expect(bench.environment.state.history).toEqual([]);
  });

  it("of a form's owner lets the other publisher's columns stay", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [form(guid(1), "account", ["name"])] });
    bench.uninstall("A");
    expect(bench.find(60, guid(1))).toBeUndefined();
    expect(bench.layers(2, "account.name")).toEqual(["System"]);
  });
});
