import { Bench, column, form, guid, part, table, webResource } from "./handMade";

const accountNumber = (length: number) => column("account", "accountnumber", { length });

describe("layer stack", () => {
  it("account number: 20 by the system, 30 by A, 50 by B, 35 by a patch of A gives 50 (§8.2)", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [accountNumber(30)] });
    bench.import({ name: "B", components: [accountNumber(50)] });
    bench.import({ name: "A_Patch_1a2b", version: "1.0.1.0", components: [accountNumber(35)] });
    expect(bench.layers(2, "account.accountnumber")).toEqual(["System", "A", "A_Patch_1a2b", "B"]);
    expect(bench.effective(2, "account.accountnumber").length).toBe(50);
    bench.uninstall("B");
    expect(bench.effective(2, "account.accountnumber").length).toBe(35);
    bench.uninstall("A_Patch_1a2b");
    expect(bench.effective(2, "account.accountnumber").length).toBe(30);
  });

  it("keeps base, patches by version and the pending upgrade of one solution together", () => {
    const bench = new Bench();
    const page = webResource("con_/a.js");
    bench.import({ name: "A", components: [page] });
    bench.import({ name: "B", components: [page] });
    bench.import({ name: "A_Patch_b", version: "1.0.1.0", components: [page] });
    bench.import({ name: "A_Patch_a", version: "1.0.10.0", components: [page] });
    bench.import({ name: "A", version: "1.1.0.0", components: [page] }, { holding: true });
    bench.customize(61, "con_/a.js", { content: "x" });
    expect(bench.layers(61, "con_/a.js")).toEqual(["A", "A_Patch_b", "A_Patch_a", "A_Upgrade", "B", "Active"]);
  });

  it("lets the topmost layer that sets a property win, property by property (§8.1)", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [part(29, guid(1), { properties: { name: "flow", clientdata: "1" } })] });
    bench.customize(29, guid(1), { name: "renamed" });
    bench.import({
      name: "A",
      version: "1.1",
      components: [part(29, guid(1), { properties: { name: "flow", clientdata: "2" } })],
    });
    expect(bench.effective(29, guid(1))).toEqual({ name: "renamed", clientdata: "2" });
  });

  it("adds the options of all layers together and lets the topmost label win (§8.1)", () => {
    const bench = new Bench();
    const options = (...list: [number, string][]) =>
      part(9, "con_size", { children: { AttributePicklistValues: list.map(([value, label]) => ({ value, label })) } });
    bench.import({ name: "A", components: [options([1, "small"], [2, "large"])] });
    bench.import({ name: "B", components: [options([2, "big"], [3, "huge"])] });
    expect(bench.environment.effectiveChildren(bench.get(9, "con_size").id).AttributePicklistValues).toEqual([
      { value: 1, label: "small" },
      { value: 2, label: "big" },
      { value: 3, label: "huge" },
    ]);
  });

  it("takes any other child collection from the topmost layer that has it", () => {
    const bench = new Bench();
    const role = (...names: string[]) =>
      part(20, guid(1), {
        id: guid(1),
        children: { RolePrivileges: names.map((privilegename) => ({ privilegename })) },
      });
    bench.import({ name: "A", components: [role("prvReadAccount", "prvWriteAccount")] });
    bench.import({ name: "B", components: [role("prvReadAccount")] });
    expect(bench.environment.effectiveChildren(guid(1)).RolePrivileges).toEqual([{ privilegename: "prvReadAccount" }]);
  });

  it("shows the display name of the topmost layer, and the one below when that goes", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_booking", {}, { displayName: "Booking" })] });
    bench.import({ name: "B", components: [table("con_booking", {}, { displayName: "Reservation" })] });
    expect(bench.get(1, "con_booking").displayName).toBe("Reservation");
    bench.uninstall("B");
    expect(bench.get(1, "con_booking").displayName).toBe("Booking");
  });
});

describe("removing the Active layer", () => {
  it("lets the managed definition come back", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [webResource("con_/a.js", { content: "1" })] });
    bench.customize(61, "con_/a.js", { content: "2" });
    bench.environment.removeActiveLayer(bench.get(61, "con_/a.js").id, bench.caller);
    expect(bench.effective(61, "con_/a.js").content).toBe("1");
  });

  it("deletes a component that has no other layer", () => {
    const bench = new Bench();
    bench.import({ name: "Work", managed: false, components: [webResource("con_/a.js")] });
    bench.environment.removeActiveLayer(bench.get(61, "con_/a.js").id, bench.caller);
    expect(bench.find(61, "con_/a.js")).toBeUndefined();
    expect(bench.environment.state.memberships).toEqual([]);
  });

  it("does nothing to a component without one", () => {
    const bench = new Bench();
    bench.import({ name: "A", components: [table("con_booking"), form(guid(1), "con_booking", [])] });
    const before = bench.get(60, guid(1));
    bench.environment.removeActiveLayer(guid(1), bench.caller);
    expect(bench.get(60, guid(1))).toBe(before);
  });
});
