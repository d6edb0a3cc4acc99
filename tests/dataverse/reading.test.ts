import { type TransportOptions } from "../../SolutionHealth/dataverse/connection";
import { type Transport, createTransport } from "../../SolutionHealth/dataverse/transport";
import { type FakeClock, createFakeClock, settle } from "./fakeClock";
import { API, BASE_URL, type FakeServer, createFakeServer, failure, json, rows } from "./fakeServer";

interface Bench {
  readonly server: FakeServer;
  readonly clock: FakeClock;
  readonly transport: Transport;
}

function createBench(options: Partial<TransportOptions> = {}): Bench {
  const server = createFakeServer();
  const clock = createFakeClock();
  return { server, clock, transport: createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock, ...options }) };
}

/** Answers the one request that is open. */
async function answerNext(server: FakeServer, response: Response): Promise<void> {
  await settle();
  const [request] = server.open();
  if (!request) throw new Error("No request is open");
  request.answer(response);
  await settle();
}

/** The error a promise ends in, held from the start so that it never counts as unhandled. */
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => ({ unexpected: value }),
    (error: unknown) => error,
  );

describe("transport, reading", () => {
  it("sends the headers the platform asks for, with both preferences in one header", async () => {
    const { server, transport } = createBench();
    void transport.get("solutions", { formattedValues: true, pageSize: 5000 });
    await settle();
    expect(server.requests[0]).toMatchObject({
      url: `${API}solutions`,
      headers: {
        Accept: "application/json",
        "OData-MaxVersion": "4.0",
        "OData-Version": "4.0",
        "If-None-Match": "null",
        Prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue",odata.maxpagesize=5000',
      },
    });
  });

  it("sends a fresh bearer token with each try when there is a source of tokens", async () => {
    let tokens = 0;
    const { server, clock, transport } = createBench({ token: () => Promise.resolve(`t${(tokens += 1)}`) });
    const read = transport.get("a");
    await answerNext(server, failure(503, ""));
    await clock.pass(1_000);
    await answerNext(server, json({}));
    await read;
    expect(server.requests.map(({ headers }) => headers.Authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it("says that the session has ended when no token can be had", async () => {
    const { server, transport } = createBench({ token: () => Promise.reject(new Error("no")) });
    expect(await errorOf(transport.get("a"))).toMatchObject({ kind: "signedOut" });
    expect(server.requests).toHaveLength(0);
  });

  it("waits as long as Retry-After says, and holds all other requests back meanwhile", async () => {
    const told: (number | undefined)[] = [];
    const { server, clock, transport } = createBench({ onThrottle: (seconds) => told.push(seconds) });
    const first = transport.get("first");
    await answerNext(server, failure(429, "0x80072322", "too many", { "Retry-After": "7" }));
    const second = transport.get("second");
    await clock.pass(6_999);
    expect(server.requests).toHaveLength(1);
    expect(told).toEqual([7]);
    await clock.pass(1);
    expect(server.requests.map(({ url }) => url.slice(API.length)).sort()).toEqual(["first", "first", "second"]);
    server.open().forEach((request) => request.answer(json({ from: request.url.slice(API.length) })));
    expect(await Promise.all([first, second])).toEqual([{ from: "first" }, { from: "second" }]);
    expect(told).toEqual([7, undefined]);
  });

  it("takes a Retry-After that is a date", async () => {
    const { server, clock, transport } = createBench();
    const read = transport.get("a");
    const date = new Date(clock.now() + 12_000).toUTCString();
    await answerNext(server, failure(429, "0x80072321", "", { "Retry-After": date }));
    await clock.pass(11_999);
    expect(server.requests).toHaveLength(1);
    await clock.pass(1);
    await answerNext(server, json(1));
    expect(await read).toBe(1);
  });

  it("never sends again while the customization lock is held, although that comes with status 429", async () => {
    const { server, clock, transport } = createBench();
    const read = errorOf(transport.get("a"));
    await answerNext(server, failure(429, "0x80071151", "Cannot start another [Import]"));
    expect(await read).toMatchObject({ kind: "locked", code: "0x80071151", status: 429 });
    expect(clock.pending()).toBe(0);
  });

  it.each([502, 503, 504])(
    "repeats a read that ended in %d, waiting 1, 2, 4 and 8 seconds, five tries at most",
    async (status) => {
      const { server, clock, transport } = createBench();
      const read = errorOf(transport.get("a"));
      for (const seconds of [1, 2, 4, 8]) {
        await answerNext(server, new Response("<html><title>Away</title></html>", { status }));
        await clock.pass(seconds * 1_000 - 1);
        expect(server.open()).toHaveLength(0);
        await clock.pass(1);
      }
      await answerNext(server, new Response("<html><title>Away</title></html>", { status }));
      expect(await read).toMatchObject({ kind: "server", status, serverText: "Away" });
      expect(server.requests).toHaveLength(5);
    },
  );

  it("never waits longer than 30 seconds by its own reckoning", async () => {
    const { server, clock, transport } = createBench({ maxTries: 8 });
    const read = transport.get("a");
    for (const seconds of [1, 2, 4, 8, 16, 30]) {
      await answerNext(server, failure(503, ""));
      await clock.pass(seconds * 1_000);
    }
    await answerNext(server, json("done"));
    expect(await read).toBe("done");
  });

  it("repeats a read after a broken connection", async () => {
    const { server, clock, transport } = createBench();
    const read = transport.get("a");
    await settle();
    server.open()[0]?.fail(new TypeError("Failed to fetch"));
    await clock.pass(1_000);
    await answerNext(server, json({ ok: true }));
    expect(await read).toEqual({ ok: true });
  });

  it.each([
    [400, "0x80048d19", "badRequest"],
    [404, "0x80040217", "notFound"],
    [500, "0x80040216", "server"],
    [401, "", "signedOut"],
  ])("does not repeat a read that ended in %d %s", async (status, code, kind) => {
    const { server, transport } = createBench();
    const read = errorOf(transport.get("a"));
    await answerNext(server, failure(status, code, "text"));
    expect(await read).toMatchObject({ kind, status, serverText: "text" });
    expect(server.requests).toHaveLength(1);
  });

  it("names the privilege that the server misses", async () => {
    const { server, transport } = createBench();
    const read = errorOf(transport.get("a"));
    const text = "Principal user is missing prvReadSolution privilege on OTC=7100";
    await answerNext(server, failure(403, "0x80040220", text, { "x-ms-service-request-id": "abc" }));
    expect(await read).toMatchObject({
      kind: "forbidden",
      privilege: "prvReadSolution",
      activityId: "abc",
      serverText: text,
    });
  });

  it("takes a page of status 200 in place of data for an ended session", async () => {
    const { server, transport } = createBench();
    const read = errorOf(transport.get("a"));
    await answerNext(server, new Response("<!DOCTYPE html><title>Sign in</title>"));
    expect(await read).toMatchObject({ kind: "signedOut" });
  });

  it("takes a redirect for an ended session and does not follow it", async () => {
    const { server, transport } = createBench();
    const read = errorOf(transport.get("a"));
    await answerNext(server, new Response(null, { status: 302, headers: { Location: "https://login.example" } }));
    expect(await read).toMatchObject({ kind: "signedOut", status: 302 });
    expect(server.requests).toHaveLength(1);
  });

  it("calls an answer that is neither JSON nor a page unreadable", async () => {
    const { server, transport } = createBench();
    const read = errorOf(transport.get("a"));
    await answerNext(server, new Response("{ half"));
    expect(await read).toMatchObject({ kind: "unreadable" });
  });

  it("gives up a try after its time is over, and aborts it", async () => {
    const { server, clock, transport } = createBench({ timeout: 5_000 });
    const read = errorOf(transport.get("a"));
    await clock.pass(5_000);
    expect(await read).toMatchObject({ kind: "timeout", outcomeUnknown: false });
    expect(server.requests[0]?.signal.aborted).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it("aborts the request under way when its signal aborts", async () => {
    const { server, clock, transport } = createBench();
    const abort = new AbortController();
    const read = errorOf(transport.get("a", { signal: abort.signal }));
    await settle();
    abort.abort();
    expect(await read).toMatchObject({ kind: "cancelled" });
    expect(server.requests[0]?.signal.aborted).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  it("stops waiting between two tries when the signal aborts", async () => {
    const { server, clock, transport } = createBench();
    const abort = new AbortController();
    const read = errorOf(transport.get("a", { signal: abort.signal }));
    await answerNext(server, failure(503, ""));
    abort.abort();
    expect(await read).toMatchObject({ kind: "cancelled" });
    expect(clock.pending()).toBe(0);
  });

  it("sends six requests at once and the rest in the order they came", async () => {
    const { server, transport } = createBench();
    const reads = Array.from({ length: 8 }, (_, index) => transport.get(`r${index}`));
    await settle();
    expect(server.requests).toHaveLength(6);
    server.open()[3]?.answer(json(null));
    await settle();
    expect(server.requests[6]?.url).toBe(`${API}r6`);
    server.open().forEach((request) => request.answer(json(null)));
    await settle();
    server.open().forEach((request) => request.answer(json(null)));
    await Promise.all(reads);
    expect(server.requests).toHaveLength(8);
  });

  it("never sends a request that is cancelled while it stands in line, and keeps the line moving", async () => {
    const { server, transport } = createBench({ concurrency: 1 });
    const abort = new AbortController();
    const first = transport.get("first");
    const second = errorOf(transport.get("second", { signal: abort.signal }));
    const third = transport.get("third");
    await settle();
    abort.abort();
    expect(await second).toMatchObject({ kind: "cancelled" });
    await answerNext(server, json(1));
    await answerNext(server, json(3));
    expect(await Promise.all([first, third])).toEqual([1, 3]);
    expect(server.requests.map(({ url }) => url)).toEqual([`${API}first`, `${API}third`]);
  });

  it("follows next links as they are given, with the same preferences, to the last page", async () => {
    const { server, transport } = createBench();
    const read = transport.getRows("t?$select=a", { pageSize: 2 });
    const link = `${API}t?$select=a&$skiptoken=%3Ccookie%20page='2'/%3E`;
    await answerNext(server, rows([{ a: 1 }, { a: 2 }], link));
    await answerNext(server, rows([{ a: 3 }]));
    expect(await read).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(server.requests[1]?.url).toBe(link);
    expect(server.requests[1]?.headers.Prefer).toBe("odata.maxpagesize=2");
  });

  it.each([
    "https://elsewhere.example/api/data/v9.2/t",
    "http://contoso.crm4.dynamics.com/api/data/v9.2/t",
    "//x.example/",
  ])("refuses the next link %s, which leaves the environment", async (link) => {
    const { server, transport } = createBench();
    const read = errorOf(transport.getRows("t"));
    await answerNext(server, rows([{}], link));
    expect(await read).toMatchObject({ kind: "unreadable", serverText: link });
    expect(server.requests).toHaveLength(1);
  });

  it("stops when the pages go in a circle", async () => {
    const { server, transport } = createBench();
    const read = errorOf(transport.getRows("t"));
    await answerNext(server, rows([{}], `${API}t`));
    expect(await read).toMatchObject({ kind: "unreadable" });
  });

  it.each([{}, { value: 1 }, { value: [1] }, null])("calls %j, which is no list of rows, unreadable", async (body) => {
    const { server, transport } = createBench();
    const read = errorOf(transport.getRows("t"));
    await answerNext(server, json(body));
    expect(await read).toMatchObject({ kind: "unreadable" });
  });

  it("reports each call when it begins and when it ends, with size, status and retries", async () => {
    const calls: unknown[] = [];
    const { server, clock, transport } = createBench({ onCall: (call) => calls.push(call) });
    const startedAt = new Date(clock.now());
    const read = transport.get("a?b=c");
    await answerNext(server, failure(503, ""));
    await clock.pass(1_000);
    await answerNext(server, new Response('"é"'));
    await read;
    const start = { id: 1, method: "GET", path: "/api/data/v9.2/a?b=c", startedAt, retries: 0 };
    const failed = JSON.stringify({ error: { code: "", message: "" } }).length;
    expect(calls).toEqual([start, { ...start, retries: 1, status: 200, bytes: failed + 4, duration: 1_000 }]);
  });
});
