import { createTransport } from "../../SolutionHealth/dataverse/transport";
import { createFakeClock } from "./fakeClock";
import { API, BASE_URL, type FakeServer, type SentRequest, createAnsweringServer, failure } from "./fakeServer";

const LONG_PATH = `solutions?$filter=${"x".repeat(1_800)}`;

function partAnswer(status: number, body: string, headers: readonly string[] = [], outer = 200): Response {
  const lines = [
    "--batchresponse_1",
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    "",
    `HTTP/1.1 ${status} Whatever`,
    "Content-Type: application/json; odata.metadata=minimal",
    ...headers,
    "",
    body,
    "--batchresponse_1--",
    "",
  ];
  const contentType = "multipart/mixed; boundary=batchresponse_1";
  return new Response(lines.join("\r\n"), { status: outer, headers: { "Content-Type": contentType } });
}

const read = (
  path: string,
  answer: (request: SentRequest) => Response,
  maxTries = 1,
): [FakeServer, Promise<unknown>] => {
  const server = createAnsweringServer(answer);
  const transport = createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock: createFakeClock(), maxTries });
  return [server, transport.get(path, { pageSize: 5000 })];
};

describe("reading by way of a batch", () => {
  it("puts an address of more than 1,800 characters into a batch, headers and all", async () => {
    const [server, answer] = read(LONG_PATH, () => partAnswer(200, '{"value":[]}'));
    expect(await answer).toEqual({ value: [] });
    const [request] = server.requests;
    expect(request).toMatchObject({ url: `${API}$batch`, method: "POST" });
    const boundary = /boundary=(.+)$/.exec(request?.headers["Content-Type"] ?? "")?.[1];
    expect(request?.body?.split("\r\n")).toEqual([
      `--${boundary}`,
      "Content-Type: application/http",
      "Content-Transfer-Encoding: binary",
      "",
      `GET ${API}${LONG_PATH} HTTP/1.1`,
      "Accept: application/json",
      "OData-MaxVersion: 4.0",
      "OData-Version: 4.0",
      "If-None-Match: null",
      "Prefer: odata.maxpagesize=5000",
      "",
      "",
      `--${boundary}--`,
      "",
    ]);
  });

  it("tries a batch when the server finds a shorter address too long", async () => {
    const [server, answer] = read("a", ({ method }) =>
      method === "GET" ? new Response("<h1>414</h1>", { status: 414 }) : partAnswer(200, "5"),
    );
    expect(await answer).toBe(5);
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });

  it.each([200, 400])("gives the error of the part when the batch as a whole has status %d", async (outer) => {
    const body = JSON.stringify({ error: { code: "0x80040217", message: "No such row" } });
    const [, answer] = read(LONG_PATH, () => partAnswer(404, body, ["REQ_ID: r1"], outer));
    await expect(answer).rejects.toMatchObject({ kind: "notFound", serverText: "No such row", activityId: "r1" });
  });

  it("gives the error of the batch when that was refused as a whole", async () => {
    const [, answer] = read(LONG_PATH, () => failure(403, "0x80040220", "missing prvReadX"));
    await expect(answer).rejects.toMatchObject({ kind: "forbidden", privilege: "prvReadX" });
  });

  it("reads the wait out of a throttled part", async () => {
    const body = JSON.stringify({ error: { code: "0x80072326", message: "" } });
    const [, answer] = read(LONG_PATH, () => partAnswer(429, body, ["Retry-After: 9"]));
    await expect(answer).rejects.toMatchObject({ kind: "throttled", retryAfter: 9 });
  });

  it.each([
    ["no boundary", new Response("x", { headers: { "Content-Type": "text/plain" } })],
    ["no parts", new Response("--b--", { headers: { "Content-Type": 'multipart/mixed; boundary="b"' } })],
    [
      "no status line",
      new Response("--b\r\n\r\nx\r\n\r\n--b--", { headers: { "Content-Type": "multipart/mixed; boundary=b" } }),
    ],
  ])("calls a batch answer with %s unreadable", async (_, response) => {
    const [, answer] = read(LONG_PATH, () => response);
    await expect(answer).rejects.toMatchObject({ kind: "unreadable" });
  });

  it("takes line ends without carriage returns, too", async () => {
    const text = '--b\nContent-Type: application/http\n\nHTTP/1.1 200 OK\nOData-Version: 4.0\n\n{"a":1}\n--b--';
    const [, answer] = read(
      LONG_PATH,
      () => new Response(text, { headers: { "Content-Type": "multipart/mixed; boundary=b" } }),
    );
    expect(await answer).toEqual({ a: 1 });
  });
});
