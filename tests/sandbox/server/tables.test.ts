import { plainText } from "../../../sandbox/odata/plainText";
import { column, form, guid, table, webResource } from "../engine/handMade";
import { WebServer } from "./webServer";

const web = new WebServer();
let baseId = "";

beforeAll(async () => {
  web.bench.import({
    name: "AppBase",
    components: [
      table("con_thing", { schemaname: "con_Thing" }),
      column("con_thing", "con_name"),
      form(guid(1), "con_thing", ["con_name"]),
      webResource("con_page.html", { content: "PGh0bWw+" }),
    ],
  });
  web.bench.import({
    name: "AppBase_Patch_1a2b",
    version: "1.0.1.0",
    parent: "AppBase",
    components: [webResource("con_page.html", { content: "PGI+" })],
  });
  web.bench.import({ name: "Other", version: "1.0", publisher: "fabrikam", components: [webResource("fab_a.js")] });
  baseId = web.bench.environment.store.solutionNamed("AppBase")?.id ?? "";
  web.bench.customize(61, "con_page.html", { description: "changed here" });
  await web.start();
});
afterAll(() => web.stop());

describe("solutions", () => {
  it("keeps nulls of selected columns and adds the primary key and the etag", async () => {
    const [row] = await web.rows(
      "solutions?$select=uniquename,description,_parentsolutionid_value&$filter=uniquename eq 'Other'",
    );
    expect(row).toEqual({
      "@odata.etag": expect.stringMatching(/^W\/"\d+"$/),
      uniquename: "Other",
      description: null,
      _parentsolutionid_value: null,
      solutionid: expect.any(String),
    });
  });

  it("writes dates as UTC without milliseconds and ids in lower case", async () => {
    const [row] = await web.rows("solutions?$filter=uniquename eq 'AppBase'");
    expect(row?.installedon).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(row?.solutionid).toBe(String(row?.solutionid as string).toLowerCase());
  });

  it("finds patches through their base", async () => {
    const rows = await web.rows(`solutions?$select=uniquename&$filter=_parentsolutionid_value eq ${baseId}`);
    expect(rows.map((row) => row.uniquename)).toEqual(["AppBase_Patch_1a2b"]);
  });

  it("expands the publisher with its selected columns", async () => {
    const [row] = await web.rows(
      "solutions?$select=uniquename&$expand=publisherid($select=uniquename)&$filter=uniquename eq 'Other'",
    );
    expect(row?.publisherid).toMatchObject({ uniquename: "fabrikam", publisherid: expect.any(String) });
    expect(row?.publisherid).not.toHaveProperty("friendlyname");
  });

  it("expands a collection with a link to more", async () => {
    const answer = await web.get(`solutions(${baseId})?$expand=solution_solutioncomponent($select=componenttype)`);
    expect(answer.body.solution_solutioncomponent).toHaveLength(4);
    expect(answer.body).toHaveProperty(["solution_solutioncomponent@odata.nextLink"]);
  });

  it("filters through a single-valued navigation", async () => {
    const rows = await web.rows("solutions?$select=uniquename&$filter=publisherid/uniquename eq 'fabrikam'");
    expect(rows.map((row) => row.uniquename)).toEqual(["Other"]);
  });

  it("orders by several columns and limits by $top", async () => {
    const rows = await web.rows(
      "solutions?$select=uniquename&$filter=ismanaged eq true and isvisible eq true&$orderby=ismanaged desc,uniquename desc&$top=2",
    );
    expect(rows.map((row) => row.uniquename)).toEqual(["Other", "AppBase_Patch_1a2b"]);
  });

  it("takes the maker portal's filter for patches and pending upgrades", async () => {
    const filter = `((isvisible eq true) and (_parentsolutionid_value ne null or (ismanaged eq true and endswith(uniquename, '_Upgrade')) or solutionid eq ${baseId}))`;
    const rows = await web.rows(`solutions?$select=uniquename&$filter=${encodeURIComponent(filter)}`);
    expect(rows.map((row) => row.uniquename).sort()).toEqual(["AppBase", "AppBase_Patch_1a2b"]);
  });

  it("adds formatted values and lookup names only when asked", async () => {
    const path = "solutions?$select=ismanaged,_publisherid_value&$filter=uniquename eq 'Other'";
    const [plain] = await web.rows(path);
    const [annotated] = await web.rows(path, { Prefer: 'odata.include-annotations="*"' });
    expect(Object.keys(plain ?? {}).filter((name) => name.includes("@"))).toEqual(["@odata.etag"]);
    expect(annotated).toMatchObject({
      "ismanaged@OData.Community.Display.V1.FormattedValue": "Managed",
      "_publisherid_value@Microsoft.Dynamics.CRM.lookuplogicalname": "publisher",
    });
  });

  it("answers 404 with the platform's code for an id that does not exist", async () => {
    const answer = await web.get(`solutions(${guid(77)})`);
    expect([answer.status, answer.body.error?.code]).toEqual([404, "0x80040217"]);
  });

  it("answers 404 for an unknown entity set, and for one in the wrong case", async () => {
    for (const set of ["nosuchset", "Solutions"]) {
      const answer = await web.get(set);
      expect([answer.status, answer.body.error?.code]).toEqual([404, "0x80060888"]);
    }
  });

  it.each(["$select=nope", "$filter=nope eq 1", "$orderby=nope", "$expand=nope", "$expand=publisherid($select=nope)"])(
    "refuses the unknown property in %s with 400",
    async (query) => {
      const answer = await web.get(`solutions?${query}`);
      expect([answer.status, answer.body.error?.code]).toEqual([400, "0x80060888"]);
      expect(answer.body.error?.message).toContain("Could not find a property named 'nope'");
    },
  );

  it("refuses a quoted guid on a guid column with 400", async () => {
    const answer = await web.get(`solutions?$filter=solutionid eq '${baseId}'`);
    expect(answer.body.error?.message).toContain("incompatible types");
  });

  it.each(["solutions?$filter=%E0%A4%A", "solutions(%ZZ)"])(
    "refuses the broken encoding of %s with 400",
    async (path) => {
      expect(await web.raw("GET", `/api/data/v9.2/${path}`, { Host: `127.0.0.1:${web.port}` })).toBe(400);
    },
  );

  it("refuses $skip with 400", async () => {
    expect((await web.get("solutions?$skip=1")).status).toBe(400);
  });

  it("refuses to change a managed solution's row with 0x8004F024", async () => {
    const answer = await web.send("PATCH", `solutions(${baseId})`, {
      headers: { "Content-Type": "application/json" },
      body: '{"description":"x"}',
    });
    expect(answer.body.error?.code).toBe("0x8004F024");
  });

  it("carries error details only where annotations are asked for", async () => {
    const plain = await web.get("solutions?$select=nope");
    const detailed = await web.get("solutions?$select=nope", { Prefer: 'odata.include-annotations="*"' });
    expect(Object.keys(plain.body.error ?? {})).toEqual(["code", "message"]);
    expect(detailed.body.error).toHaveProperty(["@Microsoft.PowerApps.CDS.InnerError.Message"]);
  });
});

