import { toFamilies } from "../../solutions/solutionFamilies";
import { defineRule } from "../defineRule";
import type { RuleAnswer } from "../rule";
import { sinceOf, solutionSubject } from "../solutionSubject";

/** A patch without its base: nothing can be installed over it, and nothing but its removal makes it whole. */
export const patchOrphaned = defineRule({
  id: "patchOrphaned",
  group: "patches",
  severity: "atRisk",
  source: "fact sheet §1.5",
  scope: "all",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"patchOrphaned"> {
    const alone = toFamilies(solutions).filter(({ orphan, kind }) => orphan && kind === "patch");
    return {
      findings: alone.map(({ solution }) => ({
        solution: solution.uniqueName,
        subjects: [solutionSubject(solution)],
        ...sinceOf(solution.installedOn),
        evidence: { version: solution.version, base: solution.uniqueName.replace(/_patch_[0-9a-f]+$/i, "") },
        action: { kind: "rollback", solution: solution.uniqueName },
      })),
    };
  },
});
