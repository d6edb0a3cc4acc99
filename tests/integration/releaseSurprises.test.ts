import { Bench, column, guid, part, table, webResource } from "../sandbox/engine/handMade";
import { previewIn, waysThatDiffer } from "./releaseTrial";

/** The platform's own main form of accounts. */
const ACCOUNT_FORM = "8448b78f-8f42-454e-8e2a-f8196b0419af";

describe("packages and environments that once came out otherwise", () => {
  it("an upgrade to a version that an earlier upgrade had brought, and an update had taken back", async () => {
    const bench = new Bench();
    const page = webResource("con_/a.js", { content: "a" });
    bench.import({ name: "A", version: "1.0.0.0", components: [page] });
    bench.upgrade({ name: "A", version: "1.1.0.0", components: [page] });
    bench.import({ name: "A", version: "1.0.0.0", components: [page] });
    expect(await waysThatDiffer(bench, { name: "A", version: "1.1.0.0", components: [] })).toEqual([]);
  });

  it("a flow that another one of the same name replaces", async () => {
    const bench = new Bench();
    const flow = (id: string, text: string) =>
      part(29, id, { id, name: "Welcome mail", properties: { clientdata: text, name: "Welcome mail" } });
    bench.import({ name: "A", components: [flow(guid(1), "one")] });
    const next = { name: "A", version: "1.1.0.0", components: [flow(guid(2), "two")] };
    expect(await waysThatDiffer(bench, next)).toEqual([]);
    const { upgrade } = (await previewIn(bench, next, false)).ways;
    expect(upgrade.fates.map(({ kind, component }) => [kind, component.key])).toEqual([
      ["added", guid(2)],
      ["deleted", guid(1)],
    ]);
  });

  it("options of an option set that another solution keeps", async () => {
    const bench = new Bench();
    const choice = (...values: number[]) =>
      part(9, "con_o", {
        properties: { name: "con_o" },
        children: { AttributePicklistValues: values.map((value) => ({ value, color: "red" })) },
      });
    bench.import({ name: "A", components: [choice()] });
    bench.import({ name: "D", components: [choice(105)] });
    const next = { name: "D", version: "1.1.0.0", components: [] };
    expect(await waysThatDiffer(bench, next)).toEqual([]);
    const [fate] = (await previewIn(bench, next, false)).ways.upgrade.fates;
    expect(fate?.kind).toBe("survives");
    expect(fate?.changes.map(({ child, visibleNow, visibleThen }) => [child, visibleNow, visibleThen])).toEqual([
      ["105", { color: "red", value: 105 }, undefined],
    ]);
  });

  it("a site map that no longer needs a table which goes, under an override of other things", async () => {
    const bench = new Bench();
    const map = (...areas: string[]) =>
      part(62, "con_map", {
        properties: { sitemapxml: `<SiteMap>${areas.join("")}</SiteMap>` },
        references: areas.length > 1 ? [{ type: 1, key: "con_t" }] : [],
      });
    const page = '<SubArea Url="/x" />';
    bench.import({
      name: "A",
      version: "1.0.0.0",
      components: [table("con_t"), map('<SubArea Entity="con_t" />', page)],
    });
    bench.customize(62, "con_map", { sitemapname: "Ours" });
    const next = { name: "A", version: "1.1.0.0", components: [map(page)] };
    expect(await waysThatDiffer(bench, next)).toEqual([]);
    const { upgrade } = (await previewIn(bench, next, false)).ways;
    expect(upgrade).toMatchObject({ status: "possible", blockers: [], counts: { deleted: 1 } });
  });

  it("a form that is dropped with its library, while a solution above repeats both", async () => {
    const bench = new Bench();
    const script = webResource("con_/a.js");
    const shell = part(1, "account", { behavior: 2, shell: true });
    const form = part(60, ACCOUNT_FORM, {
      id: ACCOUNT_FORM,
      name: "Account",
      table: "account",
      root: false,
      properties: { formxml: '<form><formLibraries><Library name="con_/a.js" /></formLibraries></form>' },
      references: [{ type: 61, key: "con_/a.js" }],
    });
    bench.import({ name: "A", components: [script, shell, form] });
    bench.import({ name: "B", components: [shell, form] });
    bench.customize(60, ACCOUNT_FORM, { formxml: "<form />" });
    const next = { name: "A", version: "1.1.0.0", components: [shell] };
    expect(await waysThatDiffer(bench, next)).toEqual([]);
    const { upgrade } = (await previewIn(bench, next, false)).ways;
    expect(upgrade.blockers).toMatchObject([
      { kind: "dependency", fix: { solution: { solution: "B" } }, certain: false },
    ]);
  });
});