describe("paging", () => {
  it("gives pages of the preferred size with an absolute next link that leads through all rows", async () => {
    const headers = { Prefer: "odata.maxpagesize=2" };
    const names: unknown[] = [];
    let next: unknown = "solutions?$select=uniquename&$orderby=uniquename";
    for (let page = 0; typeof next === "string" && page < 10; page++) {
      const { body } = await web.get(next, headers);
      expect(body.value?.length).toBeLessThanOrEqual(2);
      names.push(...(body.value ?? []).map((row) => row.uniquename));
      next = body["@odata.nextLink"];
      if (next !== undefined) expect(next).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/data\/v9\.2\/solutions\?/);
    }
    expect(names).toEqual(
      (await web.rows("solutions?$select=uniquename&$orderby=uniquename")).map((row) => row.uniquename),
    );
  });

  it("counts beside the rows and as plain text", async () => {
    const { body } = await web.get("solutions?$count=true&$filter=ismanaged eq true and isvisible eq true&$top=1");
    expect(body["@odata.count"]).toBe(3);
    expect((await web.get("solutions/$count?$filter=ismanaged eq true and isvisible eq true")).text).toBe("3");
  });

  it("refuses a cookie it has not written", async () => {
    expect((await web.get("solutions?$skiptoken=x")).status).toBe(400);
  });
});

