import { getEventListeners } from "node:events";
import type { TransportOptions } from "../../SolutionHealth/dataverse/connection";
import { createTransport, type Transport } from "../../SolutionHealth/dataverse/transport";
import { createFakeClock, type FakeClock, settle } from "./fakeClock";
import { API, BASE_URL, createFakeServer, failure, type FakeServer, json } from "./fakeServer";

interface Bench {
  readonly server: FakeServer;
  readonly clock: FakeClock;
  readonly transport: Transport;
  readonly priorities: (string | undefined)[];
}

function createBench(options: Partial<TransportOptions> = {}): Bench {
  const server = createFakeServer();
  const clock = createFakeClock();
  const priorities: (string | undefined)[] = [];
  const fetch: FakeServer["fetch"] = (url, init) => {
    priorities.push(init.priority);
    return server.fetch(url, init);
  };
  return { server, clock, priorities, transport: createTransport({ baseUrl: BASE_URL, clock, ...options, fetch }) };
}

const background = (transport: Transport, count: number, signal?: AbortSignal): Promise<unknown>[] =>
  Array.from({ length: count }, (_unused, index) => {
    const read = transport.get(`b${index}`, { lane: "background", ...(signal && { signal }) });
    read.catch(() => undefined);
    return read;
  });

const pathsOf = (requests: readonly { readonly url: string }[]): string[] =>
  requests.map(({ url }) => url.slice(API.length));

/** Answers everything that is open, 340 ms later. @returns how much that was */
async function answerRound({ server, clock }: Bench): Promise<number> {
  await clock.pass(340);
  const open = server.open();
  open.forEach((request) => request.answer(json(1)));
  await settle();
  return open.length;
}

/** Answers round after round. @returns how much was open in each */
async function roundsOf(bench: Bench, count: number): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < count) seen.push(await answerRound(bench));
  return seen;
}

