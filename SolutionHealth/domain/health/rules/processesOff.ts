import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { switchedFinding, switchedOff } from "../switchedOff";

/** Processes, business rules or flows that the solution ships active are off or in draft. */
export const processesOff = defineRule({
  id: "processesOff",
  group: "workingOrder",
  severity: "attention",
  source: "Microsoft's Solution Health Hub (CheckIfProcessesAreActive); fact sheet §4.5",
  scope: "own",
  needs: ["solutions", "processes"],
  evaluate({ solutions, processes }): RuleAnswer<"processesOff"> {
    const { found, unknowns } = switchedOff(processes, solutions, "processes");
    return {
      findings: found.map(({ solution, parts }) => ({
        ...switchedFinding(solution, parts),
        evidence: { parts: parts.length, flows: parts.filter(({ kind }) => kind === "flow").length },
        action: { kind: "makerPortal", place: "flows", solution },
      })),
      unknowns,
    };
  },
});
