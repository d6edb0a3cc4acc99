import { createTransport } from "../../SolutionHealth/dataverse/transport";
import { createFakeClock } from "./fakeClock";
import { BASE_URL, createAnsweringServer, failure, json, type SentRequest } from "./fakeServer";

const part = (status: number, body: unknown): string =>
  [
    "--b",
    "Content-Type: application/http",
    "",
    `HTTP/1.1 ${status} x`,
    "Content-Type: application/json",
    "",
    JSON.stringify(body),
    "",
  ].join("\r\n");

const parts = (...list: readonly string[]): Response =>
  new Response(`${list.join("")}--b--\r\n`, { headers: { "Content-Type": "multipart/mixed; boundary=b" } });

const PATHS = ["a", "b", "c"];

async function many(answer: (request: SentRequest) => Response, paths = PATHS) {
  const server = createAnsweringServer(answer);
  const clock = createFakeClock();
  const transport = createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock, maxTries: 2 });
  const items = transport.getMany(paths);
  items.catch(() => undefined);
  await clock.pass(60_000);
  return {
    items: await items,
    asked: server.requests.map(({ method, url }) => `${method} ${url.slice(url.lastIndexOf("/") + 1)}`),
    server,
  };
}

const isBatch = ({ url }: SentRequest): boolean => url.endsWith("$batch");

describe("reading several addresses at once", () => {
  it("sends one batch that goes on after errors, and answers in the order asked", async () => {
    const { items, server } = await many(() =>
      parts(part(200, { v: 1 }), part(404, { error: { code: "0x80040217", message: "gone" } }), part(200, { v: 3 })),
    );
    expect(items).toMatchObject([
      { status: "read", body: { v: 1 } },
      { status: "failed", error: { kind: "notFound", code: "0x80040217" } },
      { status: "read", body: { v: 3 } },
    ]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers.Prefer).toBe("odata.continue-on-error");
    expect(server.requests[0]?.body?.match(/^GET .*\/(.) HTTP/gm)).toHaveLength(3);
  });

  it("reads by itself what the batch left out", async () => {
    const { items, asked } = await many((request) =>
      isBatch(request) ? parts(part(200, { v: 1 })) : json({ alone: true }),
    );
    expect(items.map((item) => item.status === "read" && item.body)).toEqual([
      { v: 1 },
      { alone: true },
      { alone: true },
    ]);
    expect(asked).toEqual(["POST $batch", "GET b", "GET c"]);
  });

  it("reads by itself a part that met a passing fault", async () => {
    const { items, asked } = await many((request) =>
      isBatch(request) ? parts(part(200, {}), part(503, {}), part(200, {})) : json({ alone: true }),
    );
    expect(items.every(({ status }) => status === "read")).toBe(true);
    expect(asked).toEqual(["POST $batch", "GET b"]);
  });

  it("reads all by themselves where batches are refused", async () => {
    const { items, asked } = await many((request) => (isBatch(request) ? failure(400, "0x80040216") : json({})));
    expect(items.every(({ status }) => status === "read")).toBe(true);
    expect(asked).toHaveLength(4);
  });

  it("sends no batch for one address, and nothing for none", async () => {
    expect((await many(() => json({}), ["a"])).asked).toEqual(["GET a"]);
    expect(await many(() => json({}), [])).toMatchObject({ items: [], asked: [] });
  });

  it("sends a throttled batch again, since it only reads", async () => {
    let tries = 0;
    const { items } = await many(() => {
      tries += 1;
      if (tries === 1) return failure(429, "0x80072322", "", { "Retry-After": "1" });
      return parts(part(200, {}), part(200, {}), part(200, {}));
    });
    expect([tries, items.length]).toEqual([2, 3]);
  });

  it("fails as a whole when the session has ended", async () => {
    await expect(many(() => failure(401, ""))).rejects.toMatchObject({ kind: "signedOut" });
  });
});

describe("functions that write, and updates", () => {
  const send = async (answer: () => Response | Error, write: "callOnce" | "patch") => {
    const server = createAnsweringServer((request) => {
      const given = answer();
      if (given instanceof Error) request.fail(given);
      return given instanceof Error ? undefined : given;
    });
    const transport = createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock: createFakeClock() });
    const result = write === "patch" ? transport.patch("systemforms(1)", { name: "a" }) : transport.callOnce("F(a=1)");
    return {
      server,
      error: await result.then(
        () => undefined,
        (error: unknown) => error,
      ),
    };
  };

  it("are kept out of caches", async () => {
    const { server } = await send(() => json({}), "callOnce");
    expect(server.requests[0]).toMatchObject({
      method: "GET",
      headers: { "Cache-Control": "no-cache", "If-None-Match": "null" },
    });
  });

  it("never create a row that is not there", async () => {
    const { server } = await send(() => new Response(null, { status: 204 }), "patch");
    expect(server.requests[0]).toMatchObject({ method: "PATCH", headers: { "If-Match": "*" }, body: '{"name":"a"}' });
  });

  it.each(["callOnce", "patch"] as const)("are sent once whatever happens: %s", async (write) => {
    for (const answer of [() => failure(503, ""), () => failure(429, "0x80072322"), () => new TypeError("lost")]) {
      const { server, error } = await send(answer, write);
      expect(server.requests).toHaveLength(1);
      expect(error).toMatchObject({ name: "DataverseError" });
    }
    expect((await send(() => new TypeError("lost"), write)).error).toMatchObject({ outcomeUnknown: true });
    expect((await send(() => failure(400, "0x80048d19"), write)).error).toMatchObject({ outcomeUnknown: false });
  });
});
