import { createStores, type Stores } from "../../SolutionHealth/state/stores";
import type { RollbackState } from "../../SolutionHealth/state/rollbacks/model";
import { Bench, guid, part, table, webResource } from "../sandbox/engine/handMade";
import { hastyClock, openProduct, type ProductBench, type ProductOptions, until } from "./productBench";

type Previewed = Extract<RollbackState, { status: "previewed" }>;
type Ended = Extract<Previewed["run"], { status: "ended" }>;

const VIEW = guid(4);
const FLOW = guid(6);
const view = (fetchxml: string) =>
  part(26, VIEW, { id: VIEW, name: "First", table: "con_t", root: false, properties: { fetchxml } });

/** An app, and a later solution of the same publisher that changes its view, covers a flow's edit, and adds a script. */
function createUpdatedApp(): Bench {
  const bench = new Bench({ now: () => new Date() });
  const flow = (clientdata: string) => part(29, FLOW, { id: FLOW, name: "Flow", properties: { clientdata } });
  bench.import({ name: "App", components: [table("con_t"), view("<fetch/>"), flow("{}")] });
  bench.import({
    name: "Update",
    components: [view("<fetch top='1'/>"), flow('{"new":1}'), webResource("con_/a.js", { content: "YQ==" })],
  });
  bench.customize(29, FLOW, { clientdata: '{"mine":1}' });
  return bench;
}

let open: ProductBench | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function previewed(bench: Bench, options?: ProductOptions): Promise<ProductBench> {
  open = await previewing(bench, options);
  return open;
}

async function previewing(bench: Bench, options?: ProductOptions): Promise<ProductBench> {
  const own = await openProduct(bench.environment, { haste: 1_000, ...options });
  const { rollback } = own.stores;
  rollback.preview([solutionId(bench, "Update")]);
  await until(rollback, ({ status }) => status === "previewed" || status === "failed");
  return own;
}

function solutionId(bench: Bench, name: string): string {
  const solution = bench.environment.store.solutionNamed(name);
  if (!solution) throw new Error(`${name} is not installed`);
  return solution.id;
}

const stateOf = ({ stores }: ProductBench): Previewed => {
  const state = stores.rollback.getState();
  if (state.status !== "previewed") throw new Error(JSON.stringify(state));
  return state;
};

async function ran({ stores }: ProductBench, waitForLock = false): Promise<Ended> {
  stores.rollback.saveReport({ name: "report.md", content: "what goes", mediaType: "text/markdown" });
  stores.rollback.run({ waitForLock });
  const state = await until(
    stores.rollback,
    (now) => now.status !== "previewed" || now.run.status === "ended" || now.run.status === "none",
  );
  if (state.status !== "previewed" || state.run.status !== "ended") throw new Error(JSON.stringify(state));
  return state.run;
}

const isInstalled = (bench: Bench, name: string): boolean => bench.environment.store.solutionNamed(name) !== undefined;

