import { HISTORY_LIMIT } from "../../SolutionHealth/domain/history/historyIndex";
import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";
import { arrangeSolutions } from "../../SolutionHealth/domain/solutions/arrangeSolutions";
import type { SolutionAssessment } from "../../SolutionHealth/domain/solutions/assessment";
import { day, operation, solution } from "./solutionSamples";

function assessmentOf(
  name: string,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[] | undefined,
): SolutionAssessment {
  const rows = arrangeSolutions(solutions, history).flatMap(({ base, below }) => [base, ...below]);
  const row = rows.find((candidate) => candidate.solution.uniqueName === name);
  if (!row) throw new Error(`No row ${name}`);
  return row.assessment;
}

const short = ({ state, reasons }: SolutionAssessment): string => [state, ...reasons.map(({ kind }) => kind)].join(" ");
const A = solution("A");
const staged = solution("A_Upgrade", { version: "2.0" });
const patch = (name: string, change: Partial<InstalledSolution>): InstalledSolution =>
  solution(name, { parentId: "A", ...change });

describe("the state of a solution", () => {
  it.each<[string, SolutionOperation[] | undefined, string]>([
    ["unknown when the history could not be read", undefined, "unknown historyUnread"],
    ["without problem when nothing speaks against it", [], "noProblemFound"],
    ["a problem when the last operation failed", [operation("a", { result: "failed" })], "problem lastOperationFailed"],
    [
      "running while an operation runs",
      [operation("A", { result: "running", status: "running" })],
      "running operationRunning",
    ],
    [
      "unknown when the last operation has no result",
      [operation("A", { result: "unknown" })],
      "unknown lastOperationUnclear",
    ],
    [
      "that of the newest operation, in whatever order they come",
      [operation("A", { result: "failed", startedOn: day(1) }), operation("A", { startedOn: day(2) })],
      "noProblemFound",
    ],
    ["untouched by other solutions' failures", [operation("B", { result: "failed" })], "noProblemFound"],
  ])("is %s", (_, history, expected) => {
    expect(short(assessmentOf("A", [A], history))).toBe(expected);
  });

  it("is a problem on base and _Upgrade row while an upgrade waits to be applied", () => {
    expect(short(assessmentOf("A", [A, staged], []))).toBe("problem upgradeWaiting");
    expect(short(assessmentOf("A_Upgrade", [A, staged], []))).toBe("problem upgradeWaiting");
  });

  it("says that the _Upgrade row is left over when the last operation on either failed", () => {
    const history = [
      operation("A", { startedOn: day(1) }),
      operation("A_Upgrade", { startedOn: day(2), result: "failed" }),
    ];
    expect(short(assessmentOf("A", [A, staged], history))).toBe("problem lastOperationFailed upgradeLeftOver");
  });

  it("takes the _Upgrade row for part of an upgrade that is under way", () => {
    const history = [operation("A_Upgrade", { result: "running", status: "running" })];
    expect(short(assessmentOf("A", [A, staged], history))).toBe("running operationRunning");
  });

  it("names a waiting upgrade as the problem even when the history could not be read", () => {
    expect(short(assessmentOf("A", [A, staged], undefined))).toBe("problem upgradeWaiting historyUnread");
  });

  it.each<[string, InstalledSolution, string]>([
    ["an _Upgrade row without its base", solution("B_Upgrade"), "problem upgradeWithoutBase"],
    ["a patch without its base", solution("P", { parentId: "gone" }), "problem patchWithoutBase"],
    ["a patch that its base has overtaken", patch("P", { version: "1.0" }), "problem patchSuperseded"],
    ["a patch of another minor version", patch("P", { version: "1.1.0.0" }), "problem patchVersionMismatch"],
    ["a patch as it should be", patch("P", { version: "1.0.0.1" }), "noProblemFound"],
  ])("is right for %s", (_, row, expected) => {
    expect(short(assessmentOf(row.uniqueName, [A, row], []))).toBe(expected);
  });

  it("is a problem of the lower patch when that was installed after the higher one", () => {
    const [low, high] = [
      patch("L", { version: "1.0.1", installedOn: day(2) }),
      patch("H", { version: "1.0.2", installedOn: day(1) }),
    ];
    expect(assessmentOf("L", [A, low, high], [])).toEqual({
      state: "problem",
      reasons: [{ kind: "patchOutOfOrder", higher: high }],
    });
    expect(short(assessmentOf("H", [A, low, high], []))).toBe("noProblemFound");
  });

  it("says from when on operations are known when the history was cut off", () => {
    const full = Array.from({ length: HISTORY_LIMIT }, (_, index) => operation("B", { startedOn: day(index + 1) }));
    expect(assessmentOf("A", [A], full)).toEqual({ state: "noProblemFound", reasons: [], historySince: day(1) });
    expect(assessmentOf("A", [A], full.slice(1)).historySince).toBeUndefined();
  });
});
