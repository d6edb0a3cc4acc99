import type { PackageText } from "../engine/handMade";
import { guid, solutionPackage, table, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;

beforeEach(async () => {
  web = new WebServer();
  await web.start();
});
afterEach(() => web.stop());

const zip = (text: PackageText) => Buffer.from(web.bench.zip(solutionPackage(text))).toString("base64");
const importBody = (text: PackageText, jobId = guid(5)) => ({
  OverwriteUnmanagedCustomizations: false,
  PublishWorkflows: true,
  CustomizationFile: zip(text),
  ImportJobId: jobId,
});
const app: PackageText = { name: "App", components: [table("con_thing"), webResource("con_a.js")] };
const job = async (id: unknown) => (await web.get(`asyncoperations(${String(id)})`)).body;

describe("ImportSolutionAsync", () => {
  it("answers with ImportJobKey and takes effect only when the job has run", async () => {
    const { body } = await web.post("ImportSolutionAsync", importBody(app));
    expect(body).toMatchObject({ ImportJobKey: guid(5), AsyncOperationId: expect.any(String) });
    expect(await job(body.AsyncOperationId)).toMatchObject({ statecode: 0, statuscode: 0, operationtype: 54 });
    web.clock.advance(JOB_DURATION / 2);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statecode: 2, statuscode: 20 });
    expect(await web.rows("solutions?$filter=uniquename eq 'App'")).toEqual([]);
    web.clock.advance(JOB_DURATION / 2);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statecode: 3, statuscode: 30, errorcode: null });
    expect(await web.rows("solutions?$filter=uniquename eq 'App'")).toHaveLength(1);
  });

  it("answers 404 for the import job in the first moments, then shows progress", async () => {
    await web.post("ImportSolutionAsync", importBody(app));
    expect((await web.get(`importjobs(${guid(5)})`)).status).toBe(404);
    web.clock.advance(JOB_DURATION * 0.65);
    expect((await web.get(`importjobs(${guid(5)})`)).body).toMatchObject({ progress: 60, completedon: null });
    web.clock.advance(JOB_DURATION);
    expect((await web.get(`importjobs(${guid(5)})?$select=progress,solutionname`)).body).toMatchObject({
      progress: 100,
      solutionname: "App",
    });
  });

  it("begins before it ends, also where a busy machine lets its timers go off in another order", async () => {
    const timers: (() => void)[] = [];
    await web.start({ clock: { now: () => web.clock.now(), after: (_milliseconds, task) => void timers.push(task) } });
    const { body } = await web.post("ImportSolutionAsync", importBody(app));
    timers.reverse().forEach((goOff) => goOff());
    expect(await job(body.AsyncOperationId)).toMatchObject({ statecode: 3, statuscode: 30 });
    const history = await web.rows("msdyn_solutionhistories");
    expect(history.map(({ msdyn_endtime: end }) => end)).not.toContain(null);
  });

  it("refuses a second operation with 0x80071151 as HTTP 429 without Retry-After while one runs", async () => {
    await web.post("ImportSolutionAsync", importBody(app));
    for (const message of ["ImportSolutionAsync", "ImportSolution"]) {
      const second = await web.post(message, importBody({ name: "Second" }, guid(6)));
      expect([second.status, second.body.error?.code]).toEqual([429, "0x80071151"]);
      expect(second.headers.get("retry-after")).toBeNull();
    }
    web.clock.advance(JOB_DURATION);
    expect((await web.post("ImportSolution", importBody({ name: "Second" }, guid(6)))).status).toBe(204);
  });

  it("ends a failing job as 31 with the signed code and the text", async () => {
    const { body } = await web.post("ImportSolutionAsync", importBody({ name: "App_Patch_1f", parent: "App" }));
    web.clock.advance(JOB_DURATION);
    expect(await job(body.AsyncOperationId)).toMatchObject({
      statecode: 3,
      statuscode: 31,
      errorcode: -2147187392,
      message: expect.stringContaining("isn't present"),
    });
  });

  it("links the history row to the job by its activity id", async () => {
    const { body } = await web.post("ImportSolutionAsync", importBody(app));
    web.clock.advance(JOB_DURATION);
    const [row] = await web.rows("msdyn_solutionhistories?$select=msdyn_activityid");
    expect(row?.msdyn_activityid).toBe(body.AsyncOperationId);
  });

  it("imports an upload that was staged before", async () => {
    const staged = await web.post("StageSolution", { CustomizationFile: zip(app) });
    const results = staged.body.StageSolutionResults as { StageSolutionUploadId: string };
    const answer = await web.post("ImportSolutionAsync", {
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: true,
      SolutionParameters: { StageSolutionUploadId: results.StageSolutionUploadId },
    });
    web.clock.advance(JOB_DURATION);
    expect(await job(answer.body.AsyncOperationId)).toMatchObject({ statuscode: 30 });
  });

  it("settles a job that a restart cut off", async () => {
    const { body } = await web.post("ImportSolutionAsync", importBody(app));
    await web.start();
    expect(await job(body.AsyncOperationId)).toMatchObject({
      statecode: 3,
      statuscode: 31,
      message: expect.stringContaining("restart"),
    });
  });
});

