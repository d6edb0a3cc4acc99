import type { Properties } from "../../../SolutionHealth/domain/model/property";
import { emptyState } from "../../../sandbox/engine/emptyState";
import type { Row } from "../../../sandbox/store/model";
import type { PackageText } from "../engine/handMade";
import { Bench, column, guid, part, table } from "../engine/handMade";
import { WebServer } from "./webServer";

const options = (...values: Properties[]) => ({ children: { AttributePicklistValues: values } });

/** A table as real exports describe one. */
const PLAN: PackageText = {
  name: "App",
  components: [
    table("con_plan", { schemaname: "con_Plan", entitysetname: "con_planset", ownershiptypemask: "UserOwned" }),
    column("con_plan", "con_title", {
      type: "nvarchar",
      displaymask: "PrimaryName|ValidForForm",
      requiredlevel: "required",
      maxlength: 20,
    }),
    column("con_plan", "con_count", { type: "int" }),
    column("con_plan", "con_share", { type: "decimal" }),
    column("con_plan", "con_active", { type: "bit" }, options({ value: 0, label: "Off" }, { value: 1, label: "On" })),
    column("con_plan", "con_notes", { type: "ntext" }),
    column("con_plan", "con_due", { type: "datetime", format: "date", behavior: "2" }),
    column("con_plan", "con_seen", { type: "datetime", behavior: "1" }),
    column(
      "con_plan",
      "con_way",
      { type: "picklist" },
      options({ value: 1, label: "Update" }, { value: 2, label: "Upgrade" }),
    ),
    column("con_plan", "con_parent", { type: "lookup", schemaname: "con_Parent" }),
    column(
      "con_plan",
      "statuscode",
      { type: "status" },
      options(
        { value: 1, state: "0", label: "Draft" },
        { value: 7, state: "0", label: "Agreed" },
        { value: 2, state: "1", label: "Closed" },
      ),
    ),
    column("con_plan", "con_computed", { type: "nvarchar", validforcreateapi: false, validforupdateapi: false }),
    part(10, "con_plan_parent", {
      root: false,
      properties: {
        referencingentityname: "con_Plan",
        referencingattributename: "con_Parent",
        referencedentityname: "con_Plan",
      },
    }),
    table("con_log", { schemaname: "con_Log", ownershiptypemask: "OrgOwned" }),
  ],
};

const state = emptyState();
const [administrator] = state.users;
state.users.push({
  id: guid(77),
  fullName: "Pat Partly",
  domainName: "pat@sandbox.example",
  disabled: false,
  privileges: ["prvReadcon_Plan", "prvCreatecon_Plan", "prvReadUser"],
  businessUnitId: administrator?.businessUnitId ?? "",
});

const web = new WebServer(new Bench({ rowsPerTable: 0 }, state));
const json = { "Content-Type": "application/json" };
const send = (method: string, path: string, body: Row, headers: Record<string, string> = {}) =>
  web.send(method, path, { headers: { ...json, ...headers }, body: JSON.stringify(body) });

