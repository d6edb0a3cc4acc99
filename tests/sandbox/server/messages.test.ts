import { plainText } from "../../../sandbox/odata/plainText";
import { table, form, column, guid, webResource } from "../engine/handMade";
import { WebServer } from "./webServer";

const web = new WebServer();

beforeAll(() => {
  web.bench.import({ name: "Base", components: [table("con_thing"), column("con_thing", "con_name")] });
  web.bench.import({
    name: "Extension",
    publisher: "fabrikam",
    components: [form(guid(1), "con_thing", ["con_name"], { root: true }), webResource("fab_a.js")],
  });
  web.bench.customize(61, "fab_a.js", { displayname: "mine" });
});
beforeEach(() => web.start());
afterAll(() => web.stop());

const privileges = async (...names: string[]) => {
  const { body } = await web.get("WhoAmI()");
  return web.get(
    `systemusers(${plainText(body.UserId)})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)` +
      `?@p=${encodeURIComponent(JSON.stringify(names))}`,
  );
};

describe("functions", () => {
  it("calls parameterless functions with and without brackets", async () => {
    expect((await web.get("WhoAmI()")).body).toEqual((await web.get("WhoAmI")).body);
  });

  it("answers enumerations as member names", async () => {
    const { body } = await web.get(
      "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
    );
    expect(body.Detail).toMatchObject({ OrganizationType: "CustomerTest", FriendlyName: "Sandbox" });
  });

  it("refuses an unknown parameter with 0x80048d19", async () => {
    const answer = await web.get("RetrieveDependenciesForUninstall(Name='x')");
    expect([answer.status, answer.body.error?.code]).toEqual([400, "0x80048d19"]);
  });

  it("refuses a missing parameter with 0x80048d19", async () => {
    expect((await web.get("RetrieveDependenciesForUninstall()")).body.error?.code).toBe("0x80048d19");
  });

  it("refuses a function by POST and an action by GET with 405", async () => {
    expect((await web.post("WhoAmI", {})).status).toBe(405);
    expect((await web.get("PublishAllXml")).status).toBe(405);
  });

  it("refuses an unknown property of an action's body with 0x80048d19", async () => {
    expect((await web.post("UninstallSolutionAsync", { UniqueName: "x" })).body.error?.code).toBe("0x80048d19");
  });

  it("refuses a body that is not JSON with 400", async () => {
    const answer = await web.send("POST", "PublishAllXml", {
      headers: { "Content-Type": "application/json" },
      body: "{broken",
    });
    expect(answer.status).toBe(400);
  });

  it("publishes with 204", async () => {
    expect((await web.post("PublishAllXml", {})).status).toBe(204);
  });
});

describe("dependencies", () => {
  it("lists what blocks an uninstall, without dependencyid", async () => {
    const rows = await web.rows("RetrieveDependenciesForUninstall(SolutionUniqueName='Base')");
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ dependentcomponentobjectid: guid(1), dependentcomponenttype: 60 }),
      ]),
    );
    expect(rows[0]).not.toHaveProperty("dependencyid");
  });

  it("lists what uses a component, with dependencyid", async () => {
    const { id } = web.bench.get(2, "con_thing.con_name");
    const [row] = await web.rows(`RetrieveDependentComponents(ObjectId=${id},ComponentType=2)`);
    expect(row).toMatchObject({ dependencyid: expect.any(String), dependentcomponentobjectid: guid(1) });
  });

  it("answers the WithMetadata variants outside `value`, with names", async () => {
    const { id } = web.bench.get(2, "con_thing.con_name");
    const path = `RetrieveDependentComponentsWithMetadata(ObjectId=${id},ComponentType=2)`;
    expect((await web.get(path)).body).toMatchObject({
      DependencyMetadataCollection: { DependencyMetadataInfoCollection: [{ requiredcomponentname: "con_name" }] },
    });
    await web.start({ habits: { dependencyMetadata: "empty" } });
    expect((await web.get(path)).body).toMatchObject({
      DependencyMetadataCollection: { DependencyMetadataInfoCollection: [] },
    });
  });
});

describe("RetrieveTotalRecordCount", () => {
  it("answers parallel keys and values for names given by an alias", async () => {
    const names = encodeURIComponent('["con_thing"]');
    const { body } = await web.get(`RetrieveTotalRecordCount(EntityNames=@p1)?@p1=${names}`);
    expect(body.EntityRecordCountCollection).toEqual({ Count: 1, IsReadOnly: false, Keys: ["con_thing"], Values: [7] });
  });
});

describe("RemoveActiveCustomizations", () => {
  it("is a GET that removes the Active layer", async () => {
    const { id } = web.bench.get(61, "fab_a.js");
    const path = `RemoveActiveCustomizations(SolutionComponentName='WebResource',ComponentId=${id})`;
    expect((await web.get(path)).body.Result).toBe(true);
    expect(web.bench.layers(61, "fab_a.js")).toEqual(["Extension"]);
  });
});

describe("privileges", () => {
  it("leaves out names that are not held", async () => {
    await web.start({ user: "reader" });
    const { body } = await privileges("prvReadSolution", "prvDeleteSolution");
    expect(body.RolePrivileges).toMatchObject([{ PrivilegeName: "prvReadSolution", Depth: "Global" }]);
  });

  it("omits unknown names, or fails on them when switched so", async () => {
    expect((await privileges("prvReadSolution", "noSuch")).body.RolePrivileges).toHaveLength(1);
    await web.start({ habits: { unknownPrivilege: "fails" } });
    expect((await privileges("prvReadSolution", "noSuch")).status).toBe(404);
  });

  it("refuses a reader's uninstall with 403, 0x80040220, naming the privilege", async () => {
    await web.start({ user: "reader" });
    const answer = await web.post("UninstallSolutionAsync", { SolutionUniqueName: "Extension" });
    expect([answer.status, answer.body.error?.code]).toEqual([403, "0x80040220"]);
    expect(answer.body.error?.message).toContain("prvDeleteSolution");
  });

  it.each([
    "publishers",
    "solutioncomponents",
    "msdyn_solutioncomponentsummaries",
    "msdyn_solutionhistories",
    "importjobs",
    "asyncoperations",
    "organizations",
    "EntityDefinitions",
    "systemusers",
    "GlobalOptionSetDefinitions",
    "RelationshipDefinitions",
    "msdyn_componentlayers",
    "msdyn_solutioncomponentcountsummaries",
  ])("lets a reader read %s", async (set) => {
    await web.start({ user: "reader" });
    expect((await web.get(set)).status).toBe(200);
  });

  it("refuses a reader's removal of overrides and publishing with 403", async () => {
    await web.start({ user: "reader" });
    const name = "RemoveActiveCustomizations(SolutionComponentName='WebResource',ComponentId=" + guid(9) + ")";
    const answers = [
      await web.get(name),
      await web.post("RemoveActiveCustomization", { LogicalName: "webresource", Id: guid(9) }),
      await web.post("BulkRemoveActiveCustomizationsAsync", {
        BulkRemoveActiveCustomizationsParameters: { SolutionComponentReferences: [] },
      }),
      await web.post("PublishAllXml", {}),
      await web.post("PublishXml", { ParameterXml: "<importexportxml/>" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });

  it("lets a reader read solutions", async () => {
    await web.start({ user: "reader" });
    expect((await web.get("solutions?$select=uniquename")).status).toBe(200);
  });
});
