import { parseXml, type XmlElement } from "../../../SolutionHealth/package/xml";
import type { JobFailure, LostAnswer, OperationTroubles } from "../../../sandbox/server/operationTroubles";
import type { Row } from "../../../sandbox/store/model";
import type { PackageText } from "../engine/handMade";
import { Bench, guid, part, solutionPackage, webResource } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

let web: WebServer;
beforeEach(() => {
  web = new WebServer(new Bench({ finalProgress: 92.5 }));
});
afterEach(() => web.stop());

const JOB = guid(500);
const base64 = (text: PackageText) => Buffer.from(web.bench.zip(solutionPackage(text))).toString("base64");
const body = (content: Row, more: Row = {}): Row => ({
  OverwriteUnmanagedCustomizations: false,
  PublishWorkflows: true,
  ImportJobId: JOB,
  ...content,
  ...more,
});

const send = (text: PackageText, more: Row = {}, action = "ImportSolutionAsync") =>
  web.post(action, body({ CustomizationFile: base64(text) }, more));

const troubled = (troubles: Partial<OperationTroubles>) =>
  web.start({ troubles: { failures: [], lostAnswers: {}, ...troubles } });

const FLOW = part(29, guid(1), {
  id: guid(1),
  displayName: "Notify",
  properties: { category: 5, statecode: 1 },
  references: [{ type: "connectionreference", key: "con_mail" }],
});
const OPEN: PackageText = {
  name: "App",
  components: [
    webResource("con_a.js"),
    FLOW,
    part("connectionreference", "con_mail", { name: "con_Mail", properties: { connectorid: "/apis/mail" } }),
    part(380, "con_url", { name: "con_Url", properties: { schemaname: "con_Url" } }),
    part(380, "con_set", { name: "con_Set", properties: { schemaname: "con_Set", defaultvalue: "d" } }),
  ],
};
const VALUES = [
  {
    "@odata.type": "Microsoft.Dynamics.CRM.connectionreference",
    connectionreferencelogicalname: "con_Mail",
    connectionid: "c1",
  },
  { "@odata.type": "Microsoft.Dynamics.CRM.environmentvariablevalue", schemaname: "con_Url", value: "v" },
];

/** Every component's row of the report: whether it was processed, and its result. */
async function report(): Promise<(readonly [name: string, processed: string, result: string | undefined])[]> {
  const row = (await web.get(`importjobs(${JOB})?$select=data`)).body;
  const rows: (readonly [string, string, string | undefined])[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      const result = child.child("result");
      const processed = child.attribute("processed");
      if (processed !== undefined) {
        rows.push([child.attribute("LocalizedName") ?? "", processed, result?.attribute("result")]);
      }
      walk(child);
    }
  };
  walk(parseXml(row.data as string, "data"));
  return rows;
}

