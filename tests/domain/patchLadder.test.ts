import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import { patchLadder, type PatchLadder } from "../../SolutionHealth/domain/solutions/patchLadder";
import { toFamilies } from "../../SolutionHealth/domain/solutions/solutionFamilies";
import { solution } from "./rollbacks/rollbackFacts";

const base = solution("A", { version: "1.0.0.0", installedOn: new Date(1) });
const first = solution("A_Patch_1", { parentId: "A", version: "1.0.9.0", installedOn: new Date(3) });
const second = solution("A_Patch_2", { parentId: "A", version: "1.0.10.0", installedOn: new Date(2) });

const operation = (solutionUniqueName: string, more: Partial<SolutionOperation> = {}): SolutionOperation => ({
  id: `${solutionUniqueName} ${more.operation ?? "Import"}`,
  solutionUniqueName,
  solutionName: solutionUniqueName,
  version: "1.0.1.0",
  publisherName: "contoso",
  operation: "Import",
  suboperation: "New",
  status: "completed",
  result: "succeeded",
  startedOn: new Date(10),
  endedOn: new Date(11),
  ...more,
});

const keys = (...names: string[]): ReadonlySet<string> => new Set(names);

function ladder(
  solutions: readonly InstalledSolution[],
  components: Parameters<typeof patchLadder>[2] = new Map(),
  history?: readonly SolutionOperation[],
): PatchLadder {
  const [family] = toFamilies(solutions);
  if (!family) throw new Error("no family");
  return patchLadder(family, solutions, components, history);
}

describe("patchLadder", () => {
  it("puts the base at the bottom and patches in the order of their versions, as numbers", () => {
    const { rungs, orphaned } = ladder([base, second, first]);
    expect(rungs.map(({ solution: { uniqueName }, role }) => [uniqueName, role])).toEqual([
      ["A", "base"],
      ["A_Patch_1", "patch"],
      ["A_Patch_2", "patch"],
    ]);
    expect(orphaned).toBe(false);
  });

  it("says what each touches, what is its own, and what lies over it", () => {
    const held = new Map([
      ["A", keys("a", "b")],
      ["A_Patch_1", keys("b", "c")],
      ["A_Patch_2", keys("b", "c", "d")],
    ]);
    const [bottom, lower, top] = ladder([base, first, second], held).rungs;
    expect(bottom).toMatchObject({ touches: 2, alone: 1, superseded: "partly" });
    expect(lower).toMatchObject({ touches: 2, alone: 0, superseded: "wholly", coveredBy: [{ components: 2 }] });
    expect(top).toMatchObject({ touches: 3, alone: 1, superseded: "no", coveredBy: [] });
  });

  it("does not say what was not read", () => {
    const [, lower, top] = ladder([base, first, second], new Map([["A_Patch_1", keys("b")]])).rungs;
    expect(lower).toMatchObject({ touches: 1, superseded: "unknown" });
    expect(lower).not.toHaveProperty("alone");
    expect(top).not.toHaveProperty("touches");
  });

  it("marks a patch that was installed after one of a higher version", () => {
    expect(ladder([base, first, second]).rungs.map(({ outOfOrder }) => outOfOrder)).toEqual([false, true, false]);
  });

  it("knows from the history which patches an upgrade took in, and which were taken back", () => {
    const { gone } = ladder([base], new Map(), [
      operation("A_Patch_7"),
      operation("A_Patch_8", { startedOn: new Date(5) }),
      operation("A_Patch_8", { operation: "Uninstall", startedOn: new Date(20), endedOn: new Date(21) }),
      operation("A_Patch_9", { result: "failed" }),
      operation("A", { suboperation: "Upgrade", startedOn: new Date(30), endedOn: new Date(31) }),
      operation("B_Patch_1"),
    ]);
    expect(gone.map(({ uniqueName, how }) => [uniqueName, how])).toEqual([
      ["A_Patch_8", "uninstalled"],
      ["A_Patch_7", "rolledUp"],
    ]);
  });

  it("knows an orphan", () => {
    expect(ladder([first])).toMatchObject({ orphaned: true, rungs: [{ role: "patch" }] });
  });

  it("says what to do about a staged upgrade (§1.4)", () => {
    const held = (version: string, ...history: SolutionOperation[]) =>
      ladder([base, solution("A_Upgrade", { version })], new Map(), history).held.map(({ advice }) => advice);
    expect(held("2.0.0.0")).toEqual(["apply"]);
    expect(held("2.0.0.0", operation("A", { result: "failed" }))).toEqual(["uninstall"]);
    expect(held("1.0.0.0")).toEqual(["uninstall"]);
    expect(held("2.0.0.0", operation("A", { status: "running", result: "running" }))).toEqual(["wait"]);
  });
});
