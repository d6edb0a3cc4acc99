import { isOvertaken } from "../../solutions/patchOrder";
import { sameMajorMinor } from "../../version";
import { defineRule } from "../defineRule";
import { patchesOfBases } from "../patchesOfBases";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";

/** A patch whose first two numbers are not its base's: it was made for another version. */
export const patchVersionMismatch = defineRule({
  id: "patchVersionMismatch",
  group: "patches",
  severity: "attention",
  source: "fact sheet §1.5",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"patchVersionMismatch"> {
    const strange = patchesOfBases(solutions).filter(
      ({ patch, base }) => !isOvertaken(patch, base) && !sameMajorMinor(patch.version, base.version),
    );
    return {
      findings: strange.map(({ patch, base }) => ({
        solution: patch.uniqueName,
        subjects: [solutionSubject(patch)],
        ...sinceOf(patch.installedOn),
        evidence: { version: patch.version, base: base.version },
        action: { kind: "solution", solution: patch.uniqueName, tab: "patches" },
      })),
    };
  },
});
