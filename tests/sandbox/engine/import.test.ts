import type { Row } from "../../../sandbox/store/model";
import { Bench, column, faultOf, form, guid, part, solutionPackage, table, webResource } from "./handMade";

const page = (value: string) => webResource("con_/page.html", { content: value, name: "page" });

describe("first install", () => {
  it("creates the solution, its publisher, components with one layer, and membership rows", () => {
    const bench = new Bench();
    const solution = bench.import({
      name: "Base",
      components: [table("con_booking"), column("con_booking", "con_seat")],
    });
    expect(solution).toMatchObject({
      uniqueName: "Base",
      version: "1.0.0.0",
      managed: true,
      visible: true,
      updatedOn: null,
    });
    expect(bench.environment.state.publishers.find((one) => one.id === solution.publisherId)?.uniqueName).toBe(
      "contoso",
    );
    expect(bench.layers(1, "con_booking")).toEqual(["Base"]);
    expect(bench.layers(2, "con_booking.con_seat")).toEqual(["Base"]);
  });

  it("gives parts of a table a membership row without behaviour that points at the table's row", () => {
    const bench = new Bench();
    const solution = bench.import({
      name: "Base",
      components: [column("con_booking", "con_seat"), table("con_booking")],
    });
    const rows = bench.environment.store.membershipsIn(solution.id);
    const root = rows.find((row) => row.type === 1);
    const sub = rows.find((row) => row.type === 2);
    expect(root).toMatchObject({ behavior: 0, rootMembershipId: null });
    expect(sub).toMatchObject({ behavior: null, rootMembershipId: root?.id });
  });

  it("lays a package's definition of a platform table over the System layer", () => {
    const bench = new Bench();
    bench.import({ name: "Base", components: [table("account", { description: "ours" })] });
    expect(bench.layers(1, "account")).toEqual(["System", "Base"]);
    expect(bench.get(1, "account").id).toBe("70816501-edb9-4740-a16c-6a5efbc05d84");
  });

  it("keeps ids that packages give to forms, and gives web resources ids of this environment", () => {
    const bench = new Bench();
    bench.import({
      name: "Base",
      components: [
        table("con_booking"),
        form(guid(7), "con_booking", []),
        webResource("con_/a.js", {}, { id: guid(8) }),
      ],
    });
    expect(bench.get(60, guid(7)).id).toBe(guid(7));
    expect(bench.get(61, "con_/a.js").id).not.toBe(guid(8));
  });

  it("gives kinds without a fixed number a number of this environment, and keeps it", () => {
    const bench = new Bench();
    bench.import({ name: "One", components: [part("connectionreference", "con_sharepoint")] });
    const number = bench.environment.state.environmentTypes.connectionreference ?? 0;
    bench.import({ name: "Two", components: [part("connectionreference", "con_teams"), part("customapi", "con_do")] });
    expect(number).toBeGreaterThanOrEqual(10000);
    expect(bench.get(number, "con_teams").type).toBe(number);
    expect(bench.environment.state.environmentTypes.customapi).not.toBe(number);
  });

  it("lets a stage-and-upgrade of a solution that is not installed install it", () => {
    const bench = new Bench();
    expect(bench.upgrade({ name: "Base", components: [page("1")] }).uniqueName).toBe("Base");
    expect(bench.layers(61, "con_/page.html")).toEqual(["Base"]);
  });
});

