import { WebServer } from "./webServer";

const web = new WebServer();
const API = "/api/data/v9.2/WhoAmI";

beforeEach(() => web.start());
afterAll(() => web.stop());

describe("guards", () => {
  it("answers under 127.0.0.1 and localhost with its port", async () => {
    for (const name of ["127.0.0.1", "localhost"]) {
      expect(await web.raw("GET", API, { Host: `${name}:${web.port}` })).toBe(200);
    }
  });

  it.each(["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"])(
    "refuses the host %s with 421",
    async (host) => {
      expect(await web.raw("GET", API, { Host: host })).toBe(421);
    },
  );

  it.each(["http://evil.example", "null", "https://127.0.0.1"])("refuses the origin %s with 403", async (origin) => {
    expect(await web.raw("GET", API, { Host: `127.0.0.1:${web.port}`, Origin: origin })).toBe(403);
  });

  it("lets its own pages in", async () => {
    const headers = { Host: `127.0.0.1:${web.port}`, Origin: web.origin, "Sec-Fetch-Site": "same-origin" };
    expect(await web.raw("GET", API, headers)).toBe(200);
  });

  it("refuses reads that another site's page makes", async () => {
    const headers = { Host: `127.0.0.1:${web.port}`, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors" };
    expect(await web.raw("GET", API, headers)).toBe(403);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "refuses a change sent as %s",
    async (type) => {
      const answer = await web.send("POST", "PublishAllXml", { headers: { "Content-Type": type }, body: "{}" });
      expect(answer.status).toBe(415);
    },
  );
});

describe("limits", () => {
  it("answers 414 with a page, not JSON, to a URL over the limit", async () => {
    const answer = await web.get(`solutions?$filter=uniquename eq '${"x".repeat(3000)}'`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([414, expect.stringContaining("text/html")]);
  });

  it("refuses a body over the limit with 413", async () => {
    await web.start({ bodyLimit: 100 });
    expect((await web.post("StageSolution", { CustomizationFile: "A".repeat(200) })).status).toBe(413);
  });

  it("ignores a page size above its own limit", async () => {
    await web.start({ pageSize: 2 });
    const { body } = await web.get("solutions", { Prefer: "odata.maxpagesize=9000" });
    expect(body.value).toHaveLength(2);
    expect(body["@odata.nextLink"]).toEqual(expect.any(String));
  });
});

describe("service protection", () => {
  it("answers 429 with 0x80072322 and Retry-After beyond the number of requests, until the window has passed", async () => {
    await web.start({ throttle: 3 / 6000 });
    for (let request = 0; request < 3; request++) expect((await web.get("WhoAmI")).status).toBe(200);
    const refused = await web.get("WhoAmI");
    expect([refused.status, refused.body.error?.code]).toEqual([429, "0x80072322"]);
    expect(refused.headers.get("retry-after")).toBe("300");
    web.clock.advance(301_000);
    expect((await web.get("WhoAmI")).status).toBe(200);
  });

  it("answers 429 with 0x80072326 to too many requests at once", async () => {
    // A fiftieth of the limits: 120 requests, one at a time. The first waits for a clock that stands still.
    await web.start({ throttle: 1 / 50, latency: 1000 });
    const first = web.get("WhoAmI");
    const second = await Promise.race([first, web.get("WhoAmI")]);
    expect(second.body.error?.code).toBe("0x80072326");
    web.clock.advance(1000);
    expect((await first).status).toBe(200);
  });

  it("answers 429 with 0x80072321 beyond the combined execution time", async () => {
    await web.start({ throttle: 1 / 50, latency: 30_000 });
    const first = web.get("WhoAmI");
    await expect(Promise.race([first, web.get("WhoAmI")])).resolves.toMatchObject({ status: 429 });
    web.clock.advance(30_000);
    await first;
    expect((await web.get("WhoAmI")).body.error?.code).toBe("0x80072321");
  });
});

describe("host", () => {
  it("hands over everything outside the Web API", async () => {
    await web.start({
      host: (_request, response, url) => {
        response.end(`host ${url.pathname}`);
        return Promise.resolve(true);
      },
    });
    expect((await web.get(`${web.origin}/main.aspx`)).text).toBe("host /main.aspx");
    expect((await web.get("WhoAmI")).body).toHaveProperty("UserId");
  });

  it("answers 404 where the host has nothing", async () => {
    expect((await web.get(`${web.origin}/nothing`)).status).toBe(404);
  });
});
