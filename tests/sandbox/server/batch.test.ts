import { WebServer } from "./webServer";

const web = new WebServer();

beforeEach(() => web.start());
afterAll(() => web.stop());

const part = (line: string, headers = "") =>
  `--b\r\nContent-Type: application/http\r\n\r\n${line} HTTP/1.1\r\n${headers}\r\n`;
const send = (body: string, headers: Record<string, string> = {}) =>
  web.send("POST", "$batch", { headers: { "Content-Type": 'multipart/mixed; boundary="b"', ...headers }, body });
const statuses = (text: string) => [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map((match) => Number(match[1]));

describe("$batch", () => {
  it("answers parts in the order of the requests", async () => {
    const paths = ["WhoAmI", "/api/data/v9.2/RetrieveVersion()", `${web.origin}/api/data/v9.2/solutions/$count`];
    const { status, text } = await send(`${paths.map((path) => part(`GET ${path}`)).join("")}--b--`);
    expect([status, statuses(text)]).toEqual([200, [200, 200, 200]]);
    const places = ["WhoAmIResponse", "RetrieveVersionResponse", "text/plain"].map((name) => text.indexOf(name));
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(places).not.toContain(-1);
  });

  it("stops at the first error", async () => {
    const { text } = await send(`${part("GET nosuch")}${part("GET WhoAmI")}--b--`);
    expect(statuses(text)).toEqual([404]);
  });

  it("goes on after an error when asked to", async () => {
    const { text } = await send(`${part("GET nosuch")}${part("GET WhoAmI")}--b--`, {
      Prefer: "odata.continue-on-error",
    });
    expect(statuses(text)).toEqual([404, 200]);
  });

  it("takes URLs far beyond the limit of plain requests, and refuses those beyond 64 KB", async () => {
    const get = (length: number) => part(`GET solutions?$filter=uniquename%20eq%20'${"x".repeat(length)}'`);
    const { text } = await send(`${get(20_000)}${get(70_000)}--b--`);
    expect(statuses(text)).toEqual([200, 414]);
  });

  it("honours the headers of a part", async () => {
    const { text } = await send(`${part("GET solutions", "Prefer: odata.maxpagesize=1\r\n")}--b--`);
    expect(text).toContain("@odata.nextLink");
  });

  it("refuses more than 1,000 parts", async () => {
    expect((await send(`${part("GET WhoAmI").repeat(1001)}--b--`)).status).toBe(400);
  });

  it("refuses GET inside a change set", async () => {
    const set = `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\r\n\r\n--c--\r\n`;
    expect((await send(`${set}--b--`)).status).toBe(400);
  });

  it("runs the one change of a change set", async () => {
    const set = `--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nPOST PublishAllXml HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{}\r\n--c--\r\n`;
    const { text } = await send(`${set}--b--`);
    expect(statuses(text)).toEqual([204]);
    expect(text).toContain("Content-ID: 1");
  });

  it("refuses a batch inside a batch", async () => {
    const { text } = await send(`${part("POST $batch")}--b--`);
    expect(statuses(text)).toEqual([400]);
  });

  it.each([
    "",
    "no boundary here",
    "--b\r\nContent-Type: text/plain\r\n\r\nGET x HTTP/1.1\r\n--b--",
    part("GET WhoAmI"),
  ])("refuses the malformed body %j with 400", async (body) => {
    expect((await send(body)).status).toBe(400);
  });
});
