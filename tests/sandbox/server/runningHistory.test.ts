import { guid, solutionPackage, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;
beforeEach(async () => {
  web = new WebServer();
  await web.start();
});
afterEach(() => web.stop());

const start = (content: string) =>
  web.post("ImportSolutionAsync", {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: content,
    ImportJobId: guid(5),
  });
const zip = (name: string, parent?: string) =>
  Buffer.from(
    web.bench.zip(
      solutionPackage({ name, components: [webResource("con_a.js")], ...(parent === undefined ? {} : { parent }) }),
    ),
  ).toString("base64");
const history = () => web.rows("msdyn_solutionhistories");

describe("history of a running job", () => {
  it("shows it as Started without an end, then as one completed row", async () => {
    const { body } = await start(zip("App"));
    web.clock.advance(JOB_DURATION / 2);
    const running = await history();
    expect(running).toMatchObject([
      { msdyn_status: 0, msdyn_result: null, msdyn_endtime: null, msdyn_activityid: body.AsyncOperationId },
    ]);
    web.clock.advance(JOB_DURATION);
    const [row, ...more] = await history();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      msdyn_solutionhistoryid: running[0]?.msdyn_solutionhistoryid,
      msdyn_status: 1,
      msdyn_result: true,
    });
  });

  it("ends the row as failed when the job fails", async () => {
    await start(zip("App_Patch_1f", "App"));
    web.clock.advance(JOB_DURATION);
    expect(await history()).toMatchObject([{ msdyn_status: 1, msdyn_result: false, msdyn_errorcode: "0x80048540" }]);
  });

  it("settles at restart what an interruption left Started", async () => {
    await start(zip("App"));
    web.clock.advance(JOB_DURATION / 2);
    await web.start();
    expect(await history()).toMatchObject([
      { msdyn_status: 1, msdyn_result: false, msdyn_exceptionmessage: expect.stringContaining("restart") },
    ]);
  });
});
