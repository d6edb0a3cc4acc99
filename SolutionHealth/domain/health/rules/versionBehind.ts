import { compareVersions, parseVersion } from "../../version";
import { defineRule } from "../defineRule";
import { plannedSolutions } from "../plannedSolutions";
import type { RuleAnswer } from "../rule";

/** The plan expects a higher version than the one that is installed. */
export const versionBehind = defineRule({
  id: "versionBehind",
  group: "plan",
  severity: "attention",
  source: "the plan; fact sheet §9 (versions compare by number)",
  scope: "own",
  needs: ["solutions", "plans"],
  evaluate({ solutions, plans }): RuleAnswer<"versionBehind"> {
    const planned = plannedSolutions(solutions, plans);
    const isNone = (expected: string | undefined): boolean =>
      expected !== undefined && parseVersion(expected) === undefined;
    return {
      // The form of the table takes any text.
      unknowns: planned
        .filter(({ plan }) => isNone(plan?.expectedVersion))
        .map(({ solution: { uniqueName } }) => ({ solution: uniqueName, reason: "notTold", part: "plans" })),
      findings: planned.flatMap(({ solution: { uniqueName, version }, plan }) => {
        const expected = plan?.expectedVersion;
        // A patch brings its version in a row of its own.
        const highest = solutions
          .filter(({ parentId }) => parentId !== undefined)
          .filter(({ parentId }) => solutions.find(({ id }) => id === parentId)?.uniqueName === uniqueName)
          .map((patch) => patch.version)
          .reduce((a, b) => (compareVersions(a, b) >= 0 ? a : b), version);
        if (expected === undefined || isNone(expected)) return [];
        if (compareVersions(highest, expected) >= 0) return [];
        return [
          {
            solution: uniqueName,
            subjects: [],
            evidence: { installed: highest, expected },
            essence: [expected],
            action: { kind: "release", solution: uniqueName } as const,
          },
        ];
      }),
    };
  },
});