/** Requests that start an uninstall. */
const starts = ({ asked }: ProductBench): string[] =>
  asked.filter((request) => /^POST .*UninstallSolutionAsync|^DELETE .*solutions\(/.test(request));

describe("taking a solution back", () => {
  it("says what becomes of each component, does it, and finds it so", async () => {
    const bench = createUpdatedApp();
    const own = await previewed(bench);
    const { preview } = stateOf(own);
    expect(Object.fromEntries(preview.fates.map(({ component, kind }) => [component.displayName, kind]))).toEqual({
      First: "fallsBack",
      Flow: "unchanged",
      "con_/a.js": "deleted",
    });
    expect(preview.verdict).toBe("possible");
    const end = await ran(own);
    expect(end).toMatchObject({ outcome: "succeeded", comparison: { compared: 3, asSaid: 3, surprises: [] } });
    expect(isInstalled(bench, "Update")).toBe(false);
    expect(bench.effective(26, VIEW).fetchxml).toBe("<fetch/>");
    expect(own.saved.map(({ name }) => name)).toEqual(["report.md"]);
  });

  it("does nothing before the report is saved, and nothing twice", async () => {
    const bench = createUpdatedApp();
    const own = await previewed(bench);
    own.stores.rollback.run({ waitForLock: false });
    expect(stateOf(own).run.status).toBe("none");
    const end = ran(own);
    own.stores.rollback.run({ waitForLock: false });
    await end;
    own.stores.rollback.run({ waitForLock: false });
    expect(starts(own)).toHaveLength(1);
  });

  it("does not try what the server will refuse", async () => {
    const bench = createUpdatedApp();
    bench.import({ name: "Other", publisher: "fabrikam", components: [webResource("con_/a.js", { content: "Yg==" })] });
    const own = await previewed(bench);
    expect(stateOf(own).preview).toMatchObject({ verdict: "blocked", blockers: [{ kind: "baseLayer" }] });
    own.stores.rollback.saveReport({ name: "r", content: "", mediaType: "text/plain" });
    own.stores.rollback.run({ waitForLock: false });
    expect(stateOf(own).run.status).toBe("none");
    expect(starts(own)).toEqual([]);
  });

  it("takes several back in their order", async () => {
    const bench = createUpdatedApp();
    open = await openProduct(bench.environment);
    const { rollback } = open.stores;
    rollback.preview([solutionId(bench, "App"), solutionId(bench, "Update")]);
    await until(rollback, ({ status }) => status === "previewed" || status === "failed");
    const end = await ran(open);
    expect(end.outcome).toBe("succeeded");
    expect(end.jobs.map(({ uniqueName }) => uniqueName)).toEqual(["Update", "App"]);
    expect(end.comparison?.surprises).toEqual([]);
  });

  it("waits for a lock on request, and says who holds it", async () => {
    const bench = createUpdatedApp();
    const own = await previewed(bench);
    const release = own.server.hold({
      lockName: "Import",
      history: { operation: "import", uniqueName: "Big", version: "1.0", publisherName: "Big" },
    });
    const end = ran(own, true);
    const { jobs } = await until(own.stores.jobs, (state) =>
      state.jobs.some(({ phase }) => phase === "waitingForLock"),
    );
    expect(jobs.find(({ found }) => !found)).toMatchObject({ lockedBy: expect.stringContaining("Big") as string });
    release();
    expect(await end).toMatchObject({ outcome: "succeeded" });
    expect(starts(own)).toHaveLength(2);
  });

  it("tells a job's failure in the server's words, and changes nothing", async () => {
    const bench = createUpdatedApp();
    const failures = [{ solution: "Update", at: 0.5, code: "0x8004F01D", message: "Solution dependencies exist" }];
    const own = await previewed(bench, { troubles: { failures, lostAnswers: {} } });
    expect(await ran(own)).toMatchObject({
      outcome: "failed",
      jobs: [
        {
          phase: "failed",
          failure: { code: "0x8004F01D", serverText: expect.stringContaining("dependencies") as string },
        },
      ],
    });
    expect(isInstalled(bench, "Update")).toBe(true);
  });

  it("goes by deleting the row where the server does not know the action", async () => {
    const bench = createUpdatedApp();
    const own = await previewed(bench, { habits: { uninstallAction: "unknown" } });
    expect(await ran(own)).toMatchObject({ outcome: "succeeded", comparison: { surprises: [] } });
  });

  it("is found again by another page while it runs", async () => {
    const bench = createUpdatedApp();
    // Long enough for a busy machine to open the other page meanwhile: what has ended is not found as running.
    const own = await previewed(bench, { jobDuration: 5_000 });
    own.stores.rollback.saveReport({ name: "r", content: "", mediaType: "text/plain" });
    own.stores.rollback.run({ waitForLock: false });
    await until(own.stores.jobs, ({ jobs }) => jobs[0]?.serverStatus === "running");
    own.stores.rollback.dispose();
    own.stores.jobs.dispose();
    const address = own.asked[0]?.split(" ")[1] ?? "";
    const again = reopened(new URL(address).origin);
    again.store.refresh();
    const { jobs } = await until(again.jobs, (state) => state.jobs[0]?.phase === "succeeded");
    expect(jobs).toMatchObject([{ uniqueName: "Update", kind: "uninstall", found: true }]);
    expect(starts(own)).toHaveLength(1);
    again.jobs.dispose();
    again.store.dispose();
  });
});

/** Another page on the same environment. */
const reopened = (clientUrl: string): Stores =>
  createStores({
    clientUrl,
    fetch: (url, init) => fetch(url, init),
    clock: hastyClock(100),
    saveFile: () => undefined,
  });

/** What happens to one request of the flow. */
const FAULTS = {
  "cut before the server has it": () => Promise.reject(new TypeError("Failed to fetch")),
  "cut after the server has it": async (send: () => Promise<Response>) => {
    await send();
    throw new TypeError("Failed to fetch");
  },
  throttled: () => Promise.resolve(answered(429, "0x80072322", { "Retry-After": "1" })),
  "away for a moment": () => Promise.resolve(new Response("<html><title>503</title></html>", { status: 503 })),
  "failing by itself": () => Promise.resolve(answered(500, "0x80040216")),
  "behind the sign-in page": () => Promise.resolve(new Response("", { status: 401 })),
} as const;

const answered = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ error: { code, message: "no" } }), { status, headers });

/** Some thirty flows a fault: minutes on a busy machine. */
const TIME_FOR_ALL = 300_000;
const SIDE_BY_SIDE = 8;

describe.each(Object.entries(FAULTS))("with each request of the flow %s", (_name, fault) => {
  it(
    "never uninstalls twice and never tells a success that is none",
    async () => {
      // Side by side, since most of it is waiting; on until a whole lot of them comes to an end before its request.
      for (let from = 0, broke = true; broke; from += SIDE_BY_SIDE) {
        const lot = Array.from({ length: SIDE_BY_SIDE }, (_unused, index) => flowBrokenAt(from + index, fault));
        broke = (await Promise.all(lot)).some(Boolean);
      }
    },
    TIME_FOR_ALL,
  );
});

/** @returns whether the flow came as far as the request that is broken */
async function flowBrokenAt(broken: number, fault: (typeof FAULTS)[keyof typeof FAULTS]): Promise<boolean> {
  const bench = createUpdatedApp();
  let number = -1;
  const own = await previewing(bench, {
    intercept: (_request, send) => {
      number += 1;
      return number === broken ? fault(send) : undefined;
    },
  });
  await checkOutcome(own, bench, broken);
  await own.close();
  return number >= broken;
}

async function checkOutcome(own: ProductBench, bench: Bench, broken: number): Promise<void> {
  const state = own.stores.rollback.getState();
  if (state.status !== "previewed") {
    expect({ broken, status: state.status }).toEqual({ broken, status: "failed" });
    expect(starts(own)).toEqual([]);
    return;
  }
  const { outcome, comparison } = await ran(own);
  const gone = !isInstalled(bench, "Update");
  expect({ broken, starts: Math.max(1, starts(own).length) }).toEqual({ broken, starts: 1 });
  // What is told is true: a success only where it is gone; "not started" and "failed" only where it is not.
  if (outcome === "succeeded") expect({ broken, gone }).toEqual({ broken, gone: true });
  if (outcome !== "succeeded" && outcome !== "lost") expect({ broken, gone }).toEqual({ broken, gone: false });
  const untrue = comparison?.surprises.filter(({ found }) => found !== "unknown") ?? [];
  expect({ broken, untrue }).toEqual({ broken, untrue: [] });
}
