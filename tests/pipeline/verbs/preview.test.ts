import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReleaseReportFile } from "../../../SolutionHealth/domain/releases/report/releaseReportFile";
import { runProgram } from "../../../Solutions/pipeline/program";
import { callerOf, importBytes } from "../../../sandbox/start/environment";
import { customizationsXml, patchedEverywhere, solutionXml, solutionZip } from "../../package/solutionZip";
import { fakeOutside, makeFolder } from "../fakes/fakeOutside";
import { type RunningSandbox, startSandbox } from "../fakes/sandbox";

let sandbox: RunningSandbox;
beforeEach(async () => (sandbox = await startSandbox()));
afterEach(() => sandbox.close());

const resource = (name: string, file: string): string =>
  `<WebResource><Name>${name}</Name><DisplayName>${name}</DisplayName><WebResourceType>3</WebResourceType>` +
  `<FileName>/WebResources/${file}</FileName></WebResource>`;

/** A managed package of scripts, by their contents. */
function scripts(name: string, version: string, contents: Readonly<Record<string, string>>, missing = ""): Uint8Array {
  const names = Object.keys(contents);
  const roots = names.map((one) => `<RootComponent type="61" schemaName="${one}" behavior="0" />`).join("");
  const files = Object.fromEntries(Object.entries(contents).map(([one, text]) => [`WebResources/${one}`, text]));
  const sections = `<WebResources>${names.map((one) => resource(one, one)).join("")}</WebResources>`;
  return solutionZip({
    "solution.xml": solutionXml({ name, roots, missing }).replace("1.2.3.4", version),
    "customizations.xml": customizationsXml(sections),
    ...files,
  });
}

const FIRST = scripts("Sample", "1.0.0.0", { con_a: "1", con_b: "2" });
const SECOND = scripts("Sample", "1.1.0.0", { con_a: "changed", con_c: "3" });

/** A managed package of one table. */
const TABLE = solutionZip({
  "solution.xml": solutionXml({
    name: "Tables",
    roots: '<RootComponent type="1" schemaName="con_order" behavior="0" />',
  }).replace("1.2.3.4", "1.0.0.0"),
  "customizations.xml": customizationsXml(
    '<Entities><Entity><Name LocalizedName="Order" OriginalName="Order">con_Order</Name><EntityInfo><entity Name="con_Order">' +
      '<LocalizedNames><LocalizedName description="Order" languagecode="1033" /></LocalizedNames><attributes /></entity>' +
      "</EntityInfo></Entity></Entities>",
  ),
});

interface Choice {
  readonly url?: string;
  readonly intercept?: (request: string) => Promise<Response> | undefined;
}

async function run(zips: Readonly<Record<string, Uint8Array>>, args: readonly string[] = [], choice: Choice = {}) {
  const workingDir = await makeFolder();
  for (const [name, bytes] of Object.entries(zips)) await writeFile(join(workingDir, name), bytes);
  const sent: string[] = [];
  const outside = fakeOutside({
    workingDir,
    fetch: (input, init) => {
      const request = `${init?.method ?? "GET"} ${input as string}`;
      if (!request.startsWith("GET") && !request.includes("$batch")) sent.push(request);
      return choice.intercept?.(request) ?? globalThis.fetch(input, init);
    },
  });
  const all = ["preview", ...Object.keys(zips), "--environment", choice.url ?? sandbox.url, ...args];
  const exitCode = await runProgram(all, "1.0.0", outside);
  return { exitCode, data: outside.data(), messages: outside.messages.join("\n"), sent };
}

const documentOf = (data: string): ReleaseReportFile => JSON.parse(data) as ReleaseReportFile;