describe("solution operations", () => {
  beforeEach(async () => {
    await web.post("ImportSolution", importBody(app));
  });

  it("upgrades in one step", async () => {
    const { status, body } = await web.post(
      "StageAndUpgrade",
      importBody({ name: "App", version: "2.0.0.0", components: [table("con_thing")] }, guid(7)),
    );
    expect([status, typeof body.SolutionId]).toEqual([200, "string"]);
    expect(web.bench.find(61, "con_a.js")).toBeUndefined();
  });

  it("stages an upgrade as <name>_Upgrade and applies it", async () => {
    const next = importBody({ ...app, version: "2.0.0.0" }, guid(7));
    await web.post("ImportSolution", { ...next, HoldingSolution: true });
    expect(await web.rows("solutions?$filter=uniquename eq 'App_Upgrade'")).toHaveLength(1);
    const { body } = await web.post("DeleteAndPromoteAsync", { UniqueName: "App" });
    web.clock.advance(JOB_DURATION);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statuscode: 30, operationtype: 207 });
    const [row] = await web.rows("solutions?$filter=startswith(uniquename,'App')&$select=uniquename,version");
    expect(row).toMatchObject({ uniquename: "App", version: "2.0.0.0" });
  });

  it("uninstalls as a job", async () => {
    const { body } = await web.post("UninstallSolutionAsync", { SolutionUniqueName: "App" });
    web.clock.advance(JOB_DURATION);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statuscode: 30, operationtype: 208 });
    expect(await web.rows("solutions?$filter=uniquename eq 'App'")).toEqual([]);
  });

  it("refuses to delete a restricted solution", async () => {
    const id = web.bench.environment.store.solutionNamed("Default")?.id ?? "";
    expect((await web.send("DELETE", `solutions(${id})`)).body.error?.code).toBe("0x8004F005");
  });

  it("gives the outcome of an import for programs", async () => {
    const { body } = await web.get(`RetrieveSolutionImportResult(ImportJobId=${guid(5)})`);
    expect(body.SolutionOperationResult).toMatchObject({ Type: "Import", Status: "Passed", ErrorMessages: [] });
  });

  it("names the failure in the outcome of a failed import", async () => {
    await web.post("ImportSolution", importBody({ name: "App_Patch_1f", parent: "Absent" }, guid(8)));
    const { body } = await web.get(`RetrieveSolutionImportResult(ImportJobId=${guid(8)})`);
    expect(body.SolutionOperationResult).toMatchObject({
      Status: "Failed",
      ErrorMessages: [expect.stringContaining("isn't present")],
    });
  });
});
