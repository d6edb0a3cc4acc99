import { Bench, guid, part } from "../sandbox/engine/handMade";
import { createCustomizedApp, edit, FLOW, FORM, key, scriptId, VIEW, VIEW_TWO } from "./overridesApp";
import { isDone, openOverrides, type OverridesBench } from "./overridesBench";

let open: OverridesBench | undefined;
afterEach(() => open?.close());

async function opened(
  bench: Bench,
  ...rest: [habits?: Parameters<typeof openOverrides>[1], options?: Parameters<typeof openOverrides>[2]]
) {
  open = await openOverrides(bench.environment, ...rest);
  return open;
}

async function scan(bench: OverridesBench) {
  bench.store.scan({ kind: "environment" });
  return bench.until(isDone);
}

const viewOf = (id: string, table: string) =>
  part(26, id, { id, name: "View", table, root: false, properties: { fetchxml: "<fetch/>", name: "View" } });

/** A scan of an environment whose one query over everything lacks a component. */
async function scannedWithout(bench: Bench, lacking: string | undefined) {
  const own = await opened(
    bench,
    {},
    {
      intercept: async (request, send) => {
        const answer = await send();
        if (!isFlagQuery(request)) return answer;
        const { value, ...rest } = (await answer.json()) as { value: { msdyn_objectid: string }[] };
        const left = value.filter(({ msdyn_objectid: id }) => id !== lacking);
        return new Response(JSON.stringify({ ...rest, value: left }), { status: 200 });
      },
    },
  );
  const ended = await scan(own);
  await own.close();
  open = undefined;
  return ended;
}

const isFlagQuery = (request: string): boolean =>
  request.includes("msdyn_hasactivecustomization eq 'true'") && !request.includes("msdyn_solutionid eq");

const states = ({ store }: OverridesBench) =>
  Object.fromEntries(
    store.getState().rows.map(({ component, facts }) => [component.key, `${facts.state} ${facts.reason}`]),
  );

const failing = (status: number, code = "0x80040216") =>
  new Response(JSON.stringify({ error: { code, message: "no" } }), { status });

const layerReads = ({ asked }: OverridesBench) => asked.join("\n").split("msdyn_componentlayers?").length - 1;