describe("preview", () => {
  it("says what an upgrade would do, component by component, and sends nothing", async () => {
    importBytes(sandbox.environment, FIRST, "first.zip");
    const before = JSON.stringify(sandbox.environment.state);
    const { exitCode, data, sent } = await run({ "second.zip": SECOND }, ["--as", "upgrade", "--json"]);
    const document = documentOf(data);
    expect(document).toMatchObject({
      format: "solution-health/release-preview",
      formatVersion: 1,
      place: { url: sandbox.url },
      overwrite: false,
      order: { names: ["Sample"], cycles: [] },
      partial: false,
      verdict: { deletes: "yes", data: "no", hidden: "no", blocked: "no" },
    });
    const [one] = document.packages;
    expect(one).toMatchObject({ installed: { version: "1.0.0.0" }, way: "upgrade" });
    expect(one?.ways.upgrade.status).toBe("possible");
    expect(one?.package).toMatchObject({ fileName: "second.zip", size: SECOND.length, version: "1.1.0.0" });
    expect(
      new Map(one?.ways.upgrade.fates.map(({ component, fate }) => [`${component.type} ${component.key}`, fate])),
    ).toEqual(
      new Map([
        ["61 con_a", "changed"],
        ["61 con_b", "deleted"],
        ["61 con_c", "added"],
      ]),
    );
    expect([exitCode, sent]).toEqual([0, []]);
    expect(JSON.stringify(sandbox.environment.state)).toBe(before);
  });

  it("judges what is no patch as if it were one, and says so in its last words too", async () => {
    importBytes(sandbox.environment, FIRST, "first.zip");
    const { messages } = await run({ "second.zip": SECOND }, ["--as", "patch"]);
    expect(messages).toContain("Sample 1.1.0.0, patch, if it were one: ");
  });

  it("judges by the advised way without --as, and installs what is not here yet", async () => {
    const { data, exitCode } = await run({ "first.zip": FIRST }, ["--as", "upgrade", "--json"]);
    expect(documentOf(data).packages[0]).toMatchObject({ way: "install", verdict: { blocked: "no" } });
    expect(exitCode).toBe(0);
  });

  it("puts several packages in order", async () => {
    const missing =
      '<MissingDependency><Required type="61" schemaName="con_a" solution="Sample (1.0.0.0)" />' +
      '<Dependent type="61" schemaName="con_x" /></MissingDependency>';
    const dependent = scripts("Later", "1.0.0.0", { con_x: "x" }, missing);
    const { data } = await run({ "a-later.zip": dependent, "b-sample.zip": FIRST }, ["--json"]);
    expect(documentOf(data).order.names).toEqual(["Sample", "Later"]);
  });

  it.each([
    ["deletes", "upgrade", 1],
    ["deletes", "update", 0],
    ["data", "upgrade", 0],
    ["hidden", "update", 0],
    ["none", "upgrade", 0],
    ["data,deletes", "upgrade", 1],
  ])("with --fail-on %s, an %s ends with %d", async (conditions, way, expected) => {
    importBytes(sandbox.environment, FIRST, "first.zip");
    const { exitCode } = await run({ "second.zip": SECOND }, ["--as", way, "--fail-on", conditions]);
    expect(exitCode).toBe(expected);
  });

  it("with --fail-on hidden, ends with 1 where a customization hides what comes in", async () => {
    importBytes(sandbox.environment, FIRST, "first.zip");
    const script = sandbox.environment.state.components.find(({ key }) => key === "con_a");
    if (!script) throw new Error("not imported");
    sandbox.environment.customize(script.id, { content: "b3Ro" }, callerOf(sandbox.environment.state));
    const args = ["--as", "update", "--json", "--fail-on"];
    const { exitCode, data, messages } = await run({ "second.zip": SECOND }, [...args, "hidden"]);
    expect([exitCode, documentOf(data).verdict.hidden]).toEqual([1, "yes"]);
    expect(messages).toContain("Sample: changes would not be seen.");
    expect((await run({ "second.zip": SECOND }, [...args, "deletes,data,blocked"])).exitCode).toBe(0);
  });

  it("with --fail-on data, ends with 1 where a table goes with its rows, in whichever package", async () => {
    importBytes(sandbox.environment, TABLE, "table.zip");
    sandbox.environment.setRowCount("con_order", 12);
    const zips = { "a.zip": FIRST, "b.zip": scripts("Tables", "1.1.0.0", { con_t: "1" }) };
    const args = ["--as", "upgrade", "--fail-on", "data"];
    const { exitCode, data } = await run(zips, [...args, "--json"]);
    const { verdict, packages } = documentOf(data);
    expect([exitCode, verdict.data, packages.map((one) => one.verdict.data)]).toEqual([1, "yes", ["no", "yes"]]);
    expect(packages[1]?.ways.upgrade.data?.items).toMatchObject([
      { component: { typeName: "Entity", key: "con_order" }, kind: "rows", count: { status: "exact", count: 12 } },
    ]);
    sandbox.environment.setRowCount("con_order", 0);
    const empty = await run(zips, args);
    expect([empty.exitCode, empty.data]).toEqual([0, expect.stringContaining("- Order: rows: 0")]);
  });

  it("ends with 1 when the environment would refuse", async () => {
    importBytes(sandbox.environment, SECOND, "second.zip");
    const { exitCode, messages } = await run({ "first.zip": FIRST }, ["--as", "install"]);
    expect(exitCode).toBe(1);
    expect(messages).toContain("it would be refused");
  });

  it("speaks Markdown unless told otherwise, and HTML that shows names as they are", async () => {
    const odd = scripts("Sample", "1.0.0.0", { "con_&lt;b&gt;": "1" });
    const markdown = await run({ "odd.zip": odd });
    expect(markdown.data).toContain("# Release preview");
    expect(markdown.data).toContain("con\\_&lt;b&gt;");
    const html = await run({ "odd.zip": odd }, ["--html"]);
    expect(html.data).toMatch(/^<!doctype html>/);
    expect(html.data).toContain("con_&lt;b&gt;");
    expect(html.data).not.toContain("<b>");
    expect(html.data).not.toMatch(/<script|src=|href=/);
  });
});

