import { toFamilies } from "../../solutions/solutionFamilies";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { earliest, sinceOf, solutionSubject } from "../solutionSubject";

/** Many patches over one base: each is one more layer, and only an upgrade of the base rolls them up. */
export const patchesPilingUp = defineRule({
  id: "patchesPilingUp",
  group: "patches",
  severity: "attention",
  source: "fact sheet §1.5",
  scope: "all",
  needs: ["solutions"],
  thresholds: ["patchesAtMost"],
  evaluate({ solutions }, { thresholds: { patchesAtMost } }): RuleAnswer<"patchesPilingUp"> {
    const many = toFamilies(solutions).filter(
      ({ solution, patches }) => solution.managed && patches.length > patchesAtMost,
    );
    return {
      findings: many.map(({ solution, patches }) => ({
        solution: solution.uniqueName,
        subjects: patches.map(solutionSubject),
        ...sinceOf(earliest(patches.map(({ installedOn }) => installedOn))),
        evidence: { patches: patches.length, atMost: patchesAtMost },
        action: { kind: "solution", solution: solution.uniqueName, tab: "patches" },
      })),
    };
  },
});
