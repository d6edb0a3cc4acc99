import { type Attribution, createAttribution } from "../attribution";
import type { StackReading } from "../deepFacts";
import { defineRule } from "../defineRule";
import { isUncertain, type LayerShadow, layerShadows } from "../layerShadows";
import { outdatedUnknowns } from "../outdatedUnknowns";
import type { RuleAnswer } from "../rule";

/**
 * A solution is not the top managed layer of some of its components: another one, installed later, decides what they
 * look like, and releases of the first do not show there.
 */
export const layerShadowed = defineRule({
  id: "layerShadowed",
  group: "layers",
  severity: "attention",
  source: "fact sheet §8.1, §8.2",
  scope: "own",
  needs: ["solutions", "stacks"],
  thresholds: ["shadowedAtLeast"],
  evaluate({ solutions, stacks }, { thresholds }): RuleAnswer<"layerShadowed"> {
    const attribution = createAttribution(solutions);
    const shadows = stacks.components.flatMap((component) => layerShadows(component, attribution));
    const grouped = [false, true].flatMap((samePublisher) =>
      [...bySolution(shadows.filter((shadow) => shadow.samePublisher === samePublisher))].map(([solution, some]) => ({
        solution,
        some,
        samePublisher,
      })),
    );
    return {
      findings: grouped
        .filter(({ some }) => some.length >= thresholds.shadowedAtLeast)
        .map(({ solution, some, samePublisher }) => ({
          solution,
          // Who layers over solutions of his own does so on purpose.
          ...(samePublisher && { severity: "info" as const, subject: "samePublisher" }),
          subjects: some.map(({ component: { typeName, name, id, table }, by }) => ({
            kind: typeName,
            name,
            id,
            ...(table !== undefined && { table }),
            note: by,
          })),
          evidence: { components: some.length, by: [...new Set(some.map(({ by }) => by))].sort() },
          action: { kind: "solution", solution, tab: "components" },
        })),
      unknowns: [
        ...[...uncertainBySolution(stacks, attribution)].map(
          ([solution, much]) => ({ solution, reason: "failed", part: "stacks", count: much }) as const,
        ),
        ...outdatedUnknowns(stacks.outdated, "stacks", solutions),
      ],
    };
  },
});

function bySolution(shadows: readonly LayerShadow[]): ReadonlyMap<string, readonly LayerShadow[]> {
  const groups = new Map<string, LayerShadow[]>();
  for (const shadow of shadows) groups.set(shadow.solution, [...(groups.get(shadow.solution) ?? []), shadow]);
  return groups;
}

/** Components of which it could not be told, by solution: whichever of those that hold it may lie below. */
function uncertainBySolution(stacks: StackReading, attribution: Attribution): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const holders = [
    ...stacks.unread.map(({ solutions }) => solutions),
    ...stacks.components.filter(isUncertain).map(({ layers }) => layers.map(({ solution }) => solution)),
  ];
  for (const some of holders) {
    for (const solution of new Set(some.flatMap((holder) => attribution.of([holder]) ?? []))) {
      numbers.set(solution, (numbers.get(solution) ?? 0) + 1);
    }
  }
  return numbers;
}
