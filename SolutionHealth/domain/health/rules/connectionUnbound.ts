import { partsBySolution } from "../attribution";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { partSubject } from "../solutionSubject";

/** Connection references without a connection: flows that use them cannot be turned on, or fail. */
export const connectionUnbound = defineRule({
  id: "connectionUnbound",
  group: "workingOrder",
  severity: "attention",
  source: "fact sheet §6.3, §6.4 (ComponentParameters)",
  scope: "own",
  needs: ["solutions", "connections"],
  evaluate({ solutions, connections }): RuleAnswer<"connectionUnbound"> {
    const unbound = connections.filter(({ bound }) => !bound);
    const { groups, homeless } = partsBySolution(unbound, solutions);
    return {
      findings: [...groups].map(([solution, references]) => ({
        solution,
        subjects: references.map((reference) =>
          partSubject("connectionreference", reference, reference.connector?.split("/").pop()),
        ),
        evidence: { references: references.length },
        action: { kind: "makerPortal", place: "connectionReferences", solution },
      })),
      unknowns: homeless.length === 0 ? [] : [{ reason: "failed", part: "connections", count: homeless.length }],
    };
  },
});
