import { ACTIVE_LAYER, SYSTEM_LAYER } from "../../layers/componentLayer";
import type { InstalledSolution } from "../../model/solution";
import { nameKey } from "../../solutions/solutionNames";
import type { OverrideScanResult, StackReading } from "../deepFacts";
import { defineRule } from "../defineRule";
import { valueOf } from "../fact";
import type { FindingSubject } from "../finding";
import type { RuleAnswer } from "../rule";

/**
 * Layers of a solution that is not installed: what an uninstall or an upgrade that broke off has left. They still
 * decide, and nothing that is installed can take them away.
 */
export const layerUnexplained = defineRule({
  id: "layerUnexplained",
  group: "layers",
  severity: "attention",
  source: "fact sheet §1.4, §4.1",
  scope: "environment",
  needs: ["solutions", "stacks"],
  evaluate({ solutions, stacks }, { facts }): RuleAnswer<"layerUnexplained"> {
    const left = [...fromStacks(stacks), ...fromOverrides(valueOf(facts.overrides))];
    const installed = namesOf(solutions);
    const bySolution = new Map<string, Map<string, FindingSubject>>();
    for (const { solution, subject } of left) {
      if (installed.has(nameKey(solution))) continue;
      const known = bySolution.get(solution) ?? new Map<string, FindingSubject>();
      bySolution.set(solution, known.set(`${subject.kind} ${subject.id ?? subject.name}`, subject));
    }
    return {
      findings: [...bySolution].map(([solution, components]) => ({
        subject: solution,
        subjects: [...components.values()],
        evidence: { components: components.size, layers: [solution] },
        action: { kind: "history", solution },
      })),
      unknowns: [...counted("failed", stacks.unread.length), ...counted("outdated", (stacks.outdated ?? []).length)],
    };
  },
});

const counted = (reason: "failed" | "outdated", count: number) =>
  count === 0 ? [] : [{ reason, part: "stacks" as const, count }];

interface LayerOf {
  readonly solution: string;
  readonly subject: FindingSubject;
}

const fromStacks = ({ components }: StackReading): LayerOf[] =>
  components.flatMap(({ layers, typeName, name, id, table }) =>
    layers.map(({ solution }) => ({
      solution,
      subject: { kind: typeName, name, id, ...(table !== undefined && { table }) },
    })),
  );

/** A scan for overrides has seen the lowest layer and the one below the top of each. */
const fromOverrides = (scan: OverrideScanResult | undefined): LayerOf[] =>
  (scan?.rows ?? []).flatMap(({ component: { typeName, displayName, id, table }, facts }) =>
    [facts.owner, facts.below].flatMap((solution) =>
      solution === undefined
        ? []
        : [{ solution, subject: { kind: typeName, name: displayName, id, ...(table !== undefined && { table }) } }],
    ),
  );

/** The platform's own layers belong to no row of the list everywhere. */
const namesOf = (solutions: readonly InstalledSolution[]): ReadonlySet<string> =>
  new Set([
    ...solutions.map(({ uniqueName }) => nameKey(uniqueName)),
    ...[ACTIVE_LAYER, SYSTEM_LAYER, "Default", "Basic"].map(nameKey),
  ]);
