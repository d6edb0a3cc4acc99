import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { switchedFinding, switchedOff } from "../switchedOff";

/** Plug-in steps that the solution ships enabled are disabled: its logic does not run, and data drifts in silence. */
export const stepsOff = defineRule({
  id: "stepsOff",
  group: "workingOrder",
  severity: "attention",
  source: "Microsoft's Solution Health Hub (CheckIfSdkMessageProcessingStepsAreActive)",
  scope: "own",
  needs: ["solutions", "steps"],
  evaluate({ solutions, steps }): RuleAnswer<"stepsOff"> {
    const { found, unknowns } = switchedOff(steps, solutions, "steps");
    return {
      findings: found.map(({ solution, parts }) => ({
        ...switchedFinding(solution, parts),
        evidence: { parts: parts.length },
        action: { kind: "makerPortal", place: "pluginSteps", solution },
      })),
      unknowns,
    };
  },
});
