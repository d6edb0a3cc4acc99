import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";
import { stagedUpgrades } from "../stagedUpgrades";

/** A staged upgrade waits to be applied: its layers are on top already, while nothing is deleted yet. */
export const upgradeWaiting = defineRule({
  id: "upgradeWaiting",
  group: "operation",
  severity: "attention",
  source: "fact sheet §1.4, §8.1, §8.3",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }, { facts }): RuleAnswer<"upgradeWaiting"> {
    const waiting = stagedUpgrades(solutions, facts).filter(
      ({ held }) => held.advice === "apply" || held.advice === "look",
    );
    return {
      findings: waiting.map(({ base, held }) => ({
        solution: base.uniqueName,
        subjects: [solutionSubject(held.solution)],
        ...sinceOf(held.solution.installedOn),
        evidence: { version: held.solution.version },
        action: { kind: "solution", solution: base.uniqueName, tab: "patches" },
      })),
    };
  },
});
