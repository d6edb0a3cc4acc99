import { defineRule } from "../defineRule";
import { missingNeeds, needSubject, unreadNeeds } from "../missingNeeds";
import type { RuleAnswer } from "../rule";

/** Components that the solution needs are not in the environment: what uses them fails, and so will the next import. */
export const dependencyMissing = defineRule({
  id: "dependencyMissing",
  group: "workingOrder",
  severity: "atRisk",
  source: "fact sheet §6.2 (RetrieveMissingDependencies)",
  scope: "own",
  needs: ["solutions", "dependencies"],
  evaluate({ solutions, dependencies }): RuleAnswer<"dependencyMissing"> {
    return {
      findings: [...missingNeeds(dependencies, solutions)].flatMap(([solution, needs]) => {
        const missing = needs.filter(({ kind }) => kind === "componentMissing");
        if (missing.length === 0) return [];
        const from = missing.map(({ requiredSolution }) => requiredSolution).filter((name) => name !== "");
        return [
          {
            solution,
            subjects: missing.map(needSubject),
            evidence: { components: missing.length, solutions: [...new Set(from)].sort() },
            action: { kind: "solution", solution, tab: "dependents" } as const,
          },
        ];
      }),
      unknowns: unreadNeeds(dependencies, solutions),
    };
  },
});
