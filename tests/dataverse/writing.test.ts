import { createTransport } from "../../SolutionHealth/dataverse/transport";
import { createFakeClock, settle } from "./fakeClock";
import { API, BASE_URL, createFakeServer, failure, json } from "./fakeServer";

function createBench() {
  const server = createFakeServer();
  const clock = createFakeClock();
  const transport = createTransport({
    baseUrl: `${BASE_URL}/`,
    fetch: server.fetch,
    clock,
    timeout: 1_000,
    concurrency: 1,
  });
  return { server, clock, transport };
}

describe("transport, writing", () => {
  it("posts JSON and gives the answer", async () => {
    const { server, transport } = createBench();
    const write = transport.post("ImportSolutionAsync", { OverwriteUnmanagedCustomizations: false });
    await settle();
    server.open()[0]?.answer(json({ ImportJobKey: "k" }));
    expect(await write).toEqual({ ImportJobKey: "k" });
    expect(server.requests[0]).toMatchObject({
      url: `${API}ImportSolutionAsync`,
      method: "POST",
      body: '{"OverwriteUnmanagedCustomizations":false}',
      headers: { "Content-Type": "application/json; charset=utf-8" },
    });
  });

  it("ends without a value when there is no body to the answer", async () => {
    const { server, transport } = createBench();
    const write = transport.delete("solutions(1)");
    await settle();
    server.open()[0]?.answer(new Response(null, { status: 204 }));
    expect(await write).toBeUndefined();
    expect(server.requests[0]?.headers).not.toHaveProperty("Content-Type");
  });

  it.each([
    ["a broken connection", new TypeError("Failed to fetch")],
    ["a gateway's page", new Response("<html></html>", { status: 504 })],
    ["an answer cut short", new Response("{")],
  ])("is sent once and says that the outcome is unknown after %s", async (_, outcome) => {
    const { server, transport } = createBench();
    const write = expect(transport.post("a", {})).rejects.toMatchObject({ outcomeUnknown: true });
    await settle();
    if (outcome instanceof Response) server.open()[0]?.answer(outcome);
    else server.open()[0]?.fail(outcome);
    await write;
    expect(server.requests).toHaveLength(1);
  });

  it("says that the outcome is unknown when no answer came in time", async () => {
    const { server, clock, transport } = createBench();
    const write = expect(transport.delete("solutions(1)", { timeout: 9_000 })).rejects.toMatchObject({
      kind: "timeout",
      outcomeUnknown: true,
    });
    await clock.pass(8_999);
    expect(server.open()).toHaveLength(1);
    await clock.pass(1);
    await write;
  });

  it.each([
    [429, "0x80071151", "locked"],
    [429, "0x80072322", "throttled"],
    [503, "0x80040216", "server"],
    [400, "0x80048541", "badRequest"],
  ])("is not repeated after %d %s, and its outcome is known: refused", async (status, code, kind) => {
    const { server, clock, transport } = createBench();
    const write = expect(transport.post("a", {})).rejects.toMatchObject({ kind, code, outcomeUnknown: false });
    await settle();
    server.open()[0]?.answer(failure(status, code));
    await write;
    await clock.pass(60_000);
    expect(server.requests).toHaveLength(1);
  });

  it("has taken no effect when it is cancelled in line", async () => {
    const { server, transport } = createBench();
    void transport.get("before");
    const abort = new AbortController();
    const write = expect(transport.post("a", {}, { signal: abort.signal })).rejects.toMatchObject({
      kind: "cancelled",
      outcomeUnknown: false,
    });
    abort.abort();
    await write;
    expect(server.requests).toHaveLength(1);
  });

  it("may have taken effect when it is cancelled under way", async () => {
    const { transport } = createBench();
    const abort = new AbortController();
    const write = expect(transport.post("a", {}, { signal: abort.signal })).rejects.toMatchObject({
      kind: "cancelled",
      outcomeUnknown: true,
    });
    await settle();
    abort.abort();
    await write;
  });
});