describe("update", () => {
  it("rewrites the same layer and leaves behind what the new version lacks, still owned", () => {
    const bench = new Bench();
    bench.import({ name: "Base", components: [page("1"), webResource("con_/old.js")] });
    const solution = bench.import({ name: "Base", version: "1.1.0.0", components: [page("2")] });
    expect(solution).toMatchObject({ version: "1.1.0.0" });
    expect(solution.updatedOn).not.toBeNull();
    expect(bench.effective(61, "con_/page.html").content).toBe("2");
    const members = bench.environment.store.membershipsIn(solution.id).map((row) => row.componentId);
    expect(members).toContain(bench.get(61, "con_/old.js").id);
    expect(bench.layers(61, "con_/old.js")).toEqual(["Base"]);
  });

  it("does not lift the layer over a solution installed later", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [page("a1")] });
    bench.import({ name: "B", components: [page("b")] });
    bench.import({ name: "A", version: "2.0.0.0", components: [page("a2")] });
    expect(bench.layers(61, "con_/page.html")).toEqual(["A", "B"]);
    expect(bench.effective(61, "con_/page.html").content).toBe("b");
  });

  it("is accepted with the installed version, or refused where the environment is set so", () => {
    const accepting = new Bench();
    accepting.import({ name: "Base" });
    expect(accepting.import({ name: "Base" }).version).toBe("1.0.0.0");
    const refusing = new Bench({ lowerOrEqualUpdate: "refuse" });
    refusing.import({ name: "Base" });
    expect(faultOf(() => refusing.import({ name: "Base", version: "1.0" })).code).toBe("0x80048541");
  });

  it("keeps what a layer said when the next version holds the component as a shell", () => {
    const bench = new Bench();
    bench.import({ name: "Base", components: [table("con_booking", { description: "ours" })] });
    bench.import({
      name: "Base",
      version: "1.1",
      components: [table("con_booking", {}, { shell: true, behavior: 2 })],
    });
    expect(bench.effective(1, "con_booking").description).toBe("ours");
  });
});

describe("unmanaged import", () => {
  it("writes into the Active layer and makes the components members of the unmanaged solution", () => {
    const bench = new Bench();
    const solution = bench.import({ name: "Work", managed: false, components: [page("mine")] });
    expect(bench.layers(61, "con_/page.html")).toEqual(["Active"]);
    expect(bench.environment.store.membershipsIn(solution.id)).toHaveLength(1);
  });

  it("puts only what differs into the Active layer of a managed component", () => {
    const bench = new Bench();
    bench.import({ name: "Base", components: [page("1")] });
    bench.import({ name: "Work", managed: false, components: [page("2")] });
    expect(bench.get(61, "con_/page.html").layers.at(-1)).toMatchObject({
      solution: "Active",
      properties: { content: "2" },
    });
    expect(bench.get(61, "con_/page.html").layers.at(-1)?.properties).not.toHaveProperty("name");
  });

  it("needs no rows for the parts of a table that it holds whole, which count as members all the same", () => {
    const bench = new Bench();
    const solution = bench.import({
      name: "Work",
      managed: false,
      components: [table("con_booking"), column("con_booking", "con_seat")],
    });
    expect(bench.environment.store.membershipsIn(solution.id).map((row) => row.type)).toEqual([1]);
    expect(bench.environment.componentsOf(solution.id).map((component) => component.type)).toEqual([1, 2]);
  });
});

describe("overwrite of unmanaged customizations", () => {
  it("takes the Active layer off components in the package, and it does not come back on uninstall", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [page("a")] });
    bench.customize(61, "con_/page.html", { content: "by hand" });
    bench.import({ name: "B", components: [page("b")] }, { overwrite: true });
    expect(bench.effective(61, "con_/page.html").content).toBe("b");
    bench.uninstall("B");
    expect(bench.effective(61, "con_/page.html").content).toBe("a");
  });

  it("leaves components alone that the package does not hold", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [page("a"), webResource("con_/b.js", { content: "x" })] });
    bench.customize(61, "con_/b.js", { content: "by hand" });
    bench.import({ name: "A", version: "2.0", components: [page("b")] }, { overwrite: true });
    expect(bench.effective(61, "con_/b.js").content).toBe("by hand");
  });

  it.each([
    [60, "form"],
    [62, "site map"],
    [80, "app"],
    [50, "ribbon"],
  ])("leaves the Active layer of a merged kind alone (%i, %s)", (type) => {
    const bench = new Bench();
    bench.import({ name: "A", components: [part(type, guid(1), { properties: { name: "a" } })] });
    bench.customize(type, guid(1), { name: "by hand" });
    bench.import(
      { name: "A", version: "2.0", components: [part(type, guid(1), { properties: { name: "b" } })] },
      { overwrite: true },
    );
    expect(bench.layers(type, guid(1))).toEqual(["A", "Active"]);
  });

  it("does not touch managed layers above", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [page("a")] });
    bench.import({ name: "B", components: [page("b")] });
    bench.import({ name: "A", version: "2.0", components: [page("a2")] }, { overwrite: true });
    expect(bench.effective(61, "con_/page.html").content).toBe("b");
  });

  it("without it, a change made by hand hides the new version", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [page("a")] });
    bench.customize(61, "con_/page.html", { content: "by hand" });
    bench.import({ name: "A", version: "2.0", components: [page("a2")] });
    expect(bench.effective(61, "con_/page.html").content).toBe("by hand");
    expect(bench.effective(61, "con_/page.html").name).toBe("page");
  });
});

