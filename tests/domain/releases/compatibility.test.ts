import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import type { IncomingManifest } from "../../../SolutionHealth/domain/releases/incomingPackage";
import type { ReleaseFacts } from "../../../SolutionHealth/domain/releases/releaseFacts";
import { solutionOf } from "../../../SolutionHealth/domain/releases/requirementFindings";
import { solution } from "../rollbacks/rollbackFacts";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import { pack, previewOf, releaseFacts } from "./releaseSamples";

const findings = (
  manifest: Partial<IncomingManifest>,
  solutions: readonly InstalledSolution[] = [],
  facts: Partial<ReleaseFacts> = {},
) =>
  previewOf({ package: pack([], manifest), facts: { solutions, ...facts } }).findings.map(
    ({ id, severity, code, ways }) => `${id} ${severity} ${code ?? "-"} ${ways.length}`,
  );

const version = (build: string): Partial<ReleaseFacts> => ({
  environment: { organizationId: "o", name: "Org", kind: "production", version: build },
});

const patchOf = (base: string, more: Partial<IncomingManifest> = {}): Partial<IncomingManifest> => ({
  uniqueName: `${base}_Patch_1a`,
  version: "1.0.1.0",
  ...more,
});

describe("package against environment", () => {
  it.each<[string, Partial<IncomingManifest>, Partial<ReleaseFacts>, string[]]>([
    ["fits", {}, {}, []],
    ["is older", { packageVersion: "9.0" }, {}, []],
    ["is newer", { packageVersion: "9.3" }, {}, ["packageTooNew blocker 0x80048068 5"]],
    [
      "is newer by number, not by letter",
      { packageVersion: "9.10" },
      version("9.9.0.0"),
      ["packageTooNew blocker 0x80048068 5"],
    ],
    ["is of 2011", { packageVersion: "5.0" }, {}, ["packageTooOld blocker 0x80048066 5"]],
    ["cannot be compared", {}, version(""), ["packageVersionUnknown warning - 5"]],
    ["comes from a newer service update", { exporterVersion: "9.2.9.9" }, {}, ["exporterNewer warning - 5"]],
    ["comes from the same build", { exporterVersion: "9.2.1.1" }, {}, []],
    ["speaks a language that is off", { languageCode: 1031 }, {}, ["languageMissing warning - 5"]],
    ["speaks one that is on", { languageCode: 1033 }, {}, []],
    ["bears a name of the platform", { uniqueName: "Default" }, {}, ["restricted blocker 0x8004F007 5"]],
    ["is unmanaged", { managed: false }, {}, ["unmanagedPackage info - 5"]],
    [
      "meets an operation",
      {},
      { running: [{ kind: "import", name: "Import X" }] },
      ["operationRunning warning 0x80071151 5"],
    ],
  ])("%s", (_name, manifest, facts, expected) => {
    expect(findings(manifest, [], facts)).toEqual(expected);
  });

  it("a package without its own version is of 2011", () => {
    const { packageVersion: _version, ...rest } = pack().manifest;
    const preview = previewOf({ package: { ...pack(), manifest: rest } });
    expect(preview.findings.map(({ id }) => id)).toEqual(["packageTooOld"]);
  });

  it("operations that nobody could read are not taken for none", () => {
    const { running: _running, ...facts } = releaseFacts({ package: pack() });
    const [preview] = previewRelease(facts, { overwrite: false }).packages;
    expect(preview?.findings.map(({ id }) => id)).toEqual(["operationsUnknown"]);
  });
});

