import { partsBySolution } from "../attribution";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { partSubject } from "../solutionSubject";

/** Environment variables with neither a value nor a default. Those that are not required may be meant to be empty. */
export const variableEmpty = defineRule({
  id: "variableEmpty",
  group: "workingOrder",
  severity: "attention",
  source: "fact sheet §6.3, §6.4 (ComponentParameters), §13.3",
  scope: "own",
  needs: ["solutions", "variables"],
  evaluate({ solutions, variables }): RuleAnswer<"variableEmpty"> {
    const empty = variables.filter(({ hasDefault, hasValue }) => !hasDefault && !hasValue);
    const { groups, homeless } = partsBySolution(empty, solutions);
    return {
      findings: [...groups].map(([solution, some]) => {
        const required = some.filter((one) => one.required).length;
        return {
          solution,
          ...(required === 0 && { severity: "info" as const }),
          subjects: some.map((one) => partSubject("environmentvariabledefinition", one, one.schemaName)),
          evidence: { variables: some.length, required },
          action: { kind: "makerPortal", place: "variables", solution },
        };
      }),
      unknowns: homeless.length === 0 ? [] : [{ reason: "failed", part: "variables", count: homeless.length }],
    };
  },
});