describe("import refusals", () => {
  it.each([
    ["managed over unmanaged", { name: "S", managed: false }, { name: "S" }, "0x80048040"],
    ["unmanaged over managed", { name: "S" }, { name: "S", managed: false }, "0x80048041"],
    ["another publisher", { name: "S" }, { name: "S", version: "2.0", publisher: "fabrikam" }, "0x8004801C"],
  ])("refuses %s", (_name, first, second, code) => {
    const bench = new Bench();
    bench.import(first);
    expect(faultOf(() => bench.import(second)).code).toBe(code);
  });

  it.each([
    ["a package newer than the environment", { name: "S", packageVersion: "9.3" }, "0x80048068"],
    ["a package that says no version, as CRM 2011 did", { name: "S", packageVersion: null }, "0x80048066"],
    ["a package of 5.0", { name: "S", packageVersion: "5.0" }, "0x80048066"],
    ["the Active solution", { name: "Active" }, "0x8004F007"],
    ["the Default solution", { name: "default" }, "0x8004F007"],
  ])("refuses %s", (_name, text, code) => {
    expect(faultOf(() => new Bench().import(text)).code).toBe(code);
  });

  it("names the version the environment takes", () => {
    expect(faultOf(() => new Bench().import({ name: "S", packageVersion: "10.0" })).message).toContain(
      "package version of 9.2 or earlier",
    );
  });

  it("refuses a managed step over an unmanaged one", () => {
    const bench = new Bench();
    bench.import({ name: "Work", managed: false, components: [part(92, guid(1))] });
    expect(faultOf(() => bench.import({ name: "S", components: [part(92, guid(1))] })).code).toBe("0x8004F016");
  });

  it("refuses a managed column on a table that is only unmanaged", () => {
    const bench = new Bench();
    bench.import({ name: "Work", managed: false, components: [table("con_booking")] });
    expect(faultOf(() => bench.import({ name: "S", components: [column("con_booking", "con_x")] })).code).toBe(
      "0x8004803B",
    );
  });

  it("refuses another publisher's layer over a component that is not customizable, and an edit of it", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [webResource("con_/a.js", { iscustomizable: false })] });
    const other = { name: "B", publisher: "fabrikam", components: [webResource("con_/a.js", { content: "x" })] };
    expect(faultOf(() => bench.import(other)).code).toBe("0x8004F032");
    expect(faultOf(() => bench.customize(61, "con_/a.js", { content: "x" })).code).toBe("0x8004F032");
    bench.customize(61, "con_/a.js", { statecode: 0 });
    expect(bench.import({ ...other, publisher: "contoso" }).uniqueName).toBe("B");
  });

  it("refuses another publisher's change of a managed property", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [webResource("con_/a.js", { iscustomizable: { Value: true } })] });
    const closing = { name: "B", components: [webResource("con_/a.js", { iscustomizable: { Value: false } })] };
    expect(faultOf(() => bench.import({ ...closing, publisher: "fabrikam" })).code).toBe("0x8004F031");
    expect(bench.import(closing).uniqueName).toBe("B");
  });

  it("refuses a job id that was used before", () => {
    const bench = new Bench();
    bench.import({ name: "A" }, { jobId: guid(1) });
    expect(faultOf(() => bench.import({ name: "B" }, { jobId: guid(1) })).code).toBe("0x80040237");
  });
});

