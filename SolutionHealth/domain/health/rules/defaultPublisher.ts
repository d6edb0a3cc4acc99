import { defineRule } from "../defineRule";
import { isDefaultPublisher, isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";
import { solutionSubject } from "../solutionSubject";

/** The publisher is the one that some environment made for itself: its prefix is random, and nobody stands behind it. */
export const defaultPublisher = defineRule({
  id: "defaultPublisher",
  group: "compatibility",
  severity: "info",
  source: "fact sheet §1.3; Microsoft's guidance on publishers",
  scope: "own",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"defaultPublisher"> {
    const found = solutions.filter(isOwn).filter(({ publisher }) => isDefaultPublisher(publisher));
    return {
      findings: found.map((solution) => ({
        solution: solution.uniqueName,
        subjects: [solutionSubject(solution)],
        evidence: { publisher: solution.publisher.displayName },
        action: { kind: "solution", solution: solution.uniqueName, tab: "overview" },
      })),
    };
  },
});
