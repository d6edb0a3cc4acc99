import { createAttribution } from "../attribution";
import { defineRule } from "../defineRule";
import { isUncertain, type LayerShadow, layerShadows } from "../layerShadows";
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
    const bySolution = new Map<string, LayerShadow[]>();
    for (const shadow of shadows) {
      bySolution.set(shadow.solution, [...(bySolution.get(shadow.solution) ?? []), shadow]);
    }
    const uncertain = new Map<string, number>();
    const count = (solution: string | undefined): void => {
      if (solution !== undefined) uncertain.set(solution, (uncertain.get(solution) ?? 0) + 1);
    };
    for (const { solutions: holders } of stacks.unread) count(attribution.of(holders));
    for (const component of stacks.components.filter(isUncertain)) {
      count(attribution.of(component.layers.map(({ solution }) => solution)));
    }
    return {
      findings: [...bySolution]
        .filter(([, some]) => some.length >= thresholds.shadowedAtLeast)
        .map(([solution, some]) => ({
          solution,
          // Who layers over solutions of his own does so on purpose.
          ...(some.every(({ samePublisher }) => samePublisher) && { severity: "info" as const }),
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
      unknowns: [...uncertain].map(([solution, much]) => ({
        solution,
        reason: "failed",
        part: "stacks",
        count: much,
      })),
    };
  },
});
