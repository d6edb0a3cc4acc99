import { emptyState } from "../../../sandbox/engine/emptyState";
import type { Row } from "../../../sandbox/store/model";
import type { PackageText } from "../engine/handMade";
import { Bench, column, guid, part, table } from "../engine/handMade";
import { WebServer } from "./webServer";

const FLOW = guid(1);
const STEP = guid(2);
const CLASSIC = guid(3);

const APP: PackageText = {
  name: "App",
  components: [
    table("con_thing"),
    column("con_thing", "con_a"),
    part(29, FLOW, {
      id: FLOW,
      name: "Notify",
      properties: { name: "Notify", category: 5, type: 1, statecode: 1, statuscode: 2, clientdata: '{"v":1}' },
      references: [{ type: "connectionreference", key: "con_mail" }],
    }),
    part(29, CLASSIC, {
      id: CLASSIC,
      name: "Old",
      properties: { name: "Old", category: 0, type: 1, statecode: 0, statuscode: 1 },
    }),
    part(92, STEP, { id: STEP, name: "Step", properties: { name: "Step", stage: 20, mode: 0 } }),
    part("connectionreference", "con_mail", {
      name: "con_Mail",
      properties: {
        connectionreferencelogicalname: "con_Mail",
        connectorid: "/apis/mail",
        statecode: 0,
        statuscode: 1,
      },
    }),
    part(380, "con_url", {
      name: "con_Url",
      displayName: "Url",
      properties: { schemaname: "con_Url", type: 100000000, isrequired: "1" },
    }),
    part(380, "con_set", {
      name: "con_Set",
      properties: { schemaname: "con_Set", defaultvalue: "d", isrequired: "0" },
    }),
    part(152, guid(4), { id: guid(4), name: "Sla", properties: { name: "Sla", statecode: 1, statuscode: 2 } }),
    part(154, guid(5), { id: guid(5), name: "Convert", properties: { name: "Convert" } }),
    part(44, guid(6), { id: guid(6), name: "Twins", properties: { name: "Twins", statecode: 1, statuscode: 2 } }),
  ],
};

const state = emptyState();
const [alex, robin, dana] = state.users;
const web = new WebServer(new Bench({}, state));