/** Adds a row and reads it back. */
async function added(body: Row): Promise<Row> {
  const answer = await send("POST", "con_planset", body, { Prefer: "return=representation" });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

const addressOf = (row: Row) => `con_planset(${row.con_planid as string})`;

beforeAll(async () => {
  web.bench.import(PLAN);
  await web.start();
});
afterAll(() => web.stop());

describe("a new row", () => {
  it("answers 204 with its address", async () => {
    const answer = await web.post("con_planset", { con_title: "A" });
    expect([answer.status, answer.text]).toEqual([204, ""]);
    const address = answer.headers.get("OData-EntityId") ?? "";
    expect(address).toMatch(/\/api\/data\/v9\.2\/con_planset\([0-9a-f-]{36}\)$/);
    expect((await web.get(address)).body).toMatchObject({ con_title: "A" });
  });

  it("answers 201 with the row where return=representation asks for it, cut to $select", async () => {
    const headers = { Prefer: "return=representation" };
    const answer = await send("POST", "con_planset?$select=con_title", { con_title: "B", con_count: 3 }, headers);
    expect(answer.status).toBe(201);
    expect(answer.headers.get("Preference-Applied")).toBe("return=representation");
    expect(answer.headers.get("Location")).toContain("/con_planset(");
    expect(answer.body).toMatchObject({ con_title: "B" });
    expect(answer.body).not.toHaveProperty("con_count");
  });

  it("has id, state, owner, times and version from the server", async () => {
    const row = await added({ con_title: "C", createdon: "1999-01-01T00:00:00Z", versionnumber: 1, con_computed: "x" });
    expect(row).toMatchObject({
      statecode: 0,
      statuscode: 1,
      _ownerid_value: administrator?.id,
      _owninguser_value: administrator?.id,
      _createdby_value: administrator?.id,
      _modifiedby_value: administrator?.id,
      con_computed: null,
    });
    expect(row.createdon).toMatch(/^2026-01-01T/);
    expect(row["@odata.etag"]).toBe(`W/"${row.versionnumber as number}"`);
  });

  it("needs no required column: that is a matter of forms", async () => {
    expect(await added({})).toMatchObject({ con_title: null });
  });

  it("keeps the day it was made elsewhere", async () => {
    const row = await added({ overriddencreatedon: "2020-02-03T04:05:06Z" });
    expect(row.createdon).toBe("2020-02-03T04:05:06Z");
    expect(row.overriddencreatedon).toMatch(/^2026-/);
  });

  it("takes an id, once", async () => {
    expect((await added({ con_planid: guid(1).toUpperCase() })).con_planid).toBe(guid(1));
    const again = await web.post("con_planset", { con_planid: guid(1) });
    expect([again.status, again.body.error?.code]).toEqual([412, "0x80040237"]);
  });

  it("of the organization has no owner", async () => {
    const answer = await send("POST", "con_logs", {}, { Prefer: "return=representation" });
    expect(answer.body).not.toHaveProperty("_ownerid_value");
    expect(answer.body._organizationid_value).toBe(state.organization.id);
  });
});

describe("what the table does not take", () => {
  it.each([
    ["a name that it does not have", { con_none: 1 }, "0x80048d19", "Invalid property 'con_none'"],
    ["a name in another case", { Con_Title: "x" }, "0x80048d19", "Invalid property 'Con_Title'"],
    ["a number as text", { con_count: "5" }, "0x80048d19", "IEEE754Compatible"],
    ["a fraction in a whole number", { con_count: 1.5 }, "0x80048d19", "Edm.Int32"],
    ["a whole number that is too large", { con_count: 3_000_000_000 }, "0x80048d19", "Edm.Int32"],
    ["a share as text", { con_share: "0.5" }, "0x80048d19", "Edm.Decimal"],
    ["a text as number", { con_title: 5 }, "0x80048d19", "Edm.String"],
    ["a flag as number", { con_active: 1 }, "0x80048d19", "Edm.Boolean"],
    ["an option that is none", { con_way: 9 }, "0x8004431a", "Accepted Values: 1,2"],
    ["a day with a time", { con_due: "2026-01-31T00:00:00Z" }, "0x80048d19", "Edm.Date"],
    ["a day that is none", { con_due: "2026-02-30" }, "0x80048d19", "Edm.Date"],
    ["a time without zone", { con_seen: "2026-01-31T00:00:00" }, "0x80048d19", "time zone"],
    ["a time that is none", { con_seen: "yesterday" }, "0x80048d19", "Edm.DateTimeOffset"],
    ["a text that is too long", { con_title: "x".repeat(21) }, "0x80044331", "maximum allowed length of '20'"],
    ["a lookup by its value", { _con_parent_value: guid(1) }, "0x80060888", "Use Navigation properties"],
    ["a lookup by its name", { con_parent: guid(1) }, "0x80048d19", "Invalid property"],
    ["a binding in another case", { "con_parent@odata.bind": `/con_planset(${guid(1)})` }, "0x80048d19", "undeclared"],
    ["a binding to another table", { "con_Parent@odata.bind": `/con_logs(${guid(1)})` }, "0x80048d19", "does not fit"],
    ["a binding to no row", { "con_Parent@odata.bind": "x" }, "0x80048d19", "names no row"],
    ["a status of another state", { statuscode: 2 }, "0x80048408", "state code 'Active'"],
  ])("%s", async (_what, body, code, text) => {
    const before = await web.rows("con_planset?$select=con_planid");
    const answer = await web.post("con_planset", body);
    expect([answer.status, answer.body.error?.code]).toEqual([400, code]);
    expect(answer.body.error?.message).toContain(text);
    expect(await web.rows("con_planset?$select=con_planid")).toHaveLength(before.length);
  });

  it("a binding to a row that is not there", async () => {
    const answer = await web.post("con_planset", { "con_Parent@odata.bind": `/con_planset(${guid(9)})` });
    expect([answer.status, answer.body.error?.code]).toEqual([404, "0x80040217"]);
  });

  it("POST, where the platform's own tables have none", async () => {
    expect((await web.post("solutions", {})).status).toBe(405);
  });
});

describe("values", () => {
  it("come back as they were, with formatted values", async () => {
    const { con_planid: id } = await added({
      con_count: 1200,
      con_share: 0.25,
      con_active: true,
      con_due: "2026-03-04",
      con_seen: "2026-03-04T12:30:00.123+02:00",
      con_way: 2,
    });
    const headers = { Prefer: 'odata.include-annotations="*"' };
    const { body } = await web.get(`con_planset(${id as string})`, headers);
    expect(body).toMatchObject({ con_count: 1200, con_due: "2026-03-04", con_seen: "2026-03-04T10:30:00Z" });
    const formatted = (name: string) => body[`${name}@OData.Community.Display.V1.FormattedValue`];
    expect(["con_way", "con_active", "con_due", "con_count", "statuscode", "_ownerid_value"].map(formatted)).toEqual([
      "Upgrade",
      "On",
      "3/4/2026",
      "1,200",
      "Draft",
      "Alex Administrator",
    ]);
  });

  it("can be filtered and sorted by type, days as days", async () => {
    for (const [con_title, con_due] of [
      ["due 1", "2027-05-01"],
      ["due 2", "2027-04-01"],
      ["due 3", "2027-06-01"],
    ] as const) {
      await added({ con_title, con_due });
    }
    const path = "con_planset?$select=con_title&$filter=con_due ge 2027-04-15 and startswith(con_title,'due')";
    const rows = await web.rows(`${path}&$orderby=con_due desc&$top=5`);
    expect(rows.map((row) => row.con_title)).toEqual(["due 3", "due 1"]);
    expect((await web.get("con_planset?$filter=con_due eq '2027-04-01'")).status).toBe(400);
  });

  it("a lookup is bound, shown by name, expanded and taken away", async () => {
    const parent = await added({ con_title: "Parent" });
    const child = await added({ "con_Parent@odata.bind": `/${addressOf(parent)}` });
    const headers = { Prefer: 'odata.include-annotations="*"' };
    const { body } = await web.get(`${addressOf(child)}?$expand=con_Parent($select=con_title)`, headers);
    expect(body).toMatchObject({
      _con_parent_value: parent.con_planid,
      "_con_parent_value@OData.Community.Display.V1.FormattedValue": "Parent",
      "_con_parent_value@Microsoft.Dynamics.CRM.lookuplogicalname": "con_plan",
      con_Parent: { con_title: "Parent" },
    });
    await send("PATCH", addressOf(child), { "con_Parent@odata.bind": null });
    expect((await web.get(addressOf(child))).body._con_parent_value).toBeNull();
  });

  it("an owner is bound like any other lookup", async () => {
    const row = await added({ "ownerid@odata.bind": `/systemusers(${guid(77)})` });
    expect(row).toMatchObject({ _ownerid_value: guid(77), _owninguser_value: guid(77) });
  });
});

describe("a change", () => {
  it("sets what it names, and who and when", async () => {
    const row = await added({ con_title: "Old", con_count: 1 });
    expect((await send("PATCH", addressOf(row), { con_title: "New" })).status).toBe(204);
    const { body } = await web.get(addressOf(row));
    expect(body).toMatchObject({ con_title: "New", con_count: 1, createdon: row.createdon });
    expect(Number(body.versionnumber)).toBeGreaterThan(Number(row.versionnumber));
  });

  it("answers 200 with the row where return=representation asks for it", async () => {
    const row = await added({ con_title: "Old" });
    const answer = await send("PATCH", addressOf(row), { con_title: "New" }, { Prefer: "return=representation" });
    expect([answer.status, answer.body.con_title]).toEqual([200, "New"]);
  });

  it("of the state alone takes the state's first status along", async () => {
    const row = await added({});
    await send("PATCH", addressOf(row), { statecode: 1 });
    expect((await web.get(addressOf(row))).body).toMatchObject({ statecode: 1, statuscode: 2 });
  });

  it("with If-Match * never creates, without it does", async () => {
    const refused = await send("PATCH", `con_planset(${guid(50)})`, { con_title: "x" }, { "If-Match": "*" });
    expect([refused.status, refused.body.error?.code]).toEqual([404, "0x80040217"]);
    expect((await send("PATCH", `con_planset(${guid(50)})`, { con_title: "x" })).status).toBe(204);
    expect((await web.get(`con_planset(${guid(50)})`)).body).toMatchObject({ con_title: "x" });
  });

  it("with an old If-Match changes nothing", async () => {
    const row = await added({ con_title: "One" });
    const match = { "If-Match": row["@odata.etag"] as string };
    expect((await send("PATCH", addressOf(row), { con_title: "Two" }, match)).status).toBe(204);
    const late = await send("PATCH", addressOf(row), { con_title: "Three" }, match);
    expect([late.status, late.body.error?.code]).toEqual([412, "0x80060882"]);
    expect((await web.get(addressOf(row))).body.con_title).toBe("Two");
  });

  it("with If-None-Match * touches no row that is there", async () => {
    const row = await added({ con_title: "One" });
    expect((await send("PATCH", addressOf(row), { con_title: "Two" }, { "If-None-Match": "*" })).status).toBe(412);
    expect((await web.get(addressOf(row))).body.con_title).toBe("One");
  });
});

describe("removing", () => {
  it("answers 204, then 404", async () => {
    const row = await added({});
    expect((await web.send("DELETE", addressOf(row))).status).toBe(204);
    expect((await web.send("DELETE", addressOf(row))).status).toBe(404);
    expect((await web.get(addressOf(row))).status).toBe(404);
  });
});

describe("a user who holds only some privileges", () => {
  beforeAll(() => web.start({ user: { domainName: "pat@sandbox.example" } }));
  afterAll(() => web.start());

  it("reads and creates, but does not change, remove or read what is not theirs to", async () => {
    const answer = await send("POST", "con_planset", { con_title: "Pat's" }, { Prefer: "return=representation" });
    expect(answer.status).toBe(201);
    const refusals = [
      await send("PATCH", addressOf(answer.body), { con_title: "x" }),
      await web.send("DELETE", addressOf(answer.body)),
      await web.get("con_logs"),
      await web.post("con_planset", { "con_Parent@odata.bind": `/${addressOf(answer.body)}` }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.error?.code])).toEqual(
      refusals.map(() => [403, "0x80040220"]),
    );
    const named = refusals.map(({ body }) => /missing (\w+) privilege/.exec(body.error?.message ?? "")?.[1]);
    expect(named).toEqual(["prvWritecon_Plan", "prvDeletecon_Plan", "prvReadcon_Log", "prvAppendcon_Plan"]);
  });

  it("must be there and active", async () => {
    await expect(() => web.start({ user: { domainName: "dana@sandbox.example" } })).rejects.toThrow("no active user");
  });
});

