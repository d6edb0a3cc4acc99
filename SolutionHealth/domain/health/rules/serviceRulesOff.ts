import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { switchedFinding, switchedOff } from "../switchedOff";

/** Duplicate detection rules, SLAs, record creation or routing rules that the solution ships active are in draft. */
export const serviceRulesOff = defineRule({
  id: "serviceRulesOff",
  group: "workingOrder",
  severity: "attention",
  source: "fact sheet §2.3, §4.5",
  scope: "own",
  needs: ["solutions", "serviceRules"],
  evaluate({ solutions, serviceRules }): RuleAnswer<"serviceRulesOff"> {
    const { found, unknowns } = switchedOff(serviceRules, solutions, "serviceRules");
    return {
      findings: found.map(({ solution, parts }) => ({
        ...switchedFinding(solution, parts),
        evidence: { parts: parts.length },
        action: { kind: "makerPortal", place: "solution", solution },
      })),
      unknowns,
    };
  },
});
