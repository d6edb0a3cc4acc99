import { parseVersion } from "../../version";
import { defineRule } from "../defineRule";
import { isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";
import { solutionSubject } from "../solutionSubject";

/** Packages of this version and of earlier ones are refused: Dynamics CRM 2011. */
const LAST_REFUSED = 5;

/** The package is of a format that cannot be imported any more: should it be lost here, it cannot come again. */
export const packageTooOld = defineRule({
  id: "packageTooOld",
  group: "compatibility",
  severity: "attention",
  source: "fact sheet §9 (0x80048068: 'exported from Microsoft Dynamics 365 2011 or earlier')",
  scope: "own",
  needs: ["solutions"],
  evaluate({ solutions }): RuleAnswer<"packageTooOld"> {
    const own = solutions.filter(isOwn);
    const old = own.filter(({ packageVersion = "" }) => {
      const version = parseVersion(packageVersion);
      return version !== undefined && version[0] <= LAST_REFUSED;
    });
    return {
      findings: old.map((solution) => ({
        solution: solution.uniqueName,
        subjects: [solutionSubject(solution)],
        evidence: { package: solution.packageVersion ?? "" },
        action: { kind: "release", solution: solution.uniqueName },
      })),
      // Packages of those days did not say, and neither do some that are not from them: nothing can be told.
      unknowns: own
        .filter(({ packageVersion = "" }) => parseVersion(packageVersion) === undefined)
        .map(({ uniqueName }) => ({ solution: uniqueName, reason: "notTold", part: "solutions" })),
    };
  },
});
