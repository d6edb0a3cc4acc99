import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import { gonePatches } from "../../SolutionHealth/domain/solutions/gonePatches";
import { day, operation, solution } from "./solutionSamples";

const BASE = solution("base");
const PATCH = "base_Patch_1a";

const imported = operation(PATCH, { startedOn: day(2), endedOn: day(2), version: "1.0.1.0", patch: true });

const removed = (name: string, change: Partial<SolutionOperation> = {}): SolutionOperation =>
  operation(name, { operation: "Uninstall", suboperation: "None", startedOn: day(5), endedOn: day(6), ...change });

const gone = (...history: SolutionOperation[]) =>
  gonePatches(BASE, [BASE], history).map(({ uniqueName, how, on }) => [uniqueName, how, on]);

describe("gonePatches", () => {
  it("calls a patch uninstalled where the last word is its own uninstall", () => {
    expect(gone(imported, removed(PATCH, { patch: true }))).toEqual([[PATCH, "uninstalled", day(6)]]);
  });

  it("calls it rolled up where an upgrade of the base removed it", () => {
    const correlationId = "c";
    const upgraded = [
      operation("base_Upgrade", { suboperation: "Upgrade", startedOn: day(5), correlationId }),
      removed(PATCH, { suboperation: "Upgrade", patch: true, correlationId }),
      removed("base", { suboperation: "Upgrade", correlationId }),
    ];
    expect(gone(imported, ...upgraded)).toEqual([[PATCH, "rolledUp", day(6)]]);
  });

  it("calls it rolled up where applying a staged upgrade removed it, by rows without a common id", () => {
    expect(gone(imported, removed(PATCH, { suboperation: "Upgrade", patch: true }))).toEqual([
      [PATCH, "rolledUp", day(6)],
    ]);
  });

  it("takes the first upgrade after its import where that wrote no row for it", () => {
    const upgrade = (on: number) =>
      operation("base", { suboperation: "Upgrade", startedOn: day(on), endedOn: day(on + 1) });
    expect(gone(upgrade(1), imported, upgrade(4), upgrade(8))).toEqual([[PATCH, "rolledUp", day(5)]]);
  });

  it("does not take an upgrade that failed", () => {
    const failed = operation("base", { suboperation: "Upgrade", result: "failed", startedOn: day(4) });
    expect(gone(imported, failed)).toEqual([[PATCH, "unknown", undefined]]);
  });

  it("says that it went with its base, with and without a row of its own", () => {
    expect(gone(imported, removed("base"))).toEqual([[PATCH, "withBase", day(6)]]);
    const correlationId = "c";
    const rows = [removed(PATCH, { patch: true, correlationId }), removed("base", { correlationId })];
    expect(gone(imported, ...rows)).toEqual([[PATCH, "withBase", day(6)]]);
  });

  it("does not guess where nothing in the history removed it", () => {
    const update = operation("base", { suboperation: "Update", startedOn: day(4) });
    expect(gone(imported, update)).toEqual([[PATCH, "unknown", undefined]]);
  });

  it("names neither those still installed nor those whose import failed", () => {
    const installed = solution("base_Patch_2b", { parentId: "base" });
    const failed = operation("base_Patch_3c", { result: "failed", startedOn: day(3), patch: true });
    const history = [operation("base_Patch_2b", { startedOn: day(2) }), failed];
    expect(gonePatches(BASE, [BASE, installed], history)).toEqual([]);
  });
});
