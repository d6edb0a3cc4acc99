import { compareVersions } from "../../version";
import { defineRule } from "../defineRule";
import { missingNeeds, needSubject } from "../missingNeeds";
import { needsBySolution } from "../needsBySolution";
import type { RuleAnswer } from "../rule";

/** A solution that another one builds on is installed in a version that lacks what is needed. */
export const requiredSolutionOlder = defineRule({
  id: "requiredSolutionOlder",
  group: "workingOrder",
  severity: "atRisk",
  source: "fact sheet §6.2, §7 (requiredcomponentintroducedversion), §9",
  scope: "own",
  needs: ["solutions", "dependencies"],
  evaluate({ solutions, dependencies }): RuleAnswer<"requiredSolutionOlder"> {
    return {
      findings: [...missingNeeds(dependencies, solutions)].flatMap(([solution, needs]) =>
        needsBySolution(needs, "solutionOlder").map(([required, some]) => {
          const versions = some.map(({ requiredSince = "" }) => requiredSince).sort(compareVersions);
          return {
            solution,
            subject: required,
            subjects: some.map(needSubject),
            evidence: { required, installed: some[0]?.installed ?? "", needed: versions[versions.length - 1] ?? "" },
            action: { kind: "release" } as const,
          };
        }),
      ),
    };
  },
});
