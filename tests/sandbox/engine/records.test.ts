import { XMLParser } from "fast-xml-parser";
import { PackageError } from "../../../SolutionHealth/package/errors";
import { Bench, faultOf, guid, part, solutionPackage, table, webResource } from "./handMade";

const rowsOf = (bench: Bench) =>
  bench.environment.state.history.map((row) => [
    row.operation,
    row.suboperation,
    row.uniqueName,
    row.version,
    row.result,
  ]);

describe("solution history", () => {
  it("tells install, update and uninstall apart (§5.1)", () => {
    const bench = new Bench();
    bench.import({ name: "A" });
    bench.import({ name: "A", version: "1.1" }, { overwrite: true });
    bench.uninstall("A");
    expect(rowsOf(bench)).toEqual([
      [0, 1, "A", "1.0.0.0", true],
      [0, 3, "A", "1.1", true],
      [1, 0, "A", "1.1", true],
    ]);
    expect(bench.environment.state.history[1]).toMatchObject({
      overwriteCustomizations: true,
      status: 1,
      managed: true,
    });
  });

  it("writes several rows for an upgrade with one correlation id", () => {
    const bench = new Bench();
    bench.import({ name: "A" });
    bench.import({ name: "A_Patch_1", version: "1.0.1" });
    bench.upgrade({ name: "A", version: "2.0" });
    const rows = bench.environment.state.history.slice(2);
    expect(rows.map((row) => [row.operation, row.suboperation, row.uniqueName, row.version, row.patch])).toEqual([
      [0, 2, "A_Upgrade", "2.0", false],
      [1, 2, "A_Patch_1", "1.0.1", true],
      [1, 2, "A", "1.0.0.0", false],
    ]);
    expect(new Set(rows.map((row) => row.correlationId)).size).toBe(1);
  });

  it("keeps the activity of the caller, times and the error of a failed operation", () => {
    const bench = new Bench();
    bench.import({ name: "A" });
    const { caller } = bench;
    const request = bench.request(solutionPackage({ name: "A", version: "0.9" }));
    const fault = faultOf(() => bench.environment.stageAndUpgrade(request, caller));
    expect(bench.environment.state.history.at(-1)).toMatchObject({
      uniqueName: "A_Upgrade",
      result: false,
      status: 1,
      errorCode: "0x80048541",
      exceptionMessage: fault.message,
      activityId: caller.activityId,
      correlationId: caller.correlationId,
    });
  });

  it("has a row for a refused uninstall and for a refused apply", () => {
    const bench = new Bench();
    bench.import({ name: "A" });
    faultOf(() => bench.uninstall("Default"));
    faultOf(() => bench.promote("A"));
    expect(rowsOf(bench).slice(1)).toEqual([
      [1, 0, "Default", "1.0", false],
      [1, 2, "A", "1.0.0.0", false],
    ]);
  });
});

interface Node {
  readonly [name: string]: Node | Node[] | string | undefined;
}

function dataOf(bench: Bench): Node {
  const data = bench.environment.state.importJobs.at(-1)?.data;
  return (new XMLParser({ ignoreAttributes: false }).parse(data as string) as { importexportxml: Node })
    .importexportxml;
}

describe("import job", () => {
  it("is written under the client's id with a result for the manifest and each component", () => {
    const bench = new Bench();
    const solution = bench.import(
      {
        name: "A",
        components: [
          table("con_t", {}, { displayName: 'A "quoted" <name> & more' }),
          part(9, "con_o"),
          part(371, "con_x"),
        ],
      },
      { jobId: guid(5) },
    );
    expect(bench.environment.state.importJobs.at(-1)).toMatchObject({
      importjobid: guid(5),
      solutionname: "A",
      solutionid: solution.id,
      progress: 100,
    });
    const data = dataOf(bench);
    const result = { "@_result": "success", "@_errorcode": "0" };
    expect(data).toMatchObject({
      solutionManifests: { solutionManifest: { UniqueName: "A", result } },
      entities: { entity: { "@_LocalizedName": 'A "quoted" <name> & more', result } },
      optionSets: { optionSet: { "@_id": "con_o", result } },
      rootComponents: { rootComponent: { "@_id": "con_x", result } },
    });
  });

  it("names the component at fault and stops below 100", () => {
    const bench = new Bench();
    bench.import({ name: "Work", managed: false, components: [part(92, guid(1))] });
    faultOf(() => bench.import({ name: "A", components: [part(92, guid(1)), part(92, guid(2))] }));
    const nodes = (dataOf(bench).SdkMessageProcessingSteps as Node).SdkMessageProcessingStep as Node[];
    expect(nodes.map((node) => (node.result as Node | undefined)?.["@_errorcode"])).toEqual(["0x8004F016", undefined]);
    expect(nodes.map((node) => node["@_processed"])).toEqual(["true", "false"]);
    expect(bench.environment.state.importJobs.at(-1)?.progress).toBeLessThan(100);
  });

  it("puts a failure that belongs to no component on the manifest", () => {
    const bench = new Bench();
    faultOf(() => bench.import({ name: "A", packageVersion: "99.0", components: [webResource("con_/a.js")] }));
    expect(dataOf(bench)).toMatchObject({
      solutionManifests: { solutionManifest: { result: { "@_result": "failure", "@_errorcode": "0x80048068" } } },
      webResources: { webResource: { "@_processed": "false" } },
    });
  });

  it.each([
    ["empty", "0x80048060"],
    ["notZip", "0x80048060"],
    ["missingEntry", "0x80048060"],
    ["unsafePath", "0x80048060"],
    ["tooLarge", "0x80048060"],
    ["brokenXml", "0x8004802C"],
    ["forbiddenXml", "0x8004802C"],
    ["notSolution", "0x8004802C"],
  ] as const)("is all that a zip leaves which cannot be read (%s)", (code, expected) => {
    const bench = new Bench({
      read: () => {
        throw new PackageError(code, "why", "solution.xml");
      },
    });
    const fault = faultOf(() => bench.import({ name: "A" }));
    expect(fault.code).toBe(expected);
    expect(fault.message).toContain("why (solution.xml)");
    expect(bench.environment.state.history).toEqual([]);
    expect(bench.environment.state.importJobs).toHaveLength(1);
    expect(bench.environment.state.importJobs[0]).toMatchObject({ solutionname: null, progress: 0 });
  });

  it("reports a defect of its own as the platform's unspecific error", () => {
    const bench = new Bench({
      read: () => {
        throw new Error("boom");
      },
    });
    expect(faultOf(() => bench.import({ name: "A" }))).toMatchObject({ code: "0x80040216", status: 500 });
  });
});
