import { solutionHistory } from "../../SolutionHealth/domain/history/solutionHistory";
import { day, operation, solution } from "./solutionSamples";

const base = solution("Sales");
const hotfix = solution("Hotfix", { parentId: "Sales" });
const other = solution("Sales_Patch_aa", { parentId: "Service" });

const history = [
  operation("SALES", { startedOn: day(1) }),
  operation("Hotfix", { startedOn: day(5) }),
  operation("Sales_Patch_bb", { startedOn: day(3) }),
  operation("Sales_Upgrade", { startedOn: day(4) }),
  operation("Sales_Patch_aa", { startedOn: day(2) }),
  operation("SalesX", { startedOn: day(6) }),
  operation("Sales"),
];

const lines = (uniqueName: string): string[] => {
  const solutions = [base, hotfix, other];
  const subject = solutions.find((candidate) => candidate.uniqueName === uniqueName) ?? base;
  return solutionHistory(subject, solutions, history).map(
    ({ operation: o, role }) => `${o.solutionUniqueName} ${role}`,
  );
};

describe("solutionHistory", () => {
  it("gathers a base's own operations, its patches' (gone ones too) and its upgrades', newest first", () => {
    expect(lines("Sales")).toEqual([
      "Hotfix patch",
      "Sales_Upgrade upgrade",
      "Sales_Patch_bb patch",
      "SALES own",
      "Sales own",
    ]);
  });

  it("gives a patch its own operations only", () => {
    expect(lines("Hotfix")).toEqual(["Hotfix own"]);
  });

  it("leaves an installed patch to the base it names, whatever its name", () => {
    expect(lines("Sales")).not.toContain("Sales_Patch_aa patch");
  });
});
