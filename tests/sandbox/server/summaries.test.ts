import { plainText } from "../../../sandbox/odata/plainText";
import { column, form, guid, table, webResource } from "../engine/handMade";
import { WebServer } from "./webServer";

const web = new WebServer();
const ids: Record<string, string> = {};

beforeAll(() => {
  web.bench.import({
    name: "First",
    components: [
      table("con_thing"),
      column("con_thing", "con_name"),
      form(guid(1), "con_thing", ["con_name"]),
      webResource("con_a.js"),
    ],
  });
  web.bench.import({
    name: "Second",
    publisher: "fabrikam",
    components: [webResource("fab_b.js"), webResource("fab_c.js")],
  });
  web.bench.customize(61, "con_a.js", { displayname: "changed" });
  for (const { uniqueName, id } of web.bench.environment.state.solutions) ids[uniqueName] = id;
});
beforeEach(() => web.start());
afterAll(() => web.stop());

const summaries = (filter: string) => `msdyn_solutioncomponentsummaries?$filter=${encodeURIComponent(filter)}`;
const names = async (filter: string) => (await web.rows(summaries(filter))).map((row) => row.msdyn_name).sort();

describe("msdyn_solutioncomponentsummaries", () => {
  it("refuses a boolean literal filter on msdyn_ismanaged with 400", async () => {
    expect((await web.get(summaries("msdyn_ismanaged eq true"))).status).toBe(400);
  });

  it("accepts a boolean as text", async () => {
    expect(await names("msdyn_ismanaged eq 'True' and msdyn_hasactivecustomization eq 'true'")).toEqual(["con_a.js"]);
  });

  it("always leaves msdyn_solutioncomponentsummaryid null", async () => {
    const rows = await web.rows("msdyn_solutioncomponentsummaries");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.msdyn_solutioncomponentsummaryid === null)).toBe(true);
  });

  it("lists roots only, and table subcomponents only when asked per table", async () => {
    expect(await names(`msdyn_solutionid eq ${ids.First}`)).toEqual(["con_a.js", "con_thing"]);
    expect(await names(`msdyn_solutionid eq ${ids.First} and msdyn_primaryentityname eq 'con_thing'`)).toEqual(
      ["Main", "con_name"].sort(),
    );
  });

  it("takes the solution's id quoted and unquoted", async () => {
    expect(await names(`msdyn_solutionid eq '${ids.Second}'`)).toEqual(
      await names(`msdyn_solutionid eq ${ids.Second}`),
    );
  });

  it("answers an OR over several solutions incompletely", async () => {
    const both = await names(`msdyn_solutionid eq ${ids.First} or msdyn_solutionid eq ${ids.Second}`);
    expect(both).toEqual(await names(`msdyn_solutionid eq ${ids.First}`));
  });

  it("answers a query over the whole environment by type", async () => {
    expect(await names("(msdyn_componenttype eq 61)")).toEqual(["con_a.js", "fab_b.js", "fab_c.js"]);
  });

  it("carries real booleans and numbers in columns declared as text", async () => {
    const [row] = await web.rows(summaries(`msdyn_objectid eq '${web.bench.get(61, "con_a.js").id}'`));
    expect(row).toMatchObject({ msdyn_ismanaged: true, msdyn_hasactivecustomization: true, msdyn_componenttype: 61 });
  });

  it("carries booleans as text when switched so", async () => {
    await web.start({ habits: { summaryValues: "text" } });
    const [row] = await web.rows(summaries(`msdyn_objectid eq '${web.bench.get(61, "con_a.js").id}'`));
    expect(row).toMatchObject({ msdyn_ismanaged: "True", msdyn_hasactivecustomization: "True" });
  });

  it("repeats the number of components of the type on each row", async () => {
    const rows = await web.rows(summaries(`msdyn_solutionid eq ${ids.Second}`));
    expect(rows.map((row) => row.msdyn_total)).toEqual([2, 2]);
  });

  it("passes over api-version, which the maker portal appends", async () => {
    expect((await web.get(`${summaries("msdyn_componenttype eq 61")}&api-version=9.1`)).status).toBe(200);
  });

  it("gives a next link longer than the URL limit: 414, unless sent inside $batch", async () => {
    const first = await web.get(summaries("msdyn_componenttype eq 61"), { Prefer: "odata.maxpagesize=2" });
    const link = plainText(first.body["@odata.nextLink"]);
    expect((await web.get(link)).status).toBe(414);
    const batch = `--b\r\nContent-Type: application/http\r\n\r\nGET ${link} HTTP/1.1\r\nPrefer: odata.maxpagesize=2\r\n\r\n--b--`;
    const answer = await web.send("POST", "$batch", {
      headers: { "Content-Type": "multipart/mixed; boundary=b" },
      body: batch,
    });
    expect(answer.text).toContain("HTTP/1.1 200 OK");
    expect(answer.text).toContain("fab_c.js");
  });
});