describe("what the product's idea promises", () => {
  const shell = part(1, "con_t", { behavior: 2, shell: true });
  const base = {
    name: "A",
    components: [
      table("con_t", { description: "t" }),
      column("con_t", "con_c", { length: 20 }),
      column("con_t", "con_d", { length: 1 }),
    ],
  };
  const without = { ...base, version: "1.1.0.0", components: base.components.slice(0, 2) };

  it("an update leaves a removed column, an upgrade deletes it, and each says so", async () => {
    const bench = new Bench();
    bench.import(base);
    const { ways, advice } = await previewIn(bench, without, false);
    expect(ways.update.counts).toMatchObject({ leftBehind: 1, deleted: 0 });
    expect(ways.upgrade.counts).toMatchObject({ leftBehind: 0, deleted: 1 });
    expect(advice).toMatchObject({ way: "upgrade", reason: "leftBehind", components: ["Attribute con_t.con_d"] });
    expect(await waysThatDiffer(bench, without)).toEqual([]);
  });

  it("a further solution lies on top; a patch of the base stays below it, and changes nothing that is seen", async () => {
    const bench = new Bench();
    bench.import(base);
    const further = { name: "B", components: [shell, column("con_t", "con_c", { length: 50 })] };
    const { ways } = await previewIn(bench, further, false);
    expect(ways.install.fates.find(({ kind }) => kind === "changed")?.changes[0]).toMatchObject({
      installed: 20,
      incoming: 50,
      seen: "seen",
      visibleThen: 50,
    });
    bench.import(further);
    const patch = {
      name: "A_Patch_1",
      version: "1.0.1.0",
      components: [shell, column("con_t", "con_c", { length: 35 })],
    };
    const fate = (await previewIn(bench, patch, false)).ways.patch.fates.find(({ kind }) => kind === "changed");
    expect(fate?.changes[0]).toMatchObject({ installed: 20, incoming: 35, visibleThen: 50, seen: "hiddenByHigher" });
    expect(fate?.changes[0]?.by?.solution).toBe("B");
    expect(await waysThatDiffer(bench, patch)).toEqual([]);
  });

  it("an override hides what comes; overwriting removes it for good, but leaves a merged type alone", async () => {
    const bench = new Bench();
    const form = (text: string) =>
      part(60, guid(1), { id: guid(1), name: "Main", table: "con_t", root: false, properties: { formxml: text } });
    bench.import({ ...base, components: [...base.components, form("<form/>")] });
    bench.customize(2, "con_t.con_c", { length: 99, maxlength: 7 });
    bench.customize(60, guid(1), { formxml: "<form mine='1'/>" });
    const next = {
      ...base,
      version: "1.1.0.0",
      components: [
        table("con_t", { description: "t" }),
        column("con_t", "con_c", { length: 30 }),
        form("<form new='1'/>"),
      ],
    };
    const [kept, gone] = await Promise.all([previewIn(bench, next, false), previewIn(bench, next, true)]);
    const of = (preview: typeof kept, name: string) =>
      preview.ways.update.fates.find(({ component }) => component.name === name);
    expect(of(kept, "con_c")).toMatchObject({ override: "staysOnTop" });
    expect(of(kept, "con_c")?.changes[0]).toMatchObject({ seen: "hiddenByOverride", visibleThen: 99 });
    expect(of(gone, "con_c")).toMatchObject({
      override: "removedByOverwrite",
      lost: [{ property: "maxlength", now: 7, then: undefined }],
    });
    expect(of(gone, "con_c")?.changes[0]).toMatchObject({ seen: "seen", visibleNow: 99, visibleThen: 30 });
    expect(of(gone, "Main")).toMatchObject({ override: "mergeTypeKept", merged: true });
    expect(await waysThatDiffer(bench, next)).toEqual([]);
  });

  it("what another solution's form still needs blocks the upgrade, and says where it must be mended", async () => {
    const bench = new Bench();
    bench.import(base);
    bench.import({
      name: "B",
      components: [
        shell,
        part(60, guid(2), {
          id: guid(2),
          name: "Theirs",
          table: "con_t",
          root: false,
          properties: { formxml: '<form><control datafieldname="con_d" /></form>' },
          references: [{ type: 2, key: "con_t.con_d" }],
        }),
      ],
    });
    const { ways, advice } = await previewIn(bench, without, false);
    expect(ways.upgrade.status).toBe("refused");
    expect(ways.upgrade.blockers).toMatchObject([
      { kind: "dependency", code: "0x8004F01F", fix: { where: "solution", solution: { solution: "B" } } },
    ]);
    expect(advice).toMatchObject({ way: "update", reason: "upgradeBlocked" });
    expect(await waysThatDiffer(bench, without)).toEqual([]);
  });
});