const patch = (path: string, body: Row) =>
  web.send("PATCH", path, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

async function changesOf(name: string, id: string): Promise<Row> {
  const filter = `msdyn_componentid eq '${id}' and msdyn_solutioncomponentname eq '${name}'`;
  const layers = await web.rows(`msdyn_componentlayers?$filter=${filter}`);
  const active = layers.find((layer) => layer.msdyn_solutionname === "Active");
  if (typeof active?.msdyn_changes !== "string") return {};
  const { Attributes } = JSON.parse(active.msdyn_changes) as { Attributes: { Key: string; Value: Row[string] }[] };
  return Object.fromEntries(Attributes.map(({ Key, Value }) => [Key, Value]));
}

beforeAll(async () => {
  web.bench.import(APP);
  await web.start();
});
afterAll(() => web.stop());

describe("flows and steps", () => {
  it("are read with their state, as packages ship it, and with who owns them", async () => {
    const select = "name,category,type,statecode,statuscode,_ownerid_value";
    const [row] = await web.rows(`workflows?$select=${select}&$filter=workflowid eq ${FLOW}`);
    expect(row).toMatchObject({
      name: "Notify",
      category: 5,
      type: 1,
      statecode: 1,
      statuscode: 2,
      _ownerid_value: alex?.id,
    });
    const filter = `msdyn_componentid eq '${FLOW}' and msdyn_solutioncomponentname eq 'Workflow'`;
    const [base] = await web.rows(`msdyn_componentlayers?$filter=${filter}`);
    expect(base?.msdyn_componentjson).toContain('{"Key":"statecode","Value":1}');
  });

  it("a step is enabled where its package does not say so", async () => {
    const [row] = await web.rows("sdkmessageprocessingsteps?$select=statecode,statuscode");
    expect(row).toMatchObject({ statecode: 0, statuscode: 1 });
  });

  it("a step that is disabled has an Active layer with nothing but its state", async () => {
    expect((await patch(`sdkmessageprocessingsteps(${STEP})`, { statecode: 1 })).status).toBe(204);
    expect(await changesOf("SdkMessageProcessingStep", STEP)).toEqual({ statecode: 1, statuscode: 2 });
    expect(await web.rows("sdkmessageprocessingsteps?$filter=statecode eq 1")).toHaveLength(1);
  });

  it("turning a flow off writes its definition into the Active layer, which hides the next update", async () => {
    await patch(`workflows(${FLOW})`, { statecode: 0 });
    expect(await changesOf("Workflow", FLOW)).toEqual({ statecode: 0, statuscode: 1, clientdata: '{"v":1}' });
    const newer = part(29, FLOW, {
      id: FLOW,
      properties: { name: "Notify", category: 5, type: 1, statecode: 1, clientdata: '{"v":2}' },
    });
    web.bench.import({ name: "App", version: "1.0.1.0", components: [newer] });
    expect((await web.get(`workflows(${FLOW})`)).body).toMatchObject({ statecode: 0, clientdata: '{"v":1}' });
  });

  it("a process of the old kind has no such definition", async () => {
    await patch(`workflows(${CLASSIC})`, { statecode: 1 });
    expect(await changesOf("Workflow", CLASSIC)).toEqual({ statecode: 1, statuscode: 2 });
  });

  it("flowState stateOnly: the state alone", async () => {
    web.bench.environment.removeActiveLayer(FLOW, web.bench.caller);
    await web.start({ habits: { flowState: "stateOnly" } });
    await patch(`workflows(${FLOW})`, { statecode: 0, statuscode: 1 });
    expect(await changesOf("Workflow", FLOW)).toEqual({ statecode: 0, statuscode: 1 });
    await web.start();
  });

  it("a flow is given to somebody else, which is no customization", async () => {
    web.bench.environment.removeActiveLayer(FLOW, web.bench.caller);
    const answer = await patch(`workflows(${FLOW})`, { "ownerid@odata.bind": `/systemusers(${dana?.id ?? ""})` });
    expect(answer.status).toBe(204);
    const path = `workflows(${FLOW})?$select=name&$expand=ownerid($select=fullname,isdisabled)`;
    expect((await web.get(path)).body.ownerid).toMatchObject({ fullname: "Dana Departed", isdisabled: true });
    expect(await changesOf("Workflow", FLOW)).toEqual({});
    expect((await patch(`workflows(${FLOW})`, { "ownerid@odata.bind": `/systemusers(${guid(99)})` })).status).toBe(404);
  });
});

describe("other kinds with a state", () => {
  it("have the state they were shipped with, or their first", async () => {
    const states = await Promise.all(
      ["slas", "convertrules", "duplicaterules"].map((set) => web.rows(`${set}?$select=statecode,statuscode`)),
    );
    expect(states.map(([row]) => [row?.statecode, row?.statuscode])).toEqual([
      [1, 2],
      [0, 1],
      [1, 2],
    ]);
  });

  it("an unpublished duplicate rule has the status of its kind", async () => {
    await patch(`duplicaterules(${guid(6)})`, { statecode: 0 });
    expect(await changesOf("DuplicateRule", guid(6))).toEqual({ statecode: 0, statuscode: 0 });
  });
});

describe("users", () => {
  it("are disabled and enabled", async () => {
    expect((await patch(`systemusers(${robin?.id ?? ""})`, { isdisabled: true })).status).toBe(204);
    const rows = await web.rows("systemusers?$filter=isdisabled eq true&$orderby=domainname");
    expect(rows.map(({ domainname }) => domainname)).toEqual(["dana@sandbox.example", "robin@sandbox.example"]);
    await patch(`systemusers(${robin?.id ?? ""})`, { isdisabled: false });
    expect(await web.rows("systemusers?$filter=isdisabled eq true")).toHaveLength(1);
  });

  it("nobody disables themselves, or edits what the directory says", async () => {
    expect((await patch(`systemusers(${alex?.id ?? ""})`, { isdisabled: true })).status).toBe(400);
    expect((await patch(`systemusers(${robin?.id ?? ""})`, { fullname: "X" })).status).toBe(400);
    expect((await patch(`systemusers(${robin?.id ?? ""})`, { isdisabled: "yes" })).status).toBe(400);
  });
});

describe("connection references", () => {
  it("are unbound until a connection is given, which makes an Active layer", async () => {
    const select = "connectionreferencelogicalname,connectionid,connectorid,statecode,_ownerid_value";
    const [row] = await web.rows(`connectionreferences?$select=${select}`);
    expect(row).toMatchObject({
      connectionreferencelogicalname: "con_Mail",
      connectionid: null,
      connectorid: "/apis/mail",
      statecode: 0,
    });
    const id = row?.connectionreferenceid as string;
    expect((await patch(`connectionreferences(${id})`, { connectionid: "c1" })).status).toBe(204);
    expect((await web.get(`connectionreferences(${id})`)).body.connectionid).toBe("c1");
    expect(await changesOf("connectionreference", id)).toEqual({ connectionid: "c1" });
  });
});

describe("environment variables", () => {
  const DEFINITIONS = "environmentvariabledefinitions?$select=schemaname,type,defaultvalue,isrequired";
  const VALUES = "environmentvariabledefinition_environmentvariablevalue";
  const valuesOf = async () =>
    (await web.rows(`${DEFINITIONS}&$expand=${VALUES}($select=value)`)).map((row) => [
      row.schemaname,
      row.isrequired,
      row.defaultvalue,
      (row[VALUES] as Row[]).map(({ value }) => value),
    ]);

  it("are given a value, another one, and none", async () => {
    expect(await valuesOf()).toEqual([
      ["con_Url", true, null, []],
      ["con_Set", false, "d", []],
    ]);
    const [definition] = await web.rows(DEFINITIONS);
    const bind = `/environmentvariabledefinitions(${definition?.environmentvariabledefinitionid as string})`;
    const body = { schemaname: "con_Url", value: "v1", "EnvironmentVariableDefinitionId@odata.bind": bind };
    const created = await web.post("environmentvariablevalues", body);
    expect(created.status).toBe(204);
    const address = created.headers.get("OData-EntityId") ?? "";
    expect((await web.post("environmentvariablevalues", body)).status).toBe(412);
    expect((await valuesOf())[0]?.[3]).toEqual(["v1"]);
    expect((await patch(address, { value: "v2" })).status).toBe(204);
    expect((await web.get(address)).body).toMatchObject({ value: "v2", schemaname: "con_Url" });
    expect((await web.send("DELETE", address)).status).toBe(204);
    expect((await valuesOf())[0]?.[3]).toEqual([]);
  });

  it("a value needs its definition", async () => {
    expect((await web.post("environmentvariablevalues", { value: "v" })).status).toBe(400);
    const bind = { "EnvironmentVariableDefinitionId@odata.bind": `/environmentvariabledefinitions(${guid(9)})` };
    expect((await web.post("environmentvariablevalues", { value: "v", ...bind })).status).toBe(404);
  });

  it("a value that a package brought is not deleted", async () => {
    const components = [part(381, "con_set", { name: "con_Set", properties: { value: "shipped" } })];
    web.bench.import({ name: "Values", components });
    const [row] = await web.rows("environmentvariablevalues?$filter=value eq 'shipped'");
    const address = `environmentvariablevalues(${row?.environmentvariablevalueid as string})`;
    expect((await web.send("DELETE", address)).status).toBe(400);
    expect(await web.rows("environmentvariablevalues?$filter=value eq 'shipped'")).toHaveLength(1);
    web.bench.uninstall("Values");
  });
});

describe("RetrieveMissingDependencies", () => {
  it("tells what a solution needs and does not hold, of those that are here", async () => {
    const step = part(92, guid(20), {
      id: guid(20),
      name: "Other",
      references: [
        { type: 2, key: "con_thing.con_a" },
        { type: 1, key: "account" },
      ],
    });
    web.bench.import({ name: "Needy", components: [step] });
    const rows = await web.rows("RetrieveMissingDependencies(SolutionUniqueName='Needy')");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      dependentcomponentobjectid: guid(20),
      requiredcomponentobjectid: web.bench.get(2, "con_thing.con_a").id,
      requiredcomponenttype: 2,
    });
    expect(await web.rows("RetrieveMissingDependencies(SolutionUniqueName='App')")).toEqual([]);
    expect((await web.get("RetrieveMissingDependencies(SolutionUniqueName='None')")).status).toBe(404);
  });
});

describe("the history tells of", () => {
  const historyOf = (bench: Bench) =>
    bench.environment.state.history.map(({ operation, suboperation, version }) => [operation, suboperation, version]);

  it("an uninstall and a reinstall, the same version again, and a downgrade", () => {
    const bench = new Bench();
    const components = [table("con_thing")];
    bench.import({ name: "A", version: "1.0", components });
    bench.uninstall("A");
    bench.import({ name: "A", version: "1.0", components });
    bench.import({ name: "A", version: "1.0", components });
    bench.import({ name: "A", version: "0.9", components });
    expect(historyOf(bench)).toEqual([
      [0, 1, "1.0"],
      [1, 0, "1.0"],
      [0, 1, "1.0"],
      [0, 3, "1.0"],
      [0, 3, "0.9"],
    ]);
  });

  it("a refused one, where same or lower versions are refused", () => {
    const bench = new Bench({ lowerOrEqualUpdate: "refuse" });
    bench.import({ name: "A", version: "1.0" });
    expect(() => bench.import({ name: "A", version: "1.0" })).toThrow("higher version");
    expect(bench.environment.state.history.at(-1)).toMatchObject({ result: false, errorCode: "0x80048541" });
  });
});
