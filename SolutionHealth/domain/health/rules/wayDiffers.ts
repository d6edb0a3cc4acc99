import type { OperationAct } from "../../history/operationAct";
import type { OperationGroup } from "../../history/operationGroups";
import type { PlannedWay } from "../../plan/maintenancePlan";
import { nameKey } from "../../solutions/solutionNames";
import { defineRule } from "../defineRule";
import { plannedSolutions } from "../plannedSolutions";
import type { RuleAnswer } from "../rule";
import { isWithin, operationsBySolution, turnsOf } from "../solutionOperations";
import { operationSubject, sinceOf } from "../solutionSubject";

/** What counts as another way. Patches are rolled up by an upgrade, so that one is no breach of a plan for patches. */
const OTHER_WAYS: Readonly<Record<PlannedWay, readonly OperationAct[]>> = {
  update: ["upgrade", "apply"],
  upgrade: ["update", "patch"],
  patch: ["update"],
  furtherSolution: ["update", "upgrade", "apply", "patch"],
};

/** The last release came in another way than planned: an upgrade deletes what an update keeps, and the other way round. */
export const wayDiffers = defineRule({
  id: "wayDiffers",
  group: "plan",
  severity: "attention",
  source: "the plan; fact sheet §8.3",
  scope: "own",
  needs: ["solutions", "history", "plans"],
  thresholds: ["importsWithinDays"],
  evaluate({ solutions, history, plans }, { thresholds, now }): RuleAnswer<"wayDiffers"> {
    const operations = operationsBySolution(history);
    const patchOf = new Map(
      solutions.map(({ uniqueName, id }) => [
        uniqueName,
        solutions.filter(({ parentId }) => parentId === id).map((patch) => nameKey(patch.uniqueName)),
      ]),
    );
    return {
      findings: plannedSolutions(solutions, plans).flatMap(({ solution: { uniqueName }, plan }) => {
        if (plan?.way === undefined) return [];
        const names = [nameKey(uniqueName), ...(patchOf.get(uniqueName) ?? [])];
        const [release] = names
          .flatMap((name) => releasesOf(operations.get(name) ?? []))
          .sort((a, b) => (b.last.startedOn?.getTime() ?? 0) - (a.last.startedOn?.getTime() ?? 0));
        if (!release || !OTHER_WAYS[plan.way].includes(release.used)) return [];
        const { last, used } = release;
        if (!isWithin(last, thresholds.importsWithinDays, now)) return [];
        return [
          {
            solution: uniqueName,
            subjects: [operationSubject(last)],
            ...sinceOf(last.startedOn),
            evidence: { planned: plan.way, used, version: last.version },
            action: { kind: "plan", solution: uniqueName } as const,
          },
        ];
      }),
    };
  },
});

const RELEASES: readonly OperationAct[] = ["update", "upgrade", "apply", "patch"];

/** Releases that went well, with the way in which they came. One that was staged came when it was applied. */
const releasesOf = (
  groups: readonly OperationGroup[],
): { readonly last: OperationGroup; readonly used: OperationAct }[] => [
  ...groups
    .filter(({ act, result }) => result === "succeeded" && RELEASES.includes(act))
    .map((last) => ({ last, used: last.act })),
  ...turnsOf(groups).flatMap(({ group, turn }) =>
    turn === "came" && group.act === "stage" ? [{ last: group, used: "apply" as const }] : [],
  ),
];