describe("missing dependencies", () => {
  const needs = (solution: string) => ({
    required: { type: 61, schemaName: "msdyn_/icon.svg", solution },
    dependent: { type: 62, schemaName: "con_map" },
  });
  const named = (solution: string) => ({ name: "S", components: [part(62, "con_map")], missing: [needs(solution)] });

  it("are taken as the platform's own when their solution is not installed", () => {
    const bench = new Bench();
    bench.import(named("FieldService (8.8.0.88)"));
    expect(bench.layers(61, "msdyn_/icon.svg")).toEqual(["System"]);
  });

  it("refuse the import, naming the component, when their solution is installed without them", () => {
    const bench = new Bench();
    bench.import({ name: "FieldService" });
    const fault = faultOf(() => bench.import(named("FieldService (8.8.0.88)")));
    expect(fault.code).toBe("0x8004801D");
    expect(fault.message).toContain("WebResource 'msdyn_/icon.svg' from FieldService (8.8.0.88)");
  });

  it("refuse the import in an environment set to refuse, unless they are the platform's", () => {
    const bench = new Bench({ missingDependencies: "refuse" });
    expect(faultOf(() => bench.import(named("Active"))).code).toBe("0x8004801D");
    const account = { required: { type: 1, schemaName: "Account", solution: "System" }, dependent: { type: 62 } };
    expect(bench.import({ name: "S", missing: [account] }).uniqueName).toBe("S");
  });

  it("are met by a component that is there", () => {
    const bench = new Bench({ missingDependencies: "refuse" });
    bench.import({ name: "Icons", components: [webResource("msdyn_/icon.svg")] });
    expect(bench.import(named("Icons (1.0)")).uniqueName).toBe("S");
    expect(bench.layers(61, "msdyn_/icon.svg")).toEqual(["Icons"]);
  });

  // Kinds that are rows: role, view, process, chart, form, step, column security profile.
  it.each([20, 26, 29, 59, 60, 92, 70])("of the kind %i go by their id, whatever they are called", (type) => {
    const id = guid(7);
    const required = { type, schemaName: "Active Things", displayName: "Active Things", id, solution: "Things (1.0)" };
    const bench = new Bench();
    bench.import({ name: "S", missing: [{ required, dependent: { type: 62, schemaName: "con_map" } }] });
    expect(bench.layers(type, id)).toEqual(["System"]);
    expect(bench.get(type, id)).toMatchObject({ id, name: "Active Things" });
    // What comes later under that id is this one, not another beside it.
    bench.import({ name: "Things", components: [part(type, id, { id, properties: { name: "Things" } })] });
    expect(bench.layers(type, id)).toEqual(["System", "Things"]);
    expect(bench.environment.state.components.filter((one) => one.type === type)).toHaveLength(1);
  });

  it("of an older number of a kind are of that kind", () => {
    const bench = new Bench();
    const required = { type: 24, id: guid(7), displayName: "Main", solution: "Things (1.0)" };
    bench.import({ name: "S", missing: [{ required, dependent: { type: 62 } }] });
    expect(bench.layers(60, guid(7))).toEqual(["System"]);
  });

  it("are met by members of the package that come inside a table", () => {
    const bench = new Bench({ missingDependencies: "refuse" });
    const inside = [
      { type: 2, schemaName: "con_C", parentSchemaName: "con_T" },
      { type: 9, schemaName: "con_t_con_c" },
      { type: 26, id: guid(1), schemaName: "Active" },
      { type: 60, id: guid(2) },
    ];
    const missing = inside.map((end) => ({ required: { ...end, solution: "Gone (1.0)" }, dependent: { type: 62 } }));
    const components = [
      table("con_t"),
      column("con_t", "con_c"),
      part(26, guid(1), { id: guid(1), table: "con_t", root: false }),
      part(60, guid(2), { id: guid(2), table: "con_t", root: false }),
    ];
    expect(bench.import({ name: "S", components, missing }).uniqueName).toBe("S");
    const fault = faultOf(() =>
      bench.import({ name: "T", components: [], missing: [...missing, needs("Gone (1.0)")] }),
    );
    expect(fault.message).toContain("msdyn_/icon.svg");
    expect(fault.message).not.toContain("con_C");
  });
});