describe("lanes", () => {
  it("lets the background grow from 6 to 24 at once", async () => {
    const bench = createBench();
    void background(bench.transport, 100);
    expect(await roundsOf(bench, 5)).toEqual([6, 12, 24, 24, 24]);
  });

  it("sends what the page asks for at once, however many reads of the background wait", async () => {
    const bench = createBench();
    void background(bench.transport, 100);
    await roundsOf(bench, 3);
    const pages = Array.from({ length: 7 }, (_unused, index) => bench.transport.get(`p${index}`));
    await settle();
    const open = pathsOf(bench.server.open());
    expect(open.filter((path) => path.startsWith("p"))).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
    expect(open).toHaveLength(24 + 6);
    await answerRound(bench);
    await answerRound(bench);
    expect(await Promise.all(pages)).toHaveLength(7);
  });

  it("never keeps the page waiting for the budget that the background waits for", async () => {
    const bench = createBench();
    const slow = bench.transport.get("slow");
    await bench.clock.pass(100_000);
    bench.server.open().forEach((request) => request.answer(json(1)));
    await slow;
    for (let each = 0; each < 2; each += 1) {
      const more = bench.transport.get("slow");
      await bench.clock.pass(100_000);
      bench.server.open().forEach((request) => request.answer(json(1)));
      await more;
    }
    // Three times 100 s within 300 s leave plenty; a whole load of them does not.
    const load = Array.from({ length: 6 }, () => bench.transport.get("slow"));
    await bench.clock.pass(100_000);
    bench.server.open().forEach((request) => request.answer(json(1)));
    await Promise.all(load);
    const [read] = background(bench.transport, 1);
    const page = bench.transport.get("page");
    await settle();
    expect(pathsOf(bench.server.open())).toEqual(["page"]);
    await answerRound(bench);
    await page;
    await bench.clock.pass(200_000);
    expect(pathsOf(bench.server.open())).toEqual(["b0"]);
    await answerRound(bench);
    expect(await read).toBe(1);
  });

  it("tells the browser that reads of the background come last, and nothing of the kind for the page", async () => {
    const { transport, priorities } = createBench();
    void background(transport, 1);
    transport.getMany(["a", "b"], { lane: "background" }).catch(() => undefined);
    transport.get("page").catch(() => undefined);
    await settle();
    expect(priorities.sort()).toEqual(["low", "low", undefined]);
  });

  it("waits Retry-After after a refusal, and goes on half as wide with retries in the same line", async () => {
    const bench = createBench();
    const reads = background(bench.transport, 100);
    await roundsOf(bench, 2);
    const sent = bench.server.requests.length;
    const refused = bench.server.open();
    expect(refused).toHaveLength(24);
    refused.forEach((request) => request.answer(failure(429, "0x80072326", "", { "Retry-After": "20" })));
    await bench.clock.pass(19_999);
    expect(bench.server.requests).toHaveLength(sent);
    await bench.clock.pass(1);
    expect(await roundsOf(bench, 8)).toEqual([12, 12, 12, 12, 12, 12, 10, 0]);
    expect(await Promise.all(reads)).toHaveLength(100);
    // Each of them twice and no more: the refused ones.
    expect(bench.server.requests).toHaveLength(100 + 24);
  });

  it("takes a burst of refusals for one, and the next after the rest for another", async () => {
    const bench = createBench();
    void background(bench.transport, 100);
    await roundsOf(bench, 2);
    for (const expected of [12, 6, 3, 1, 1]) {
      bench.server
        .open()
        .forEach((request) => request.answer(failure(429, "0x80072321", "", { "Retry-After": "200" })));
      await bench.clock.pass(200_000);
      expect(bench.server.open()).toHaveLength(expected);
    }
  });

  it("holds the page back as well while the server asks for rest", async () => {
    const bench = createBench();
    void background(bench.transport, 1);
    await settle();
    bench.server.open()[0]?.answer(failure(429, "0x80072322", "", { "Retry-After": "5" }));
    await settle();
    bench.transport.get("page").catch(() => undefined);
    await bench.clock.pass(4_999);
    expect(bench.server.requests).toHaveLength(1);
    await bench.clock.pass(1);
    expect(pathsOf(bench.server.requests).slice(1).sort()).toEqual(["b0", "page"]);
  });

  it("rests a second at least where the server gives no time", async () => {
    const bench = createBench();
    void background(bench.transport, 1);
    await settle();
    bench.server.open()[0]?.answer(failure(429, "0x80072326", "", { "Retry-After": "0" }));
    await bench.clock.pass(999);
    expect(bench.server.requests).toHaveLength(1);
    await bench.clock.pass(1);
    expect(bench.server.requests).toHaveLength(2);
  });

  it("lets others go on while one waits for its next try", async () => {
    const bench = createBench({ concurrency: 1 });
    const first = bench.transport.get("first");
    const second = bench.transport.get("second");
    await settle();
    bench.server.open()[0]?.answer(failure(503, ""));
    await settle();
    expect(pathsOf(bench.server.open())).toEqual(["second"]);
    await answerRound(bench);
    await bench.clock.pass(1_000);
    await answerRound(bench);
    expect(await Promise.all([first, second])).toEqual([1, 1]);
  });

  it("sends what was refused before what was not sent yet", async () => {
    const bench = createBench();
    void background(bench.transport, 10);
    await settle();
    bench.server
      .open()
      .slice(0, 2)
      .forEach((request) => request.answer(failure(429, "0x80072326", "", { "Retry-After": "1" })));
    await bench.clock.pass(1);
    bench.server.open().forEach((request) => request.answer(json(1)));
    await bench.clock.pass(1_000);
    expect(pathsOf(bench.server.open())).toEqual(["b0", "b1", "b6"]);
  });

  it("takes all out of the line on cancel, with one listener on a signal that a hundred reads share", async () => {
    const bench = createBench();
    const abort = new AbortController();
    const reads = background(bench.transport, 100, abort.signal);
    await roundsOf(bench, 2);
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(1);
    abort.abort();
    const ends = await Promise.allSettled(reads);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(18);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ kind: "cancelled" });
    expect(bench.server.requests).toHaveLength(18 + 24);
    expect(bench.clock.pending()).toBe(0);
  });

  it("rests after a refused part of a batch before the part is sent again", async () => {
    const bench = createBench();
    const read = bench.transport.getMany(["a", "b"], { lane: "background" });
    await settle();
    const part = (status: number, headers: string, body: unknown): string =>
      `--x\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 ${status} x\r\n${headers}\r\n\r\n${JSON.stringify(body)}\r\n`;
    const refusal = part(429, "Retry-After: 9", { error: { code: "0x80072321", message: "" } });
    const body = `${part(200, "Content-Type: application/json", { v: 1 })}${refusal}--x--\r\n`;
    const headers = { "Content-Type": "multipart/mixed; boundary=x" };
    bench.server.open()[0]?.answer(new Response(body, { headers }));
    await bench.clock.pass(8_999);
    expect(bench.server.requests).toHaveLength(1);
    await bench.clock.pass(1);
    expect(pathsOf(bench.server.open())).toEqual(["b"]);
    await answerRound(bench);
    expect(await read).toEqual([
      { status: "read", body: { v: 1 } },
      { status: "read", body: 1 },
    ]);
  });
});