describe("what an import leaves open", () => {
  it("is told by StageSolution, by the report and by its result, each as a warning", async () => {
    await web.start();
    const staged = (await web.post("StageSolution", { CustomizationFile: base64(OPEN) })).body;
    const { StageSolutionStatus: status, SolutionValidationResults: told } = staged.StageSolutionResults as Row;
    expect(status).toBe("Passed");
    expect((told as Row[]).map((row) => row.SolutionValidationResultType)).toEqual(["Info", "Info"]);
    await send(OPEN);
    web.clock.advance(JOB_DURATION);
    const result = (await web.get(`RetrieveSolutionImportResult(ImportJobId=${JOB})`)).body
      .SolutionOperationResult as Row;
    expect(result).toMatchObject({ Status: "Passed", ErrorMessages: [] });
    expect(result.WarningMessages).toEqual([
      expect.stringContaining("'Notify' needs a connection for the connection reference 'con_mail'"),
      expect.stringContaining("'con_Mail' has no connection"),
      expect.stringContaining("'con_Url' has neither a value nor a default value"),
    ]);
    expect((await report()).filter(([, , outcome]) => outcome === "warning")).toHaveLength(3);
    const formatted = (await web.get(`RetrieveFormattedImportJobResults(ImportJobId=${JOB})`)).body.FormattedResults;
    expect(formatted).toContain("<Workbook");
    expect(formatted).toContain("'con_Mail' has no connection");
    expect((await web.get(`RetrieveFormattedImportJobResults(ImportJobId=${guid(9)})`)).status).toBe(404);
  });

  it("leaves out a variable whose value the package brings", async () => {
    await web.start();
    const value = part(381, "con_url", { name: "con_Url", properties: { value: "https://contoso.com" } });
    const brings = { ...OPEN, components: [...(OPEN.components ?? []), value] };
    const staged = (await web.post("StageSolution", { CustomizationFile: base64(brings) })).body;
    const told = (staged.StageSolutionResults as Row).SolutionValidationResults as Row[];
    expect(told.map(({ Message }) => Message)).toEqual([expect.stringContaining("'con_Mail' has no connection")]);
  });

  it("is nothing where connections and values come along, and those take effect", async () => {
    await web.start();
    await send(OPEN, { ComponentParameters: VALUES });
    web.clock.advance(JOB_DURATION);
    const result = (await web.get(`RetrieveSolutionImportResult(ImportJobId=${JOB})`)).body.SolutionOperationResult;
    expect(result).toMatchObject({ WarningMessages: [] });
    expect((await web.rows("connectionreferences"))[0]).toMatchObject({ connectionid: "c1" });
    expect((await web.rows("environmentvariablevalues"))[0]).toMatchObject({ value: "v" });
  });

  it("a succeeded import's progress may end below 100", async () => {
    await web.start();
    await send({ name: "App" });
    web.clock.advance(JOB_DURATION);
    expect((await web.get(`importjobs(${JOB})`)).body).toMatchObject({ progress: 92.5 });
  });
});

describe("StageSolution tells what an import would be refused for", () => {
  const resultsOf = async (text: PackageText): Promise<readonly [unknown, Row[]]> => {
    const answer = (await web.post("StageSolution", { CustomizationFile: base64(text) })).body;
    const results = answer.StageSolutionResults as Row;
    return [results.StageSolutionStatus, results.SolutionValidationResults as Row[]];
  };
  const code = (hex: string) => Number.parseInt(hex, 16) | 0;

  it.each<[string, PackageText, string]>([
    ["an unmanaged package over a managed solution", { name: "App", version: "2.0", managed: false }, "0x80048041"],
    ["another publisher's package of that name", { name: "App", version: "2.0", publisher: "fabrikam" }, "0x8004801C"],
    ["a package of a newer platform", { name: "New", packageVersion: "10.0" }, "0x80048068"],
    ["a package of CRM 2011", { name: "Old", packageVersion: null }, "0x80048066"],
    ["a version that is none", { name: "New", version: "1.x" }, "0x8004F01E"],
    ["a patch without its base", { name: "None_Patch_1", version: "1.0.1.0" }, "0x80048540"],
    ["a patch of another version", { name: "App_Patch_9", version: "1.1.0.0" }, "0x8004F01E"],
    [
      "another publisher's change of what may not be changed",
      {
        name: "Other",
        publisher: "fabrikam",
        components: [webResource("con_locked.js", { displayname: "x" })],
      },
      "0x8004F032",
    ],
    [
      "a component that an installed solution lacks",
      {
        name: "Needy",
        missing: [
          {
            required: { type: 61, schemaName: "con_none.js", solution: "App (1.0)" },
            dependent: { type: 61, schemaName: "x" },
          },
        ],
      },
      "0x8004801D",
    ],
  ])("%s", async (_what, text, hex) => {
    web.bench.import({ name: "App", components: [webResource("con_locked.js", { iscustomizable: false })] });
    await web.start();
    const before = JSON.stringify(web.bench.environment.state.components);
    const [status, results] = await resultsOf(text);
    expect(status).toBe("Failed");
    expect(results).toMatchObject([{ SolutionValidationResultType: "Error", ErrorCode: code(hex) }]);
    expect(JSON.stringify(web.bench.environment.state.components)).toBe(before);
    // What staging says is what the import then ends in: job, import job and history agree.
    const answer = await send(text);
    web.clock.advance(JOB_DURATION);
    expect((await web.get(`asyncoperations(${answer.body.AsyncOperationId as string})`)).body).toMatchObject({
      statuscode: 31,
      errorcode: code(hex),
    });
    expect(web.bench.environment.state.history.at(-1)).toMatchObject({ status: 1, result: false, errorCode: hex });
    expect((await report()).filter(([, , result]) => result === "failure")).toHaveLength(1);
    expect(
      await web.rows(`solutions?$filter=uniquename eq '${text.name}' and version eq '${text.version ?? "1.0.0.0"}'`),
    ).toHaveLength(text.name === "App" && text.version === undefined ? 1 : 0);
  });

  it("a lower version and a pending upgrade are doubts: only some ways are refused for them", async () => {
    web.bench.import({ name: "App", version: "1.5" });
    web.bench.import({ name: "App", version: "1.6" }, { holding: true });
    await web.start();
    const [status, results] = await resultsOf({ name: "App", version: "1.4" });
    expect(status).toBe("Passed");
    expect(results.map((row) => [row.SolutionValidationResultType, row.ErrorCode])).toEqual([
      ["Warning", code("0x80048541")],
      ["Warning", expect.any(Number)],
    ]);
  });

  it("an upload is imported by its id; one that is unknown or too old is not there", async () => {
    await web.start({ habits: { stagedUploadLifetime: 60_000 } });
    const staged = (await web.post("StageSolution", { CustomizationFile: base64({ name: "App" }) })).body;
    const id = (staged.StageSolutionResults as Row).StageSolutionUploadId as string;
    const by = (upload: string, job: string) =>
      web.post(
        "ImportSolutionAsync",
        body({ SolutionParameters: { StageSolutionUploadId: upload } }, { ImportJobId: job }),
      );
    expect((await by(guid(9), guid(501))).status).toBe(404);
    expect((await by(id, guid(502))).status).toBe(200);
    web.clock.advance(JOB_DURATION);
    expect(web.bench.environment.store.solutionNamed("App")).toBeDefined();
    web.clock.advance(120_000);
    const late = await by(id, guid(503));
    expect([late.status, late.body.error?.code]).toEqual([404, "0x80040217"]);
  });
});

