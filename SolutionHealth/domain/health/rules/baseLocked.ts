import { toFamilies } from "../../solutions/solutionFamilies";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { earliest, sinceOf, solutionSubject } from "../solutionSubject";

/** An unmanaged solution that has patches can be neither edited nor exported until they are deleted or rolled up. */
export const baseLocked = defineRule({
  id: "baseLocked",
  group: "patches",
  severity: "info",
  source: "fact sheet §1.5 (0x80048538)",
  scope: "environment",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"baseLocked"> {
    const locked = toFamilies(solutions).filter(({ solution, patches }) => !solution.managed && patches.length > 0);
    return {
      findings: locked.map(({ solution, patches }) => ({
        solution: solution.uniqueName,
        subjects: patches.map(solutionSubject),
        ...sinceOf(earliest(patches.map(({ installedOn }) => installedOn))),
        evidence: { patches: patches.length },
        action: { kind: "makerPortal", place: "solution", solution: solution.uniqueName },
      })),
    };
  },
});
