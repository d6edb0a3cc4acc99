import type { LostAnswer } from "../../../sandbox/server/operationTroubles";
import { guid, solutionPackage, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;
beforeEach(async () => {
  web = new WebServer();
  await web.start();
  web.bench.import({ name: "App", components: [webResource("con_a.js")] });
  web.bench.import({ name: "App_Patch_1", version: "1.0.1.0" });
});
afterEach(() => web.stop());

const uninstall = (name = "App") => web.post("UninstallSolutionAsync", { SolutionUniqueName: name });
const job = async (id: unknown) => (await web.get(`asyncoperations(${String(id)})`)).body;
const installed = (name: string) => web.bench.environment.store.solutionNamed(name) !== undefined;
const rowsOf = (name: string) =>
  web.bench.environment.state.history.filter((row) => row.uniqueName === name && row.operation === 1);

describe("jobs that fail midway", () => {
  const failure = {
    job: "uninstall",
    solution: "app",
    at: 0.5,
    code: "0x80040216",
    message: "ALTER TABLE DROP COLUMN failed because column 'con_c' does not exist.",
    friendlyMessage: "The solution could not be uninstalled.",
  } as const;

  it("end there, with the signed code and both texts, and nothing is changed", async () => {
    await web.start({ troubles: { failures: [failure], lostAnswers: {} } });
    const { body } = await uninstall();
    web.clock.advance(JOB_DURATION * 0.4);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statecode: 2, statuscode: 20 });
    web.clock.advance(JOB_DURATION * 0.1);
    expect(await job(body.AsyncOperationId)).toMatchObject({
      statecode: 3,
      statuscode: 31,
      errorcode: -2147220970,
      message: failure.message,
      friendlymessage: failure.friendlyMessage,
    });
    web.clock.advance(JOB_DURATION);
    expect(web.bench.layers(61, "con_a.js")).toEqual(["App"]);
  });

  it("end their rows of the history as failed with code, text and stack, a base's patches too", async () => {
    await web.start({ troubles: { failures: [failure], lostAnswers: {} } });
    await uninstall();
    web.clock.advance(JOB_DURATION * 0.2);
    expect([...rowsOf("App"), ...rowsOf("App_Patch_1")].map(({ status }) => status)).toEqual([0, 0]);
    web.clock.advance(JOB_DURATION);
    for (const row of [...rowsOf("App"), ...rowsOf("App_Patch_1")]) {
      expect(row).toMatchObject({ status: 1, result: false, errorCode: "0x80040216" });
      expect(row.exceptionStack).toContain(failure.message);
    }
  });

  it("free the lock, and hit only what they name", async () => {
    await web.start({ troubles: { failures: [failure], lostAnswers: {} } });
    await uninstall();
    web.clock.advance(JOB_DURATION);
    const { body } = await uninstall("App_Patch_1");
    web.clock.advance(JOB_DURATION);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statuscode: 30 });
    expect([installed("App"), installed("App_Patch_1")]).toEqual([true, false]);
  });

  it("are imports as well: their progress stops where they failed", async () => {
    const failing = { job: "import", at: 0.7, code: "0x80048033", message: "An error occurred." } as const;
    await web.start({ troubles: { failures: [failing], lostAnswers: {} } });
    const { body } = await web.post("ImportSolutionAsync", {
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: true,
      CustomizationFile: Buffer.from(web.bench.zip(solutionPackage({ name: "Next" }))).toString("base64"),
      ImportJobId: guid(5),
    });
    web.clock.advance(JOB_DURATION);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statuscode: 31, executiontimespan: expect.any(Number) });
    expect(installed("Next")).toBe(false);
  });
});

describe("answers that do not arrive", () => {
  const losing = (request: string, answer: LostAnswer) =>
    web.start({ troubles: { failures: [], lostAnswers: { [request]: answer } } });

  it("cut: the server has accepted the job, the client does not hear of it", async () => {
    await losing("POST UninstallSolutionAsync", { how: "cut" });
    await expect(uninstall()).rejects.toThrow();
    expect(web.bench.environment.state.asyncOperations).toHaveLength(1);
    web.clock.advance(JOB_DURATION);
    expect(installed("App")).toBe(false);
  });

  it("cut after a while: the connection ends although the server has not finished", async () => {
    await losing("DELETE solutions", { how: "cut", after: 100 });
    const id = web.bench.environment.store.solutionNamed("App")?.id ?? "";
    const answer = expect(web.send("DELETE", `solutions(${id})`)).rejects.toThrow();
    await web.until(() => rowsOf("App").length > 0);
    web.clock.advance(100);
    await answer;
    expect(installed("App")).toBe(true);
    web.clock.advance(JOB_DURATION);
    await web.until(() => !installed("App"));
  });

  it("dropped: nothing was done, and the next request goes through", async () => {
    await losing("POST UninstallSolutionAsync", { how: "dropped", times: 1 });
    await expect(uninstall()).rejects.toThrow();
    expect(web.bench.environment.state.asyncOperations).toEqual([]);
    expect((await uninstall()).status).toBe(200);
  });

  it("held: the answer comes later than the client waits, the job goes on", async () => {
    await losing("POST UninstallSolutionAsync", { how: "held", after: 5000 });
    const client = new AbortController();
    const answer = web.send("POST", "UninstallSolutionAsync", {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ SolutionUniqueName: "App" }),
      signal: client.signal,
    });
    await web.until(() => web.bench.environment.state.asyncOperations.length > 0);
    client.abort();
    await expect(answer).rejects.toThrow();
    web.clock.advance(JOB_DURATION);
    expect(installed("App")).toBe(false);
  });
});

describe("customization lock held by something else", () => {
  const foreign = {
    lockName: "Import",
    history: { operation: "import", uniqueName: "Elsewhere", version: "3.0.0.0", publisherName: "Fabrikam" },
  } as const;

  it("refuses with 429 and 0x80071151, naming it, while a running row of the history tells more", async () => {
    const release = web.hold(foreign);
    const { status, body, headers } = await uninstall();
    expect([status, body.error?.code, headers.get("retry-after")]).toEqual([429, "0x80071151", null]);
    expect(body.error?.message).toContain("Cannot start another [Uninstall] because there is a previous [Import]");
    expect(web.bench.environment.state.history.at(-1)).toMatchObject({ uniqueName: "Elsewhere", status: 0 });
    expect(await web.rows("asyncoperations?$select=statuscode,operationtype")).toMatchObject([
      { statuscode: 20, operationtype: 203 },
    ]);
    release();
    expect(web.bench.environment.state.history.at(-1)).toMatchObject({ status: 1, result: true });
    expect((await uninstall()).status).toBe(200);
  });

  it("ends by itself after its time, and then only once", async () => {
    const release = web.hold({ ...foreign, duration: 3000 });
    web.clock.advance(3000);
    const { body } = await uninstall();
    release();
    expect((await uninstall()).status).toBe(429);
    web.clock.advance(JOB_DURATION);
    expect(await job(body.AsyncOperationId)).toMatchObject({ statuscode: 30 });
  });

  it("may be none that the history knows: an edit of metadata", async () => {
    const before = web.bench.environment.state.history.length;
    web.hold({ lockName: "EntityCustomization" });
    expect((await uninstall()).body.error?.message).toContain("previous [EntityCustomization] running");
    expect(web.bench.environment.state.history).toHaveLength(before);
  });

  it("says in Retry-After how long to wait, where it is told to", async () => {
    await web.start({ troubles: { failures: [], lostAnswers: {}, lockRetryAfter: 7 } });
    web.hold(foreign);
    expect((await uninstall()).headers.get("retry-after")).toBe("7");
  });
});