describe("rows of a managed solution", () => {
  const own = (): Bench => {
    const bench = new Bench({ rowsPerTable: (name) => (name === "con_plan" ? 0 : 3) });
    bench.import(PLAN);
    bench.environment.createRow("con_plan", { con_title: "Kept", con_count: 4 }, bench.caller);
    return bench;
  };
  const rowsOf = (bench: Bench) => bench.environment.rowsOf("con_plan");

  it("start as many as are chosen for the table", () => {
    const bench = new Bench({ rowsPerTable: (name) => (name === "con_plan" ? 0 : 3) });
    bench.import(PLAN);
    expect([rowsOf(bench), bench.environment.rowsOf("con_log")].map((rows) => rows.length)).toEqual([0, 3]);
  });

  it("stay over an update, an upgrade and an upgrade in two steps", () => {
    const bench = own();
    bench.import({ ...PLAN, version: "1.0.0.1" });
    const [row] = rowsOf(bench);
    expect(row).toMatchObject({ con_title: "Kept", con_count: 4, con_notes: null });
    bench.import({ ...PLAN, version: "1.0.1.0", components: [column("con_plan", "con_new", { type: "int" })] });
    expect(rowsOf(bench)).toEqual([{ ...row, con_new: null }]);
    bench.upgrade({ ...PLAN, version: "1.1.0.0" });
    expect(rowsOf(bench)).toEqual([row]);
    bench.import({ ...PLAN, version: "1.2.0.0" }, { holding: true });
    bench.promote("App");
    expect(rowsOf(bench)).toEqual([row]);
  });

  it("lose what a dropped column held in an upgrade", () => {
    const bench = own();
    const components = (PLAN.components ?? []).filter(({ key }) => key !== "con_plan.con_count");
    bench.upgrade({ ...PLAN, version: "2.0.0.0", components });
    expect(rowsOf(bench)[0]).toMatchObject({ con_title: "Kept" });
    expect(rowsOf(bench)[0]).not.toHaveProperty("con_count");
  });

  it("go with an uninstall and are not back with the next import", () => {
    const bench = own();
    bench.uninstall("App");
    expect(rowsOf(bench)).toEqual([]);
    bench.import(PLAN);
    expect(rowsOf(bench)).toEqual([]);
  });
});
