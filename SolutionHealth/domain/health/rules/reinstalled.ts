import type { OperationGroup } from "../../history/operationGroups";
import { nameKey } from "../../solutions/solutionNames";
import { defineRule } from "../defineRule";
import { isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";
import { isWithin, operationsBySolution, turnsOf } from "../solutionOperations";
import { operationSubject } from "../solutionSubject";

/**
 * A managed solution was uninstalled and installed again: its tables and columns went with all their data and came back
 * empty. Who releases in this way loses data each time.
 */
export const reinstalled = defineRule({
  id: "reinstalled",
  group: "operation",
  severity: "atRisk",
  source: "fact sheet §8.2 (uninstall scenarios), §8.3 (data loss)",
  scope: "own",
  needs: ["solutions", "history"],
  thresholds: ["reinstalledWithinDays"],
  evaluate({ solutions, history }, { thresholds, now }): RuleAnswer<"reinstalled"> {
    const operations = operationsBySolution(history);
    // Taking an unmanaged solution away leaves its components, and a patch gives back what lies beneath.
    const bases = solutions.filter((solution) => isOwn(solution) && solution.parentId === undefined);
    return {
      findings: bases.flatMap(({ uniqueName }) => {
        const pair = reinstallation(operations.get(nameKey(uniqueName)) ?? []);
        if (pair === undefined || !isWithin(pair.install, thresholds.reinstalledWithinDays, now)) return [];
        return [
          {
            solution: uniqueName,
            subjects: [operationSubject(pair.uninstall), operationSubject(pair.install)],
            since: pair.installedOn,
            evidence: {
              uninstalledOn: pair.uninstalledOn,
              installedOn: pair.installedOn,
              version: pair.install.version,
            },
            action: { kind: "history", solution: uniqueName, operation: pair.install.key } as const,
          },
        ];
      }),
    };
  },
});

interface Reinstallation {
  readonly uninstall: OperationGroup;
  readonly install: OperationGroup;
  readonly uninstalledOn: Date;
  readonly installedOn: Date;
}

/** The newest one. What comes next as an update was never gone. @param groups newest first */
function reinstallation(groups: readonly OperationGroup[]): Reinstallation | undefined {
  const turns = turnsOf(groups);
  const at = turns.findIndex(({ turn, group }) => turn === "went" && group.head.managed !== false);
  const [uninstall, next] = [turns[at]?.group, turns[at - 1]];
  const install = next?.turn === "came" && next.group.act !== "update" ? next.group : undefined;
  if (!uninstall?.startedOn || !install?.startedOn) return undefined;
  return { uninstall, install, uninstalledOn: uninstall.startedOn, installedOn: install.startedOn };
}