describe("imports that break off", () => {
  const codes = [
    "0x80048033",
    "0x80048034",
    "0x8004803A",
    "0x80048067",
    "0x80048069",
    "0x8004806A",
    "0x80160000",
    "0x80040216",
  ];

  it.each(codes)("with %s: job, history and import job tell the same, and nothing is changed", async (hex) => {
    await troubled({ failures: [{ job: "import", at: 0.6, code: hex, message: `It failed with ${hex}.` }] });
    const answer = await send({ name: "App", components: [webResource("con_a.js"), webResource("con_b.js")] });
    web.clock.advance(JOB_DURATION * 0.6);
    const message = `It failed with ${hex}.`;
    expect((await web.get(`asyncoperations(${answer.body.AsyncOperationId as string})`)).body).toMatchObject({
      statecode: 3,
      statuscode: 31,
      errorcode: Number.parseInt(hex, 16) | 0,
      message,
    });
    const history = web.bench.environment.state.history.filter((row) => row.uniqueName === "App");
    expect(history).toMatchObject([{ status: 1, result: false, errorCode: hex, exceptionMessage: message }]);
    expect((await web.get(`importjobs(${JOB})`)).body).toMatchObject({ progress: 60, solutionname: "App" });
    expect(web.bench.environment.state.components).toEqual([]);
    const result = (await web.get(`RetrieveSolutionImportResult(ImportJobId=${JOB})`)).body.SolutionOperationResult;
    expect(result).toMatchObject({ Status: "Failed", ErrorMessages: [message] });
  });

  it("at a component: those before it are done, those after it are not processed", async () => {
    const failure: JobFailure = {
      at: 0.6,
      code: "0x80160000",
      message: "Custom Controls",
      place: { type: 61, key: "con_b.js" },
    };
    await troubled({ failures: [failure] });
    await send({ name: "App", components: ["a", "b", "c"].map((name) => webResource(`con_${name}.js`)) });
    web.clock.advance(JOB_DURATION);
    expect((await report()).filter(([name]) => name.startsWith("con_"))).toEqual([
      ["con_a.js", "true", "success"],
      ["con_b.js", "true", "failure"],
      ["con_c.js", "false", undefined],
    ]);
  });

  it("before their import job appears: none is left behind", async () => {
    await troubled({ failures: [{ at: 0.2, code: "0x80040216", message: "No." }] });
    await send({ name: "App" });
    web.clock.advance(JOB_DURATION);
    expect((await web.get(`importjobs(${JOB})`)).status).toBe(404);
    expect(web.bench.environment.state.history).toMatchObject([{ status: 1, result: false }]);
  });

  it("an upgrade in one step breaks off like an import", async () => {
    web.bench.import({ name: "App" });
    await troubled({ failures: [{ job: "stageAndUpgrade", at: 0.7, code: "0x80048033", message: "No." }] });
    await send({ name: "App", version: "2.0" }, {}, "StageAndUpgradeAsync");
    web.clock.advance(JOB_DURATION);
    expect((await web.get(`importjobs(${JOB})`)).body).toMatchObject({ importcontext: "ImportHolding", progress: 70 });
    expect(web.bench.environment.state.history.at(-1)).toMatchObject({ uniqueName: "App_Upgrade", result: false });
    expect(web.bench.environment.state.solutions.filter(({ uniqueName }) => uniqueName.startsWith("App"))).toHaveLength(
      1,
    );
  });
});

