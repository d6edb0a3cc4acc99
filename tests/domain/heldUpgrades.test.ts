import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import { heldUpgrade } from "../../SolutionHealth/domain/solutions/heldUpgrades";
import { day, operation, solution } from "./solutionSamples";

const BASE = solution("base");
const STAGED = solution("base_Upgrade", { version: "2.0.0.0" });

const advice = (history: readonly SolutionOperation[] | undefined, staged = STAGED): string[] => {
  const { advice: what, because } = heldUpgrade(staged, BASE, [BASE, staged], history);
  return [what, because];
};

describe("heldUpgrade", () => {
  it("says to wait while an operation on its base is under way", () => {
    const running = operation("base", { status: "running", result: "running", startedOn: day(5) });
    expect(advice([running])).toEqual(["wait", "running"]);
  });

  it("says to uninstall it when the last operation on it failed", () => {
    const failed = operation("base_Upgrade", { result: "failed", startedOn: day(5) });
    expect(advice([failed, operation("base", { startedOn: day(1) })])).toEqual(["uninstall", "failed"]);
  });

  it("says to uninstall it when its version is not higher than the base's, whatever the history", () => {
    expect(advice(undefined, { ...STAGED, version: "1.0.0.0" })).toEqual(["uninstall", "notHigher"]);
  });

  it("says to apply it when it was staged well", () => {
    expect(advice([operation("base_Upgrade", { startedOn: day(5) })])).toEqual(["apply", "staged"]);
  });

  it("does not count a failed patch against it", () => {
    const patch = operation("base_patch_9", { result: "failed", startedOn: day(6), patch: true });
    expect(advice([patch, operation("base_Upgrade", { startedOn: day(5) })])).toEqual(["apply", "staged"]);
  });

  it("says to look first where a failed operation could not have left it over", () => {
    const exported = operation("base", { operation: "Export", result: "failed", startedOn: day(6) });
    expect(advice([exported])).toEqual(["look", "unclear"]);
  });

  it("says to look first where the history was not read", () => {
    expect(advice(undefined)).toEqual(["look", "historyUnread"]);
  });
});