describe("component parameters", () => {
  const reference = part("connectionreference", "con_sp", { properties: { connectorid: "/x" } });
  const variable = part(380, "con_v", { name: "con_V", properties: { type: 100000000 } });
  const importWith = (bench: Bench, ...componentParameters: Row[]) => {
    const content = solutionPackage({ name: "A", components: [reference, variable] });
    return bench.environment.importSolution({ ...bench.request(content), componentParameters }, bench.caller);
  };
  const connection = {
    "@odata.type": "Microsoft.Dynamics.CRM.connectionreference",
    connectionreferencelogicalname: "con_sp",
    connectionid: "abc",
  };
  const value = { "@odata.type": "Microsoft.Dynamics.CRM.environmentvariablevalue", schemaname: "con_V", value: "v" };

  it("become unmanaged layers, and go with what they were given to", () => {
    const bench = new Bench();
    importWith(bench, connection, value);
    const type = bench.environment.state.environmentTypes.connectionreference ?? 0;
    expect(bench.effective(type, "con_sp")).toEqual({ connectorid: "/x", connectionid: "abc" });
    expect(bench.get(381, "con_v").layers).toMatchObject([{ solution: "Active", properties: { value: "v" } }]);
    bench.uninstall("A");
    expect(bench.environment.state.components).toEqual([]);
  });

  it("refuse the import when they name nothing that is there", () => {
    const bench = new Bench();
    expect(faultOf(() => importWith(bench, { ...connection, connectionreferencelogicalname: "no" })).code).toBe(
      "0x80040217",
    );
    expect(faultOf(() => importWith(bench, { ...value, schemaname: "no" })).code).toBe("0x80040217");
    expect(bench.environment.store.solutionNamed("A")).toBeUndefined();
  });
});

describe("a failed import", () => {
  it("changes nothing but the history and the import job", () => {
    const bench = new Bench({ missingDependencies: "refuse" });
    bench.import({ name: "A", components: [table("con_booking")] });
    const before = structuredClone({ ...bench.environment.state });
    const failing = {
      name: "B",
      components: [table("con_other"), column("con_other", "con_x")],
      missing: [{ required: { type: 61, schemaName: "x", solution: "Gone (1.0)" }, dependent: { type: 1 } }],
    };
    expect(faultOf(() => bench.import(failing)).code).toBe("0x8004801D");
    const after = structuredClone({ ...bench.environment.state });
    expect(after.history).toHaveLength(before.history.length + 1);
    expect(after.importJobs).toHaveLength(before.importJobs.length + 1);
    expect({ ...after, history: [], importJobs: [] }).toEqual({ ...before, history: [], importJobs: [] });
  });

  it("is told to listeners, for saving", () => {
    const bench = new Bench();
    const listener = jest.fn();
    const stop = bench.environment.onChange(listener);
    faultOf(() => bench.import({ name: "Active" }));
    expect(listener).toHaveBeenCalledTimes(1);
    stop();
    bench.import({ name: "A" });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("reports rising progress up to where it came", () => {
    const bench = new Bench();
    const seen: number[] = [];
    const content = solutionPackage({ name: "A", components: [page("1"), webResource("con_/b.js")] });
    bench.environment.importSolution(bench.request(content), bench.caller, (percent) => seen.push(percent));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(100);
  });
});