describe("answers that are lost", () => {
  const actions = (): Readonly<Record<string, () => Promise<unknown>>> => ({
    "POST StageSolution": () =>
      web.post("StageSolution", { CustomizationFile: base64({ name: "App", version: "2.0" }) }),
    "POST ImportSolutionAsync": () => send({ name: "App", version: "2.0" }),
    "POST StageAndUpgradeAsync": () => send({ name: "App", version: "2.0" }, {}, "StageAndUpgradeAsync"),
    "POST DeleteAndPromoteAsync": () => web.post("DeleteAndPromoteAsync", { UniqueName: "App" }),
  });
  const names = [
    "POST StageSolution",
    "POST ImportSolutionAsync",
    "POST StageAndUpgradeAsync",
    "POST DeleteAndPromoteAsync",
  ];

  const arrange = async (name: string, answer: LostAnswer): Promise<void> => {
    web.bench.import({ name: "App" });
    if (name.includes("DeleteAndPromote")) web.bench.import({ name: "App", version: "2.0" }, { holding: true });
    await troubled({ lostAnswers: { [name]: answer } });
    await expect(actions()[name]?.()).rejects.toThrow("fetch failed");
    web.clock.advance(JOB_DURATION);
  };
  const reached = (name: string): boolean => {
    const { stagedUploads } = web.bench.environment.state;
    if (name.includes("StageSolution")) return stagedUploads.length > 0;
    return web.bench.environment.store.solutionNamed("App")?.version === "2.0";
  };

  it.each(names)("%s: cut, it was carried out all the same", async (name) => {
    await arrange(name, { how: "cut" });
    expect(reached(name)).toBe(true);
  });

  it.each(names)("%s: dropped, nothing came of it, and the next one goes through", async (name) => {
    await arrange(name, { how: "dropped", times: 1 });
    expect(reached(name)).toBe(false);
    await actions()[name]?.();
    web.clock.advance(JOB_DURATION);
    expect(reached(name)).toBe(true);
  });
});

describe("jobs that take their time", () => {
  it("a slow one ends as many times later", async () => {
    await troubled({ delays: [{ job: "import", times: 4 }] });
    const { body: answer } = await send({ name: "App" });
    const state = async () => (await web.get(`asyncoperations(${answer.AsyncOperationId as string})`)).body.statecode;
    web.clock.advance(JOB_DURATION * 3);
    expect(await state()).toBe(2);
    web.clock.advance(JOB_DURATION);
    expect(await state()).toBe(3);
  });

  it("a stuck one keeps its progress, the lock and its Started row", async () => {
    await troubled({ delays: [{ stuckAt: 0.6 }] });
    const { body: answer } = await send({ name: "App" });
    web.clock.advance(JOB_DURATION * 100);
    expect((await web.get(`asyncoperations(${answer.AsyncOperationId as string})`)).body).toMatchObject({
      statecode: 2,
    });
    expect((await web.get(`importjobs(${JOB})`)).body).toMatchObject({ progress: 60, completedon: null });
    expect(web.bench.environment.state.history).toMatchObject([{ status: 0, result: null }]);
    expect((await send({ name: "Other" }, { ImportJobId: guid(600) })).body.error?.code).toBe("0x80071151");
  });
});