describe("msdyn_solutioncomponentcountsummaries", () => {
  const path = () => `msdyn_solutioncomponentcountsummaries?$filter=msdyn_solutionid eq ${ids.First}`;

  it("counts by type although its own solution column is null", async () => {
    const rows = await web.rows(path());
    expect(rows.map((row) => [row.msdyn_componenttype, row.msdyn_total, row.msdyn_solutionid])).toEqual([
      [1, 1, null],
      [61, 1, null],
    ]);
  });

  it("counts subcomponents too when switched so", async () => {
    await web.start({ habits: { countSummaries: "all" } });
    expect((await web.rows(path())).map((row) => row.msdyn_componenttype)).toEqual([1, 2, 60, 61]);
  });
});

describe("msdyn_componentlayers", () => {
  const layers = (id: string, name: string) =>
    `msdyn_componentlayers?$select=msdyn_name&$filter=${encodeURIComponent(`msdyn_componentid eq '${id}' and msdyn_solutioncomponentname eq '${name}'`)}`;

  it("ignores $select, numbers layers from the base and carries JSON as text", async () => {
    const rows = await web.rows(layers(web.bench.get(61, "con_a.js").id, "WebResource"));
    expect(rows.map((row) => [row.msdyn_order, row.msdyn_solutionname])).toEqual([
      [1, "First"],
      [2, "Active"],
    ]);
    expect(JSON.parse(plainText(rows[1]?.msdyn_changes))).toEqual({
      Attributes: [{ Key: "displayname", Value: "changed" }],
    });
  });

  it("answers nothing, or an error, for a name that does not fit", async () => {
    const path = layers(web.bench.get(61, "con_a.js").id, "SystemForm");
    expect(await web.rows(path)).toEqual([]);
    await web.start({ habits: { wrongLayerName: "refused" } });
    expect((await web.get(path)).status).toBe(400);
  });

  it("refuses an unquoted component id with 400", async () => {
    const id = web.bench.get(61, "con_a.js").id;
    expect((await web.get(`msdyn_componentlayers?$filter=msdyn_componentid eq ${id}`)).status).toBe(400);
  });
});

describe("msdyn_solutionhistories", () => {
  it("refuses arbitrary filters with 400", async () => {
    expect((await web.get("msdyn_solutionhistories?$filter=msdyn_name eq 'First'")).status).toBe(400);
  });

  it("accepts them when switched so", async () => {
    await web.start({ habits: { historyFilters: "accepted" } });
    expect(await web.rows("msdyn_solutionhistories?$filter=msdyn_uniquename eq 'First'")).toHaveLength(1);
  });

  it("names operations in formatted values", async () => {
    const [row] = await web.rows("msdyn_solutionhistories?$orderby=msdyn_starttime desc&$top=1", {
      Prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"',
    });
    expect(row).toMatchObject({
      "msdyn_operation@OData.Community.Display.V1.FormattedValue": "Import",
      "msdyn_result@OData.Community.Display.V1.FormattedValue": "Success",
    });
  });

  it("is not the same as solutionhistories, whose result is a number", async () => {
    const [row] = await web.rows("solutionhistories?$filter=solutionname eq 'First'");
    expect(row?.result).toBe(1);
  });
});
