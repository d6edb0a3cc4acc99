import type { Row } from "../../../sandbox/store/model";
import { column, part, table } from "../engine/handMade";
import { WebServer } from "./webServer";

let web: WebServer;
const labels = (...texts: readonly [number, string][]): string =>
  JSON.stringify(texts.map(([LanguageCode, Label]) => ({ Label, LanguageCode })));

beforeEach(async () => {
  web = new WebServer();
  web.bench.import({
    name: "App",
    components: [
      table("con_thing", { "LocalizedName - LocalizedLabel": labels([1033, "Thing"]) }, { displayName: "Thing" }),
      column(
        "con_thing",
        "con_name",
        {
          requiredlevel: "none",
          maxlength: "100",
          issecured: false,
          "DisplayName - LocalizedLabel": labels([1031, "Name (de)"], [1033, "Name"]),
        },
        { displayName: "Name" },
      ),
      column("con_thing", "con_locked", { iscustomizable: false, requiredlevel: "none" }),
      part(9, "con_colour", { properties: { "DisplayName - LocalizedLabel": labels([1033, "Colour"]) } }),
      part(10, "con_relation"),
    ],
  });
  web.bench.import({ name: "Mine", managed: false, components: [] });
  await web.start();
});
afterEach(() => web.stop());

const COLUMN = "EntityDefinitions(LogicalName='con_thing')/Attributes(LogicalName='con_name')";
const write = (method: "PUT" | "PATCH", path: string, body: Row, headers: Record<string, string> = {}) =>
  web.send(method, path, {
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const active = (type: number, key: string) =>
  web.bench.get(type, key).layers.find(({ solution }) => solution === "Active")?.properties;
const label = (...texts: readonly [number, string][]): Row => ({
  "@odata.type": "Microsoft.Dynamics.CRM.Label",
  LocalizedLabels: texts.map(([LanguageCode, Label]) => ({ Label, LanguageCode })),
});

describe("PUT of a column's definition", () => {
  it("puts into the Active layer what differs from the definition that was read, and nothing else", async () => {
    const { body } = await web.get(COLUMN);
    const { RequiredLevel, ...rest } = body;
    const answer = await write("PUT", COLUMN, {
      ...rest,
      "@odata.type": "Microsoft.Dynamics.CRM.StringAttributeMetadata",
      RequiredLevel: { ...(RequiredLevel as Row), Value: "ApplicationRequired" },
    });
    expect(answer.status).toBe(204);
    expect(active(2, "con_thing.con_name")).toEqual({ requiredlevel: "required" });
    expect((await web.get(COLUMN)).body.RequiredLevel).toMatchObject({ Value: "ApplicationRequired" });
  });

  it("extends an Active layer that is there", async () => {
    await write("PUT", COLUMN, { IsSecured: true });
    await write("PUT", COLUMN, { MaxLength: 200 });
    expect(active(2, "con_thing.con_name")).toEqual({ issecured: true, maxlength: "200" });
  });

  it("replaces all labels, and with mscrm.mergelabels those of the languages that it holds", async () => {
    const key = "DisplayName - LocalizedLabel";
    await write("PUT", COLUMN, { DisplayName: label([1033, "Title"]) }, { "mscrm.mergelabels": "true" });
    expect(active(2, "con_thing.con_name")).toEqual({ [key]: labels([1031, "Name (de)"], [1033, "Title"]) });
    expect(web.bench.get(2, "con_thing.con_name").displayName).toBe("Title");
    await write("PUT", COLUMN, { DisplayName: label([1033, "Heading"]) });
    expect(active(2, "con_thing.con_name")).toEqual({ [key]: labels([1033, "Heading"]) });
    expect((await web.get(COLUMN)).body.DisplayName).toMatchObject({ UserLocalizedLabel: { Label: "Heading" } });
  });

  it("is an override like any other: the layer table has it, and removing it brings the name back", async () => {
    await write("PUT", COLUMN, { DisplayName: label([1033, "Title"]) });
    const { id } = web.bench.get(2, "con_thing.con_name");
    const rows = await web.rows(
      `msdyn_componentlayers?$filter=msdyn_componentid eq '${id}' and msdyn_solutioncomponentname eq 'Attribute'`,
    );
    expect(rows.map((row) => row.msdyn_solutionname)).toEqual(["App", "Active"]);
    await web.post("RemoveActiveCustomization", { LogicalName: "attribute", Id: id });
    expect(web.bench.get(2, "con_thing.con_name").displayName).toBe("Name");
  });

  it("joins the solution that mscrm.solutionuniquename names", async () => {
    await write("PUT", COLUMN, { IsSecured: true }, { "mscrm.solutionuniquename": "Mine" });
    const { store } = web.bench.environment;
    expect(store.membershipsIn(store.solutionNamed("Mine")?.id ?? "").map(({ type }) => type)).toEqual([1, 2]);
  });

  it("refuses where iscustomizable is false with 0x8004F032", async () => {
    const answer = await write("PUT", COLUMN.replace("con_name", "con_locked"), {
      RequiredLevel: { Value: "Recommended" },
    });
    expect(answer.body.error?.code).toBe("0x8004F032");
    expect(active(2, "con_thing.con_locked")).toBeUndefined();
  });

  it.each<[string, Row]>([
    ["a property that columns do not have", { Colour: "red" }],
    ["a value of another type", { IsSecured: "yes" }],
    ["a label that is plain text", { DisplayName: "Title" }],
  ])("refuses %s with 400 and changes nothing", async (_what, body) => {
    expect((await write("PUT", COLUMN, body)).status).toBe(400);
    expect(active(2, "con_thing.con_name")).toBeUndefined();
  });

  it("answers 404 for a column that the table does not have, and 403 to a reader", async () => {
    expect((await write("PUT", COLUMN.replace("con_name", "con_none"), { IsSecured: true })).status).toBe(404);
    await web.start({ user: "reader" });
    expect((await write("PUT", COLUMN, { IsSecured: true })).body.error?.code).toBe("0x80040220");
  });

  it("is refused with 0x80071151 while a job runs", async () => {
    await web.post("BulkRemoveActiveCustomizationsAsync", {
      BulkRemoveActiveCustomizationsParameters: { SolutionComponentReferences: [] },
    });
    expect((await write("PUT", COLUMN, { IsSecured: true })).body.error?.code).toBe("0x80071151");
  });
});

describe("PATCH of a column's definition", () => {
  it("keeps labels of other languages, and is 405 when switched so", async () => {
    expect((await write("PATCH", COLUMN, { DisplayName: label([1033, "Title"]) })).status).toBe(204);
    expect(active(2, "con_thing.con_name")).toEqual({
      "DisplayName - LocalizedLabel": labels([1031, "Name (de)"], [1033, "Title"]),
    });
    await web.start({ habits: { metadataPatch: "refused" } });
    expect((await write("PATCH", COLUMN, { IsSecured: true })).status).toBe(405);
  });
});

describe("PUT of other definitions", () => {
  it("edits tables and global option sets, and changes the names people see", async () => {
    await write("PUT", "EntityDefinitions(LogicalName='con_thing')", { DisplayName: label([1033, "Item"]) });
    await write("PUT", "GlobalOptionSetDefinitions(Name='con_colour')", { Description: label([1033, "Paint"]) });
    expect(web.bench.get(1, "con_thing").displayName).toBe("Item");
    expect(active(9, "con_colour")).toEqual({ "Description - LocalizedLabel": labels([1033, "Paint"]) });
  });

  it("answers 405 for relationships, whole sets and ordinary rows", async () => {
    const relation = web.bench.get(10, "con_relation").id;
    for (const path of [`RelationshipDefinitions(${relation})`, "EntityDefinitions", "publishers"]) {
      expect((await write("PUT", path, {})).status).toBe(405);
    }
    const attributes = "EntityDefinitions(LogicalName='con_thing')/Attributes";
    expect((await write("PUT", attributes, {})).status).toBe(405);
  });
});
