import { parseVersion } from "../../version";
import { defineRule } from "../defineRule";
import { isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";
import { solutionSubject } from "../solutionSubject";

/** The package was made for a newer platform than this one: it came by a copy or a restore, and cannot come again. */
export const packageNewer = defineRule({
  id: "packageNewer",
  group: "compatibility",
  severity: "attention",
  source: "fact sheet §9 (0x80048068)",
  scope: "own",
  needs: ["environment", "solutions"],
  evaluate({ environment, solutions }): RuleAnswer<"packageNewer"> {
    const platform = parseVersion(environment.version);
    if (platform === undefined) return { findings: [], unknowns: [{ reason: "notTold", part: "environment" }] };
    const [major, minor] = platform;
    const newer = solutions.filter(isOwn).filter(({ packageVersion = "" }) => {
      const version = parseVersion(packageVersion);
      return version !== undefined && (version[0] > major || (version[0] === major && version[1] > minor));
    });
    return {
      findings: newer.map((solution) => ({
        solution: solution.uniqueName,
        subjects: [solutionSubject(solution)],
        evidence: { package: solution.packageVersion ?? "", environment: `${major}.${minor}` },
        action: { kind: "release", solution: solution.uniqueName },
      })),
    };
  },
});
