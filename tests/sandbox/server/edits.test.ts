import type { Row } from "../../../sandbox/store/model";
import { column, form, guid, table, webResource } from "../engine/handMade";
import { WebServer } from "./webServer";

const web = new WebServer();

beforeAll(async () => {
  web.bench.import({
    name: "App",
    components: [
      table("con_thing"),
      column("con_thing", "con_name"),
      form(guid(1), "con_thing", ["con_name"], {
        properties: { name: "Main", formxml: "<form/>" },
        displayName: "Main",
      }),
      webResource("con_a.js", { displayname: "A" }),
      webResource("con_locked.js", { iscustomizable: false, displayname: "L" }),
    ],
  });
  web.bench.import({ name: "Mine", managed: false, components: [] });
  await web.start();
});
afterAll(() => web.stop());

const patch = (path: string, body: Row, headers: Record<string, string> = {}) =>
  web.send("PATCH", path, {
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const members = () => {
  const { store } = web.bench.environment;
  return store.membershipsIn(store.solutionNamed("Mine")?.id ?? "");
};

describe("PATCH of a component's row", () => {
  it("creates the Active layer, extends it, and stamps who and when", async () => {
    const { id, modifiedOn } = web.bench.get(61, "con_a.js");
    await patch(`webresourceset(${id})`, { displayname: "B" });
    await patch(`webresourceset(${id})`, { description: "d" });
    expect(web.bench.get(61, "con_a.js").layers.at(-1)?.properties).toEqual({ displayname: "B", description: "d" });
    const { body } = await web.get(`webresourceset(${id})?$select=displayname,modifiedon,_modifiedby_value`);
    expect(body).toMatchObject({
      displayname: "B",
      _modifiedby_value: web.bench.environment.state.users[0]?.id,
    });
    expect(Date.parse(body.modifiedon as string)).toBeGreaterThan(Date.parse(modifiedOn));
  });

  it("changes the name people see with the property that holds it, and back with the layer", async () => {
    await patch(`systemforms(${guid(1)})`, { name: "Renamed" });
    expect(web.bench.get(60, guid(1)).displayName).toBe("Renamed");
    await web.post("RemoveActiveCustomization", { LogicalName: "systemform", Id: guid(1) });
    expect(web.bench.get(60, guid(1)).displayName).toBe("Main");
  });

  it("refuses where iscustomizable is false with 0x8004F032", async () => {
    const { id } = web.bench.get(61, "con_locked.js");
    expect((await patch(`webresourceset(${id})`, { displayname: "x" })).body.error?.code).toBe("0x8004F032");
    expect(web.bench.layers(61, "con_locked.js")).toEqual(["App"]);
  });

  it.each([{ nosuch: "x" }, { webresourcetype: "three" }])("refuses %j with 400 and changes nothing", async (body) => {
    const { id } = web.bench.get(61, "con_locked.js");
    expect((await patch(`webresourceset(${id})`, body)).status).toBe(400);
  });

  it("adds a table's part with its table as a shell to the solution that mscrm.solutionuniquename names", async () => {
    const answer = await patch(`systemforms(${guid(1)})`, { formxml: "<x/>" }, { "mscrm.solutionuniquename": "Mine" });
    expect(answer.status).toBe(204);
    expect(members().map(({ type, behavior }) => [type, behavior])).toEqual([
      [1, 2],
      [60, null],
    ]);
  });

  it("refuses to add to a managed solution with 0x8004F024, to an unknown one with 404, and edits nothing", async () => {
    const before = web.bench.effective(60, guid(1));
    const managed = await patch(`systemforms(${guid(1)})`, { name: "No" }, { "mscrm.solutionuniquename": "App" });
    const unknown = await patch(`systemforms(${guid(1)})`, { name: "No" }, { "mscrm.solutionuniquename": "None" });
    expect([managed.body.error?.code, unknown.status]).toEqual(["0x8004F024", 404]);
    expect(web.bench.effective(60, guid(1))).toEqual(before);
  });
});
