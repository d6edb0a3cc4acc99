import { countData } from "../../../SolutionHealth/dataverse/rollbacks/countData";
import { readRollback } from "../../../SolutionHealth/dataverse/rollbacks/readRollback";
import type { DataAtRisk } from "../../../SolutionHealth/domain/consequences/dataAtRisk";
import { previewRollback } from "../../../SolutionHealth/domain/rollbacks/previewRollback";
import type { ComponentFate } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { Bench, column, table } from "../../sandbox/engine/handMade";
import { failure } from "../fakeServer";
import { type Intercept, openSandbox, type OpenSandbox } from "./openSandbox";

let sandbox: OpenSandbox | undefined;
afterEach(() => sandbox?.close());

function withData(): Bench {
  const bench = new Bench();
  bench.import({ name: "Tables", components: [table("con_kept")] });
  bench.import({
    name: "Base",
    components: [
      table("con_gone"),
      column("con_gone", "con_inside"),
      column("con_kept", "con_text"),
      column("con_kept", "con_image", { type: "image" }),
    ],
  });
  return bench;
}

async function openBase(bench: Bench, intercept: Intercept = () => undefined): Promise<readonly ComponentFate[]> {
  sandbox = await openSandbox(bench.environment, { intercept });
  const id = bench.environment.store.solutionNamed("Base")?.id ?? "";
  return previewRollback(await readRollback([id], sandbox.transport)).fates;
}

const told = ({ items }: DataAtRisk): Record<string, unknown> =>
  Object.fromEntries(
    items.map(({ component, kind, count }) => [
      `${kind} of ${component.name}`,
      count.status === "unknown" ? count.why : `${count.status} ${count.count}`,
    ]),
  );

async function count(bench: Bench, intercept?: Intercept, options: Parameters<typeof countData>[2] = {}) {
  const fates = await openBase(bench, intercept);
  if (!sandbox) throw new Error("not open");
  return countData(fates, sandbox.transport, options);
}

describe("countData", () => {
  it("counts rows of tables that go and filled values of columns whose table stays, and nothing twice", async () => {
    const seen: number[] = [];
    const data = await count(withData(), undefined, { onProgress: (_data, done) => seen.push(done) });
    expect(told(data)).toEqual({
      "rows of con_gone": "exact 7",
      "values of con_text": "exact 5",
      "values of con_image": { reason: "unreadable", text: "ImageType" },
    });
    expect([data.complete, data.total, seen]).toEqual([true, 3, [0, 1, 2, 3]]);
  });

  it("says at least 5,000 where the server stops, and takes the snapshot where it knows more", async () => {
    const bench = withData();
    bench.environment.setRowCount("con_gone", 6200);
    expect(told(await count(bench))["rows of con_gone"]).toBe("snapshot 6200");
    await sandbox?.close();
    const refusing: Intercept = (request) =>
      request.includes("RetrieveTotalRecordCount") ? failure(400, "0x80040203") : undefined;
    expect(told(await count(bench, refusing))["rows of con_gone"]).toBe("atLeast 5000");
  });

  it("says at least 5,000 of values, for which there is no snapshot", async () => {
    const bench = withData();
    bench.environment.setRowCount("con_kept", 9000);
    expect(told(await count(bench))["values of con_text"]).toBe("atLeast 5000");
  });

  it("tells with the server's words what it may not count", async () => {
    const denied: Intercept = (request) =>
      request.includes("/con_gones?") ? failure(403, "0x80040220", "missing prvReadcon_gone") : undefined;
    const data = await count(withData(), denied);
    expect(told(data)["rows of con_gone"]).toEqual({
      reason: "notRead",
      code: "0x80040220",
      text: "missing prvReadcon_gone",
    });
  });

  it("counts no more than allowed, and says that it did not", async () => {
    const data = await count(withData(), undefined, { limit: 1 });
    expect([data.complete, data.total]).toEqual([false, 3]);
    expect(told(data)).toEqual({ "rows of con_gone": "exact 7" });
  });

  it("keeps what has been counted when it is cancelled", async () => {
    const stop = new AbortController();
    const stopping: Intercept = (request) => {
      if (request.includes("con_text ne null")) stop.abort();
      return undefined;
    };
    const data = await count(withData(), stopping, { signal: stop.signal });
    expect([data.complete, data.total]).toEqual([false, 3]);
    expect(told(data)).not.toHaveProperty("values of con_text");
  });

  it("takes an answer without a number for unreadable", async () => {
    const silent: Intercept = (request) =>
      request.includes("/con_gones?") ? new Response('{"value":[]}', { status: 200 }) : undefined;
    expect(told(await count(withData(), silent))["rows of con_gone"]).toEqual({ reason: "unreadable" });
  });

  it("asks for nothing where nothing goes that holds data", async () => {
    sandbox = await openSandbox(withData().environment);
    expect(await countData([], sandbox.transport)).toEqual({ items: [], complete: true, total: 0 });
    expect(sandbox.asked).toEqual([]);
  });
});