describe("solutioncomponents", () => {
  it("names the root's membership row, not its component, in rootsolutioncomponentid", async () => {
    const rows = await web.rows(`solutioncomponents?$filter=_solutionid_value eq ${baseId}`);
    const root = rows.find((row) => row.componenttype === 1);
    const below = rows.find((row) => row.componenttype === 60);
    expect(root).toMatchObject({ rootcomponentbehavior: 0, rootsolutioncomponentid: null, ismetadata: true });
    expect(below).toMatchObject({ rootcomponentbehavior: null, rootsolutioncomponentid: root?.solutioncomponentid });
  });

  it("tells who else holds a component", async () => {
    const page = web.bench.get(61, "con_page.html");
    const rows = await web.rows(
      `solutioncomponents?$filter=objectid eq ${page.id}&$expand=solutionid($select=uniquename)`,
    );
    const holders = rows.map((row) => (row.solutionid as { uniquename: string }).uniquename);
    expect(holders).toEqual(expect.arrayContaining(["AppBase", "AppBase_Patch_1a2b"]));
  });
});

describe("backing tables", () => {
  it("shows the effective properties of a component", async () => {
    const { id } = web.bench.get(61, "con_page.html");
    const { body } = await web.get(`webresourceset(${id})?$select=name,content,description`);
    expect(body).toMatchObject({ name: "con_page.html", content: "PGI+", description: "changed here" });
  });

  it("puts a PATCH into the Active layer", async () => {
    const { id } = web.bench.get(61, "fab_a.js");
    const answer = await web.send("PATCH", `webresourceset(${id})`, {
      headers: { "Content-Type": "application/json" },
      body: '{"displayname":"mine"}',
    });
    expect(answer.status).toBe(204);
    expect(web.bench.layers(61, "fab_a.js")).toEqual(["Other", "Active"]);
  });

  it("finds tables by logical name and their columns below them", async () => {
    const { body } = await web.get("EntityDefinitions(LogicalName='con_thing')?$select=SchemaName,EntitySetName");
    expect(body).toMatchObject({ SchemaName: "con_Thing", EntitySetName: "con_things" });
    const columns = await web.rows("EntityDefinitions(LogicalName='con_thing')/Attributes?$select=LogicalName");
    expect(columns.map((row) => row.LogicalName)).toEqual(["con_name"]);
  });

  it("answers the rows of a table that a package created", async () => {
    expect((await web.get("con_things/$count")).text).toBe("7");
    expect(await web.rows("con_things?$top=2&$select=con_thingid")).toHaveLength(2);
  });

  it("does not let the dependencies table be read directly", async () => {
    expect((await web.get("dependencies")).status).toBe(400);
  });
});

describe("systemusers", () => {
  it("reads one user, with roles by their template", async () => {
    const { body } = await web.get("WhoAmI");
    const user = await web.get(
      `systemusers(${plainText(body.UserId)})?$select=fullname&$expand=systemuserroles_association($select=name,_roletemplateid_value)`,
    );
    expect(user.body.systemuserroles_association).toMatchObject([
      { _roletemplateid_value: "627090ff-40a3-4053-8790-584edc5be201" },
    ]);
  });
});
