import type { PackageText } from "../engine/handMade";
import { part, table, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;
beforeEach(async () => {
  web = new WebServer();
  await web.start();
  web.bench.import({ name: "App", components: [table("con_thing"), webResource("con_a.js")] });
  web.bench.import({ name: "App_Patch_1", version: "1.0.1.0", components: [webResource("con_a.js")] });
});
afterEach(() => web.stop());

const idOf = (name: string) => web.bench.environment.store.solutionNamed(name)?.id ?? "";
const running = () => web.bench.environment.state.history.some((row) => row.status === 0);
const historyOf = async (name: string) =>
  (await web.rows("msdyn_solutionhistories?$orderby=msdyn_starttime desc")).filter(
    (row) => row.msdyn_uniquename === name,
  );

async function finish(name: string) {
  const pending = web.send("DELETE", `solutions(${idOf(name)})`);
  await web.until(running);
  web.clock.advance(JOB_DURATION);
  return pending;
}

describe("DELETE of a managed solution", () => {
  it("answers 204 when all is done, patches included", async () => {
    const answer = await finish("App");
    expect(answer.status).toBe(204);
    expect(web.bench.environment.store.solutionNamed("App_Patch_1")).toBeUndefined();
    expect(web.bench.find(61, "con_a.js")).toBeUndefined();
  });

  it("leaves everything as it was while it runs, and shows itself in the history, not among the jobs", async () => {
    const id = idOf("App");
    const pending = web.send("DELETE", `solutions(${id})`);
    await web.until(running);
    expect(await web.rows("asyncoperations")).toEqual([]);
    expect((await web.get(`solutions(${id})`)).status).toBe(200);
    web.clock.advance(JOB_DURATION);
    expect((await pending).status).toBe(204);
    expect((await web.get(`solutions(${id})`)).status).toBe(404);
    const [row, ...more] = await historyOf("App");
    expect([row?.msdyn_operation, row?.msdyn_result, more.length]).toEqual([1, true, 1]);
  });

  it("of a patch takes only the patch", async () => {
    expect((await finish("App_Patch_1")).status).toBe(204);
    expect(web.bench.layers(61, "con_a.js")).toEqual(["App"]);
  });

  it("that is refused leaves everything, and the history says why", async () => {
    const needs: PackageText = {
      name: "Other",
      components: [part(62, "con_map", { references: [{ type: 61, key: "con_a.js" }] })],
    };
    web.bench.import(needs);
    const answer = await finish("App");
    expect([answer.status, answer.body.error?.code]).toEqual([400, "0x8004F020"]);
    expect(web.bench.layers(61, "con_a.js")).toEqual(["App", "App_Patch_1"]);
    expect(await historyOf("App")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          msdyn_operation: 1,
          msdyn_result: false,
          msdyn_errorcode: "0x8004F020",
          msdyn_exceptionstack: expect.stringContaining("Microsoft.Crm.CrmException"),
        }),
      ]),
    );
    expect(running()).toBe(false);
  });

  it("goes on when the client waits no more", async () => {
    const client = new AbortController();
    const pending = web.send("DELETE", `solutions(${idOf("App")})`, { signal: client.signal });
    await web.until(running);
    client.abort();
    await expect(pending).rejects.toThrow();
    web.clock.advance(JOB_DURATION);
    await web.until(() => !running());
    expect(web.bench.environment.store.solutionNamed("App")).toBeUndefined();
  });

  it("holds the customization lock meanwhile", async () => {
    const pending = web.send("DELETE", `solutions(${idOf("App")})`);
    await web.until(running);
    const second = await web.post("UninstallSolutionAsync", { SolutionUniqueName: "App" });
    expect([second.status, second.body.error?.code]).toEqual([429, "0x80071151"]);
    expect(second.body.error?.message).toContain("previous [Uninstall] running");
    web.clock.advance(JOB_DURATION);
    expect((await pending).status).toBe(204);
  });

  it("needs prvDeleteSolution", async () => {
    await web.start({ user: "reader" });
    const answer = await web.send("DELETE", `solutions(${idOf("App")})`);
    expect([answer.status, answer.body.error?.code]).toEqual([403, "0x80040220"]);
  });
});