describe("a scan", () => {
  it("finds each state, who made it, and counts", async () => {
    const bench = createCustomizedApp();
    const own = await opened(bench);
    const { scan: ended, counts, rows } = await scan(own);
    expect(states(own)).toEqual({
      [key("SavedQuery", VIEW)]: "real changesProperties",
      [key("SavedQuery", VIEW_TWO)]: "real changesProperties",
      [key("WebResource", scriptId(bench))]: "real changesProperties",
      [key("Workflow", FLOW)]: "stateOnly changesState",
      [key("SystemForm", FORM)]: "phantom changesNothing",
    });
    expect(counts).toEqual({ real: 3, stateOnly: 1, phantom: 1, unknown: 0, accepted: 0, new: 4 });
    expect(ended).toMatchObject({
      status: "finished",
      complete: true,
      way: { kind: "environment", provenBy: ["App"] },
    });
    const flow = rows.find(({ component }) => component.id === FLOW);
    expect(flow?.origin).toMatchObject({ modifiedBy: expect.any(String) as string, unmanagedSolutions: [] });
  });

  it.each([
    ["refused", "refused"],
    ["incomplete", "incomplete"],
  ] as const)("finds the same solution by solution when the one query is %s, and says so", async (habit, because) => {
    const own = await opened(createCustomizedApp(), { environmentFlagQuery: habit });
    const { scan: ended, counts } = await scan(own);
    expect(ended.way).toEqual({ kind: "solutions", because });
    expect(counts).toMatchObject({ real: 3, stateOnly: 1, phantom: 1 });
  });

  it.each([
    ["a web resource", (bench: Bench) => scriptId(bench)],
    ["a view", () => VIEW],
  ])("notices that the one query lacks %s which neither of the first two solutions holds", async (_what, idIn) => {
    const bench = createCustomizedApp();
    for (const [name, table, id] of [
      ["Two", "con_u", guid(21)],
      ["Three", "con_w", guid(22)],
    ] as const) {
      bench.import({ name, components: [part(1, table, { behavior: 0 }), viewOf(id, table)] });
      edit(bench, id, { name: "Mine" });
    }
    const [all, lacking] = [await scannedWithout(bench, undefined), await scannedWithout(bench, idIn(bench))];
    expect(all.scan.way).toEqual({ kind: "environment", provenBy: ["Three", "Two"], compared: 1, others: 1 });
    expect(lacking.scan.way).toEqual({ kind: "solutions", because: "incomplete" });
    expect(lacking.counts).toEqual(all.counts);
  });

  it("finds what the environment gives no flag of, which the one query cannot", async () => {
    const withoutFlags = async (request: string, send: () => Promise<Response>): Promise<Response> => {
      const answer = await send();
      if (!request.includes("msdyn_solutioncomponentsummaries")) return answer;
      const { value, ...rest } = (await answer.json()) as { value: Record<string, unknown>[] };
      const rows = value.map((row) =>
        row.msdyn_objectid === VIEW ? { ...row, msdyn_hasactivecustomization: null } : row,
      );
      const left = isFlagQuery(request) ? rows.filter((row) => row.msdyn_objectid !== VIEW) : rows;
      return new Response(JSON.stringify({ ...rest, value: left }), { status: 200 });
    };
    const own = await opened(createCustomizedApp(), {}, { intercept: withoutFlags });
    const { scan: ended, counts } = await scan(own);
    expect(ended.way).toEqual({ kind: "solutions", because: "incomplete" });
    expect(counts).toMatchObject({ real: 3, stateOnly: 1, phantom: 1 });
  });

  it("does not rely on an answer that nothing proves", async () => {
    const bench = new Bench();
    const own = await opened(bench);
    expect((await scan(own)).scan).toMatchObject({ way: { because: "unproven" }, complete: true });
  });

  it("reads only what a solution holds when asked for one", async () => {
    const bench = createCustomizedApp();
    bench.import({ name: "Other", components: [] });
    const own = await opened(bench);
    const ids = bench.environment.state.solutions
      .filter(({ uniqueName }) => uniqueName === "Other")
      .map(({ id }) => id);
    own.store.scan({ kind: "solutions", ids });
    expect((await own.until(isDone)).rows).toEqual([]);
    expect(own.store.getState().scan.way).toEqual({ kind: "solutions", because: "scope" });
    expect(layerReads(own)).toBe(0);
  });

  it("lists what cannot be read as unknown, never as clean, and reads it again on retry", async () => {
    let broken = true;
    const own = await opened(
      createCustomizedApp(),
      {},
      {
        intercept: async (request, send) => {
          const answer = await send();
          if (!broken || !request.includes("'Workflow'")) return answer;
          // Alone and inside a batch alike.
          return request.startsWith("GET") ? failing(500) : failing(400);
        },
      },
    );
    const first = await scan(own);
    expect(first.scan).toMatchObject({ status: "finished", complete: false });
    expect(states(own)[key("Workflow", FLOW)]).toBe("unknown readFailed");
    expect(first.rows.find(({ component }) => component.id === FLOW)?.failure).toMatchObject({
      kind: "server",
      code: "0x80040216",
    });
    expect(first.counts).toMatchObject({ real: 3, unknown: 1, phantom: 1 });
    broken = false;
    const before = layerReads(own);
    own.store.retry(key("Workflow", FLOW));
    const again = await own.until(isDone);
    expect(again.scan.complete).toBe(true);
    expect(states(own)[key("Workflow", FLOW)]).toBe("stateOnly changesState");
    expect(layerReads(own) - before).toBe(1);
  });

  it("gives no type up because the layers of another answer errors", async () => {
    const own = await opened(createCustomizedApp(), { layerFailures: [26] });
    const { counts, scan: ended } = await scan(own);
    expect(counts).toMatchObject({ real: 1, stateOnly: 1, phantom: 1, unknown: 2 });
    expect(ended.complete).toBe(false);
  });

  it("names a part whose flags cannot be read, and is not complete", async () => {
    const own = await opened(
      createCustomizedApp(),
      { environmentFlagQuery: "refused" },
      {
        intercept: (request) => (request.includes("msdyn_primaryentityname eq 'con_t'") ? failing(400) : undefined),
      },
    );
    const { scan: ended } = await scan(own);
    expect(ended).toMatchObject({
      status: "finished",
      complete: false,
      unread: [{ solutionName: "App display", table: "con_t", failure: { kind: "badRequest" } }],
    });
  });

  it("fails when not even the solutions can be read", async () => {
    const own = await opened(createCustomizedApp(), {}, { intercept: () => failing(403, "0x80040220") });
    expect((await scan(own)).scan).toMatchObject({ status: "failed", complete: false, failure: { kind: "forbidden" } });
  });

  it("pauses on cancel, keeps what was read, and goes on without reading that again", async () => {
    let held: (() => void) | undefined;
    let reads = 0;
    const own = await opened(
      createCustomizedApp(),
      {},
      {
        intercept: async (request, send) => {
          if (!request.includes("msdyn_componentlayers?") || (reads += 1) <= 2) return send();
          if (held === undefined) await new Promise<void>((resolve) => (held = resolve));
          return send();
        },
      },
    );
    own.store.scan({ kind: "environment" });
    await own.until(({ rows }) => rows.length > 0);
    own.store.cancel();
    held?.();
    const paused = await own.until(isDone);
    expect(paused.scan).toMatchObject({ status: "paused", complete: false, failure: { kind: "cancelled" } });
    const kept = paused.rows.length;
    expect(kept).toBeGreaterThan(0);
    const before = layerReads(own);
    own.store.resume();
    const ended = await own.until(isDone);
    expect(ended.scan).toMatchObject({ status: "finished", complete: true });
    expect(ended.rows).toHaveLength(5);
    expect(layerReads(own) - before).toBe(5 - kept);
  });

  it("reads only what has changed the second time", async () => {
    const bench = createCustomizedApp();
    const own = await opened(bench);
    await scan(own);
    const before = layerReads(own);
    edit(bench, VIEW, { name: "Again" });
    const second = await scan(own);
    expect(layerReads(own) - before).toBe(1);
    expect(second.scan).toMatchObject({ reused: 4, complete: true });
    const row = second.rows.find(({ component }) => component.id === VIEW);
    expect(row?.facts.changed).toEqual(["fetchxml", "name"]);
  });

  it("reads everything of a solution again that has another version", async () => {
    const bench = createCustomizedApp();
    const own = await opened(bench);
    await scan(own);
    const before = layerReads(own);
    bench.import({ name: "App", version: "1.1.0.0", components: [] });
    await scan(own);
    expect(layerReads(own) - before).toBe(5);
  });

  it("drops the row of an override that is gone", async () => {
    const bench = createCustomizedApp();
    const own = await opened(bench);
    await scan(own);
    bench.environment.removeActiveLayer(VIEW, bench.caller);
    expect((await scan(own)).rows.map(({ component }) => component.id)).not.toContain(VIEW);
  });

  it("waits when the server asks for rest, and comes to the same end", async () => {
    let told = false;
    const own = await opened(
      createCustomizedApp(),
      {},
      {
        intercept: (request) => {
          if (told || !request.includes("msdyn_componentlayers?")) return undefined;
          told = true;
          return new Response(JSON.stringify({ error: { code: "0x80072322", message: "slow down" } }), {
            status: 429,
            headers: { "Retry-After": "2" },
          });
        },
      },
    );
    const { scan: ended, counts } = await scan(own);
    expect(told).toBe(true);
    expect(ended).toMatchObject({ status: "finished", complete: true });
    expect(counts).toMatchObject({ real: 3, stateOnly: 1, phantom: 1, unknown: 0 });
  });

  it("judges anew without a call when the bookkeeping list is changed", async () => {
    const own = await opened(createCustomizedApp());
    await scan(own);
    const calls = own.asked.length;
    own.store.setBookkeeping([" Name "]);
    expect(states(own)[key("SavedQuery", VIEW_TWO)]).toBe("phantom changesBookkeeping");
    expect(own.asked).toHaveLength(calls);
  });

  it("tells progress and the calls it cost", async () => {
    const own = await opened(createCustomizedApp());
    const { scan: ended } = await scan(own);
    expect(ended.progress).toEqual({ stage: "layers", done: 5, total: 5, calls: expect.any(Number) as number });
    expect(ended.progress?.calls).toBeGreaterThan(3);
    expect(ended.progress?.calls).toBeLessThanOrEqual(own.asked.length);
  });
});
