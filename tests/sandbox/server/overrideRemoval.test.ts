import { plainText } from "../../../sandbox/odata/plainText";
import type { UnconfirmedHabits } from "../../../sandbox/server/options";
import type { Row } from "../../../sandbox/store/model";
import { guid, part, solutionPackage, table, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;
const flow = guid(1);

beforeEach(async () => {
  web = new WebServer();
  web.bench.import({
    name: "App",
    components: [
      table("con_thing"),
      webResource("con_a.js", { displayname: "A" }),
      webResource("con_b.js", { displayname: "B" }),
      webResource("con_locked.js", { iscustomizable: false }),
      part(29, flow, { id: flow, properties: { name: "Flow", clientdata: "{}" } }),
    ],
  });
  web.bench.import({ name: "Mine", managed: false, components: [webResource("new_own.js", { displayname: "own" })] });
  for (const key of ["con_a.js", "con_b.js"]) web.bench.customize(61, key, { displayname: "changed" });
  web.bench.customize(61, "con_locked.js", { statecode: 1 });
  web.bench.customize(29, flow, { clientdata: "changed" });
  web.bench.customize(1, "con_thing", { description: "changed" });
  await web.start();
});
afterEach(() => web.stop());

const using = (habits: Partial<UnconfirmedHabits>) => web.start({ habits });
const reference = (type: number, key: string, table: string): Row => ({
  Id: web.bench.get(type, key).id,
  LogicalName: table,
});
const resource = (key: string) => reference(61, key, "webresource");
const remove = (body: Row) => web.post("RemoveActiveCustomization", body);
const byFunction = (name: string, id: string) =>
  web.get(`RemoveActiveCustomizations(SolutionComponentName='${name}',ComponentId=${id})`);
const bulk = (references: readonly Row[], continueOnError = true) =>
  web.post("BulkRemoveActiveCustomizationsAsync", {
    BulkRemoveActiveCustomizationsParameters: {
      ContinueOnError: continueOnError,
      SolutionComponentReferences: [...references],
    },
  });
const ended = async (answer: { body: Row }) => {
  web.clock.advance(JOB_DURATION);
  return (await web.get(`asyncoperations(${plainText(answer.body.AsyncOperationId)})`)).body;
};
const layers = (key: string) => web.bench.layers(61, key);

describe("RemoveActiveCustomization (singular)", () => {
  it("is an action that takes the name of the backing table", async () => {
    expect((await remove(resource("con_a.js"))).status).toBe(200);
    expect(layers("con_a.js")).toEqual(["App"]);
    expect((await web.get("RemoveActiveCustomization")).status).toBe(405);
  });

  it("refuses the run-time name instead of the table's", async () => {
    expect((await remove({ ...resource("con_a.js"), LogicalName: "WebResource" })).status).toBe(400);
    expect(layers("con_a.js")).toEqual(["App", "Active"]);
  });

  it("answers 404 for an id nobody has", async () => {
    expect((await remove({ Id: guid(99), LogicalName: "webresource" })).status).toBe(404);
  });

  it("is refused with 0x80071151 while a job runs", async () => {
    await bulk([]);
    expect((await remove(resource("con_a.js"))).body.error?.code).toBe("0x80071151");
  });
});

describe("RemoveActiveCustomizations (function)", () => {
  it("deletes a component whose only layer is Active", async () => {
    expect((await byFunction("WebResource", web.bench.get(61, "new_own.js").id)).status).toBe(200);
    expect(web.bench.find(61, "new_own.js")).toBeUndefined();
  });

  it("silently does nothing without an Active layer", async () => {
    const { id } = web.bench.get(61, "con_a.js");
    await byFunction("WebResource", id);
    expect((await byFunction("WebResource", id)).body.Result).toBe(true);
  });

  it("refuses where iscustomizable is false, and does it when switched so", async () => {
    const { id } = web.bench.get(61, "con_locked.js");
    expect((await byFunction("WebResource", id)).body.error?.code).toBe("0x8004F032");
    await using({ notCustomizableRemoval: "accepted" });
    expect((await byFunction("WebResource", id)).status).toBe(200);
    expect(layers("con_locked.js")).toEqual(["App"]);
  });

  it("works for types of metadata, and refuses them when switched so", async () => {
    const { id } = web.bench.get(1, "con_thing");
    await using({ metadataRemoval: "refused" });
    expect((await byFunction("Entity", id)).body.error?.code).toBe("0x80040203");
    await using({ metadataRemoval: "accepted" });
    expect((await byFunction("Entity", id)).status).toBe(200);
    expect(web.bench.layers(1, "con_thing")).toEqual(["App"]);
  });

  it("refuses chosen components and chosen types", async () => {
    await using({ irremovable: ["con_a.js", 29] });
    expect((await byFunction("WebResource", web.bench.get(61, "con_a.js").id)).status).toBe(400);
    expect((await byFunction("Workflow", flow)).status).toBe(400);
    expect((await byFunction("WebResource", web.bench.get(61, "con_b.js").id)).status).toBe(200);
  });

  it("lets a chosen component's Active layer come back after a while", async () => {
    await using({ reappearing: [flow], reappearsAfter: 500 });
    await byFunction("Workflow", flow);
    expect(web.bench.layers(29, flow)).toEqual(["App"]);
    web.clock.advance(500);
    expect(web.bench.layers(29, flow)).toEqual(["App", "Active"]);
    expect(web.bench.effective(29, flow).clientdata).toBe("changed");
  });
});

describe("BulkRemoveActiveCustomizationsAsync", () => {
  it("removes with a job and answers its id only", async () => {
    const answer = await bulk([resource("con_a.js"), resource("con_b.js")]);
    expect(Object.keys(answer.body).sort()).toEqual(["@odata.context", "AsyncOperationId"]);
    expect(layers("con_a.js")).toEqual(["App", "Active"]);
    expect(await ended(answer)).toMatchObject({ statecode: 3, statuscode: 30 });
    expect([layers("con_a.js"), layers("con_b.js")]).toEqual([["App"], ["App"]]);
  });

  it("goes on after a failure with ContinueOnError, and says nothing of the item", async () => {
    const answer = await bulk([
      resource("con_locked.js"),
      { Id: guid(99), LogicalName: "workflow" },
      resource("con_b.js"),
    ]);
    expect(await ended(answer)).toMatchObject({ statuscode: 30, message: null });
    expect([layers("con_locked.js"), layers("con_b.js")]).toEqual([["App", "Active"], ["App"]]);
  });

  it("ends as failed after all items when switched so", async () => {
    await using({ bulkWithFailures: "fails" });
    const answer = await bulk([resource("con_locked.js"), resource("con_b.js")]);
    expect(await ended(answer)).toMatchObject({ statuscode: 31, message: expect.stringContaining("con_locked.js") });
    expect(layers("con_b.js")).toEqual(["App"]);
  });

  it("stops at the first failure without ContinueOnError and keeps what was removed before", async () => {
    const answer = await bulk([resource("con_a.js"), resource("con_locked.js"), resource("con_b.js")], false);
    expect(await ended(answer)).toMatchObject({ statuscode: 31 });
    expect([layers("con_a.js"), layers("con_b.js")]).toEqual([["App"], ["App", "Active"]]);
  });

  it("holds the customization lock: a second one, an import and an edit get 0x80071151", async () => {
    await bulk([resource("con_a.js")]);
    const zip = Buffer.from(web.bench.zip(solutionPackage({ name: "Next" }))).toString("base64");
    const others = [
      await bulk([resource("con_b.js")]),
      await web.post("ImportSolutionAsync", {
        OverwriteUnmanagedCustomizations: false,
        PublishWorkflows: true,
        CustomizationFile: zip,
        ImportJobId: guid(7),
      }),
    ];
    expect(others.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [429, "0x80071151"],
      [429, "0x80071151"],
    ]);
  });

  it("does not exist when switched so", async () => {
    await using({ bulkRemoval: "refused" });
    expect((await bulk([resource("con_a.js")])).status).toBe(404);
  });

  it.each<[string, Row]>([
    ["no parameters object", {}],
    ["a list that is none", { BulkRemoveActiveCustomizationsParameters: { SolutionComponentReferences: 1 } }],
    [
      "an id that is no guid",
      { BulkRemoveActiveCustomizationsParameters: { SolutionComponentReferences: [{ Id: "x", LogicalName: "y" }] } },
    ],
    ["an unknown property", { BulkRemoveActiveCustomizationsParameters: { SolutionComponentReferences: [], More: 1 } }],
  ])("refuses %s with 0x80048d19 and starts no job", async (_what, body) => {
    const answer = await web.post("BulkRemoveActiveCustomizationsAsync", body);
    expect([answer.status, answer.body.error?.code]).toEqual([400, "0x80048d19"]);
    expect(await web.rows("asyncoperations")).toEqual([]);
  });
});
