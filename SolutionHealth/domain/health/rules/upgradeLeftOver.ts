import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";
import { stagedUpgrades } from "../stagedUpgrades";

/** A staged upgrade that cannot be applied any more: the next try fails until it is uninstalled. */
export const upgradeLeftOver = defineRule({
  id: "upgradeLeftOver",
  group: "operation",
  severity: "atRisk",
  source: "fact sheet §1.4, §8.3",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }, { facts }): RuleAnswer<"upgradeLeftOver"> {
    const left = stagedUpgrades(solutions, facts).filter(({ held }) => held.advice === "uninstall");
    return {
      findings: left.map(({ base, held }) => ({
        solution: base.uniqueName,
        subjects: [solutionSubject(held.solution)],
        ...sinceOf(held.solution.installedOn),
        evidence: {
          version: held.solution.version,
          because: held.because === "notHigher" ? ("notHigher" as const) : ("failed" as const),
        },
        action: { kind: "rollback", solution: held.solution.uniqueName },
      })),
    };
  },
});