describe("package against the installed solution", () => {
  it.each<[string, Partial<IncomingManifest>, Partial<InstalledSolution>, string[]]>([
    ["higher", { version: "1.0.0.1" }, {}, []],
    ["higher by number", { version: "1.10" }, { version: "1.9.0.0" }, []],
    ["equal", { version: "1.0" }, {}, ["versionEqual warning - 1", "versionEqual blocker 0x80048541 2"]],
    ["lower", { version: "0.9" }, {}, ["versionLower warning - 1", "versionLower blocker 0x80048541 2"]],
    ["managed over unmanaged", {}, { managed: false }, ["managedOverUnmanaged blocker 0x80048040 5"]],
    [
      "unmanaged over managed",
      { managed: false },
      {},
      ["unmanagedPackage info - 5", "unmanagedOverManaged blocker 0x80048041 5"],
    ],
    [
      "another publisher",
      { publisher: { uniqueName: "fabrikam", names: [], prefix: "fab" } },
      {},
      ["publisherDiffers blocker 0x8004801C 5"],
    ],
  ])("%s", (_name, manifest, installed, expected) => {
    expect(findings(manifest, [solution("A", installed)])).toEqual(expected);
  });

  it("a pending upgrade refuses another one, and lies over an update", () => {
    expect(findings({}, [solution("A"), solution("A_Upgrade", { version: "2.0" })])).toEqual([
      "pendingUpgrade blocker 0x80048033 2",
      "pendingUpgrade warning - 2",
    ]);
  });
});

describe("patches", () => {
  const base = solution("A");
  const installed = (name: string, number: string): InstalledSolution =>
    solution(name, { version: number, parentId: "A" });
  it.each<[string, Partial<IncomingManifest>, InstalledSolution[], string[]]>([
    ["fits", {}, [base], []],
    ["without its base", {}, [], ["patchBaseMissing blocker 0x80048540 1"]],
    [
      "of a patch",
      { parentSolution: { uniqueName: "A_Patch_9" } },
      [base, installed("A_Patch_9", "1.0.0.1")],
      ["patchBaseMissing blocker 0x80048540 1"],
    ],
    ["of an unmanaged base", {}, [solution("A", { managed: false })], ["patchBaseUnmanaged blocker 0x80048540 1"]],
    ["of another minor version", { version: "1.1.0.0" }, [base], ["patchVersion blocker 0x8004F01E 1"]],
    ["not above its base", { version: "1.0.0.0" }, [base], ["patchVersion blocker 0x8004F01E 1"]],
    ["below another patch", {}, [base, installed("A_Patch_9", "1.0.2.0")], ["patchNotHigher blocker 0x80061771 1"]],
    ["above another patch", {}, [base, installed("A_Patch_9", "1.0.0.5")], []],
    ["that is here", {}, [base, installed("A_Patch_1a", "1.0.1.0")], ["patchInstalled blocker 0x80061771 1"]],
  ])("%s", (_name, more, solutions, expected) => {
    expect(findings(patchOf("A", more), solutions)).toEqual(expected);
  });

  it("cannot be made of a base that was taken back below its patches", () => {
    const solutions = [solution("A", { version: "0.9.0.0" }), installed("A_Patch_9", "1.0.1.0")];
    expect(findings({}, solutions)).toEqual(["patchNotHigher blocker 0x80061771 1"]);
  });

  it("know one way only", () => {
    const { ways } = previewOf({ package: pack([], patchOf("A")), facts: { solutions: [base] } });
    expect(Object.values(ways).map(({ status, notApplicable }) => notApplicable ?? status)).toEqual([
      "isPatch",
      "isPatch",
      "isPatch",
      "isPatch",
      "possible",
    ]);
  });
});

describe("the solution that a required component comes from", () => {
  it.each([
    ["Sales (1.2.3.4)", "Sales"],
    ["  Sales  (1.2.3.4)  ", "Sales"],
    ["Active", "Active"],
    ["A (B) C", "A (B) C"],
    ["(1.0)", ""],
    ["Open (1.0", "Open (1.0"],
  ])("%j is %j", (solution, name) => {
    expect(solutionOf({ solution })).toBe(name);
  });

  it("is read at once however many blanks its name has", () => {
    expect(solutionOf({ solution: `a${" ".repeat(1_000_000)}b` })).toHaveLength(1_000_002);
  });
});
