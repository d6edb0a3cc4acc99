import { guid, part, solutionPackage, table, column, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;
beforeEach(async () => {
  web = new WebServer();
  await web.start();
});
afterEach(() => web.stop());

const idOf = (name: string) => web.bench.environment.store.solutionNamed(name)?.id ?? "";
const LABEL = "@OData.Community.Display.V1.FormattedValue";

describe("dependenciesOfPatch", () => {
  beforeEach(() => {
    web.bench.import({ name: "App" });
    web.bench.import({ name: "App_Patch_1", version: "1.0.1.0", components: [webResource("con_a.js")] });
    web.bench.import({
      name: "Other",
      components: [part(62, "con_map", { references: [{ type: 61, key: "con_a.js" }] })],
    });
  });
  const plain = (name: string) => web.get(`RetrieveDependenciesForUninstall(SolutionUniqueName='${name}')`);
  const described = (name: string) => web.get(`RetrieveDependenciesForUninstallWithMetadata(SolutionId=${idOf(name)})`);

  it("answers with what blocks the patch alone, with and without metadata", async () => {
    expect((await plain("App_Patch_1")).body.value).toMatchObject([{ dependentcomponenttype: 62 }]);
    expect((await described("App_Patch_1")).body.DependencyMetadataCollection).toMatchObject({
      DependencyMetadataInfoCollection: [{ dependentcomponentbasesolutionuniquename: "Other" }],
    });
  });

  it("refuses a patch, with and without metadata, and goes on answering for its base", async () => {
    await web.start({ habits: { dependenciesOfPatch: "refused" } });
    for (const answer of [await plain("App_Patch_1"), await described("App_Patch_1")]) {
      expect([answer.status, answer.body.error?.code]).toEqual([400, "0x80040203"]);
    }
    expect((await plain("App")).body.value).toHaveLength(1);
  });

  it("leaves the collection empty where metadata variants answer nothing", async () => {
    await web.start({ habits: { dependencyMetadata: "empty" } });
    expect((await described("App_Patch_1")).body.DependencyMetadataCollection).toEqual({
      DependencyMetadataInfoCollection: [],
    });
  });

  it("refuses a restricted solution with 0x8004F005", async () => {
    expect((await plain("Default")).body.error?.code).toBe("0x8004F005");
  });
});

describe("uninstallAction", () => {
  it("unknown: 404 with the code of the OData layer, so that deleting the row is what remains", async () => {
    await web.start({ habits: { uninstallAction: "unknown" } });
    web.bench.import({ name: "App" });
    const answer = await web.post("UninstallSolutionAsync", { SolutionUniqueName: "App" });
    expect([answer.status, answer.body.error?.code]).toEqual([404, "0x80060888"]);
    expect(web.bench.environment.state.asyncOperations).toEqual([]);
  });
});

describe("historyCodes", () => {
  const rows = async () =>
    (await web.rows("msdyn_solutionhistories", { Prefer: `odata.include-annotations="*"` })).map((row) => [
      row.msdyn_operation,
      row[`msdyn_operation${LABEL}`],
      row.msdyn_suboperation,
      row[`msdyn_suboperation${LABEL}`],
    ]);
  const operate = () => {
    web.bench.import({ name: "App" });
    web.bench.upgrade({ name: "App", version: "2.0.0.0" });
  };

  it("documented: 0 is an import, 1 an uninstall", async () => {
    operate();
    expect(await rows()).toEqual([
      [0, "Import", 1, "New"],
      [0, "Import", 2, "Upgrade"],
      [1, "Uninstall", 2, "Upgrade"],
    ]);
  });

  it("other: the same words stand for other numbers", async () => {
    await web.start({ habits: { historyCodes: "other" } });
    operate();
    expect(await rows()).toEqual([
      [1, "Import", 1, "New"],
      [1, "Import", 5, "Upgrade"],
      [2, "Uninstall", 5, "Upgrade"],
    ]);
  });
});

describe("rows of the history", () => {
  it("of an upgrade job share activity and correlation: import of _Upgrade, then the old ones, patches first", async () => {
    web.bench.import({ name: "App" });
    web.bench.import({ name: "App_Patch_1", version: "1.0.1.0" });
    const content = Buffer.from(web.bench.zip(solutionPackage({ name: "App", version: "2.0.0.0" }))).toString("base64");
    const { body } = await web.post("StageAndUpgradeAsync", {
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: true,
      CustomizationFile: content,
      ImportJobId: guid(5),
    });
    web.clock.advance(JOB_DURATION);
    const rows = (await web.rows("msdyn_solutionhistories")).slice(2);
    expect(rows.map((row) => row.msdyn_uniquename)).toEqual(["App_Upgrade", "App_Patch_1", "App"]);
    expect(new Set(rows.map((row) => row.msdyn_activityid))).toEqual(new Set([body.AsyncOperationId]));
    expect(new Set(rows.map((row) => row.msdyn_correlationid)).size).toBe(1);
  });

  it("of an applied upgrade end the rows that were Started, each its own", async () => {
    web.bench.import({ name: "App" });
    web.bench.import({ name: "App_Patch_1", version: "1.0.1.0" });
    web.bench.import({ name: "App", version: "2.0.0.0" }, { holding: true });
    await web.post("DeleteAndPromoteAsync", { UniqueName: "App" });
    web.clock.advance(JOB_DURATION / 2);
    const names = async () =>
      (await web.rows("msdyn_solutionhistories"))
        .slice(3)
        .map((row) => [row.msdyn_uniquename, row.msdyn_status, row.msdyn_result]);
    expect(await names()).toEqual([
      ["App_Patch_1", 0, null],
      ["App", 0, null],
    ]);
    web.clock.advance(JOB_DURATION);
    expect(await names()).toEqual([
      ["App_Patch_1", 1, true],
      ["App", 1, true],
    ]);
  });

  it("are in two tables: solutionhistories has numbers, and lists only", async () => {
    web.bench.import({ name: "App" });
    const [row] = await web.rows("solutionhistories");
    expect(row).toMatchObject({ solutionname: "App", operation: 0, status: 1, result: 1, ispatch: false });
    const one = await web.get(`solutionhistories(${row?.solutionhistorydataid as string})`);
    expect([one.status, one.body.error?.code]).toEqual([400, "0x80040800"]);
  });
});

describe("recordCountAge", () => {
  const counted = async (...names: string[]) => {
    const list = encodeURIComponent(JSON.stringify(names));
    return (await web.get(`RetrieveTotalRecordCount(EntityNames=@p1)?@p1=${list}`)).body.EntityRecordCountCollection;
  };
  const arrange = () => {
    web.bench.import({ name: "App", components: [table("con_thing"), table("con_other")] });
    web.bench.environment.setRowCount("con_thing", 12);
  };

  it("0: counts as they are now", async () => {
    arrange();
    expect(await counted("con_thing", "con_other")).toEqual({
      Count: 2,
      IsReadOnly: false,
      Keys: ["con_thing", "con_other"],
      Values: [12, 7],
    });
  });

  it("a day: rows that came since the snapshot are missing until it is taken again", async () => {
    arrange();
    await web.start({ habits: { recordCountAge: 86_400_000 } });
    web.bench.environment.setRowCount("con_thing", 20);
    expect(await counted("con_thing")).toMatchObject({ Values: [12] });
    web.clock.advance(86_400_000);
    expect(await counted("con_thing")).toMatchObject({ Values: [20] });
  });
});

describe("counting rows and values of a large table", () => {
  beforeEach(() => {
    web.bench.import({ name: "App", components: [table("con_thing"), column("con_thing", "con_note")] });
    web.bench.environment.setRowCount("con_thing", 20_000);
  });

  it("stops at 5,000, as plain text and beside the rows; the snapshot does not", async () => {
    expect((await web.get("con_things/$count")).text).toBe("5000");
    expect((await web.get("con_things?$select=con_thingid&$top=1&$count=true")).body["@odata.count"]).toBe(5000);
    const list = encodeURIComponent(JSON.stringify(["con_thing"]));
    expect((await web.get(`RetrieveTotalRecordCount(EntityNames=@p1)?@p1=${list}`)).body).toMatchObject({
      EntityRecordCountCollection: { Values: [20_000] },
    });
  });

  it("counts the filled values of a column, up to the same limit", async () => {
    const count = async () =>
      (await web.get("con_things?$select=con_thingid&$top=1&$count=true&$filter=con_note ne null")).body[
        "@odata.count"
      ];
    expect(await count()).toBe(5000);
    web.bench.environment.setRowCount("con_thing", 3000);
    expect(await count()).toBe(2000);
  });

  it("gives the entity set and the key column by which to count", async () => {
    const { body } = await web.get(
      "EntityDefinitions(LogicalName='con_thing')?$select=LogicalName,EntitySetName,PrimaryIdAttribute",
    );
    expect(body).toMatchObject({ EntitySetName: "con_things", PrimaryIdAttribute: "con_thingid" });
  });
});