describe("preview that cannot answer wholly", () => {
  it("ends with 7 when a part of a package cannot be read", async () => {
    const damaged = patchedEverywhere(FIRST, "WebResources/con_a", 16, 0x12345678);
    const { exitCode, data, messages } = await run({ "damaged.zip": damaged }, ["--json"]);
    expect(exitCode).toBe(7);
    expect(documentOf(data).packages[0]?.package.partial).toMatchObject([{ entry: "WebResources/con_a" }]);
    expect(messages).toContain("Not everything could be found out.");
  });

  it("ends with 7 when a part of the environment cannot be read", async () => {
    importBytes(sandbox.environment, FIRST, "first.zip");
    const intercept = (request: string): Promise<Response> | undefined =>
      request.includes("RetrieveProvisionedLanguages")
        ? Promise.resolve(
            new Response(JSON.stringify({ error: { code: "0x80040220", message: "No." } }), { status: 403 }),
          )
        : undefined;
    const { exitCode, data } = await run({ "second.zip": SECOND }, ["--json"], { intercept });
    expect(documentOf(data).unread).toMatchObject([{ what: "languages" }]);
    expect(exitCode).toBe(7);
  });
});

describe("preview of what cannot be previewed", () => {
  it.each([
    ["empty", new Uint8Array()],
    ["notZip", Buffer.from("no zip at all, however long it goes on")],
    ["damagedZip", FIRST.subarray(0, FIRST.length - 30)],
    ["brokenXml", solutionZip({ "customizations.xml": "<ImportExportXml>" })],
  ])("refuses a package that is %s before it connects", async (code, bytes) => {
    const { exitCode, data, messages } = await run({ "bad.zip": bytes }, ["--json"], { url: "http://127.0.0.1:9" });
    expect(exitCode).toBe(3);
    expect(JSON.parse(data)).toMatchObject({ error: { code, exitCode: 3 } });
    expect(messages).toContain("bad.zip");
  });

  it("refuses two packages of one solution", async () => {
    const { exitCode, messages } = await run({ "first.zip": FIRST, "second.zip": SECOND });
    expect([exitCode, messages]).toEqual([3, expect.stringContaining("both hold the solution Sample")]);
  });

  it("says that a file is missing", async () => {
    expect((await run({}, ["gone.zip"])).exitCode).toBe(3);
  });

  it("says that the environment cannot be reached", async () => {
    const { exitCode, data } = await run({ "first.zip": FIRST }, [], { url: "http://127.0.0.1:9" });
    expect([exitCode, data]).toEqual([5, ""]);
  });

  it.each([
    ["--as", "magic"],
    ["--fail-on", "everything"],
    ["--json", "--html"],
  ])("refuses %s %s", async (...args) => {
    expect((await run({ "first.zip": FIRST }, args)).exitCode).toBe(2);
  });

  it("documents its exit codes and its JSON", async () => {
    const { exitCode, data } = await run({}, ["--help"]);
    expect(exitCode).toBe(0);
    expect(data).toMatch(/7 +nothing of --fail-on is known to hold/);
    expect(data).toContain("formatVersion 1");
  });
});
