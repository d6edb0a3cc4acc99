import { partsBySolution } from "../attribution";
import { defineRule } from "../defineRule";
import { valueOf } from "../fact";
import type { RuleAnswer } from "../rule";
import { switchedFinding } from "../switchedOff";

/** Processes and flows whose owner cannot sign in any more: they stop running, and an upgrade that touches them fails. */
export const ownerDisabled = defineRule({
  id: "ownerDisabled",
  group: "workingOrder",
  severity: "atRisk",
  source: "Microsoft's Solution Health Hub (CheckIfProcessOwnedByDisabledUsers: 'if they are, the upgrade fails')",
  scope: "own",
  needs: ["solutions", "owners"],
  evaluate({ solutions, owners }, { facts }): RuleAnswer<"ownerDisabled"> {
    // Those that are off come with their owners too; what is shipped off is nobody's loss.
    const { processes } = facts;
    const off = (valueOf(processes) ?? []).filter(({ shipped }) => shipped !== "off");
    const orphaned = [...owners, ...off].filter(({ owner }) => owner?.disabled === true);
    const { groups, homeless } = partsBySolution(orphaned, solutions);
    return {
      findings: [...groups].map(([solution, parts]) => ({
        ...switchedFinding(solution, parts),
        evidence: { parts: parts.length, owners: [...new Set(parts.map(({ owner }) => owner?.name ?? ""))].sort() },
        action: { kind: "makerPortal", place: "flows", solution },
      })),
      unknowns: [
        ...(homeless.length === 0 ? [] : [{ reason: "failed", part: "owners", count: homeless.length } as const]),
        ...(processes.status === "failed"
          ? [{ reason: "failed", part: "processes", failure: processes.failure } as const]
          : []),
      ],
    };
  },
});
