import { isOvertaken } from "../../solutions/patchOrder";
import { defineRule } from "../defineRule";
import { patchesOfBases } from "../patchesOfBases";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";

/** A patch that is not higher than its base: a later version of the base has overtaken it, and it still lies on top. */
export const patchSuperseded = defineRule({
  id: "patchSuperseded",
  group: "patches",
  severity: "attention",
  source: "fact sheet §1.5, §8.1",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"patchSuperseded"> {
    const overtaken = patchesOfBases(solutions).filter(({ patch, base }) => isOvertaken(patch, base));
    return {
      findings: overtaken.map(({ patch, base }) => ({
        solution: patch.uniqueName,
        subjects: [solutionSubject(patch)],
        ...sinceOf(base.updatedOn ?? base.installedOn),
        evidence: { version: patch.version, base: base.version },
        action: { kind: "rollback", solution: patch.uniqueName },
      })),
    };
  },
});
