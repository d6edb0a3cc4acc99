import { type Attribution, createAttribution } from "../attribution";
import type { StackedComponent } from "../deepFacts";
import { defineRule } from "../defineRule";
import { isMicrosoft, isOwn } from "../platformSolutions";
import type { RuleAnswer } from "../rule";

/**
 * Components that one solution brought and another publisher's solution holds too: the first cannot be uninstalled, and
 * an upgrade that drops them fails. Components of the platform and of Microsoft are everybody's to extend.
 */
export const severalPublishers = defineRule({
  id: "severalPublishers",
  group: "compatibility",
  severity: "attention",
  source: "fact sheet §8.2 (uninstall scenario 2), §6.5",
  scope: "own",
  needs: ["solutions", "stacks"],
  evaluate({ solutions, stacks }): RuleAnswer<"severalPublishers"> {
    const attribution = createAttribution(solutions);
    const shared = new Map<string, SharedComponent[]>();
    for (const component of stacks.components) {
      const one = sharedComponent(component, attribution);
      if (one) shared.set(one.owner, [...(shared.get(one.owner) ?? []), one]);
    }
    return {
      findings: [...shared].map(([solution, components]) => ({
        solution,
        subjects: components.map(({ component: { typeName, name, id, table }, others }) => ({
          kind: typeName,
          name,
          id,
          ...(table !== undefined && { table }),
          note: others.join(", "),
        })),
        evidence: {
          components: components.length,
          publishers: [...new Set(components.flatMap(({ others }) => others))].sort(),
        },
        action: { kind: "solution", solution, tab: "components" },
      })),
    };
  },
});

interface SharedComponent {
  readonly component: StackedComponent;
  /** Unique name of the solution whose layer lies lowest. */
  readonly owner: string;
  /** Display names of the other publishers. */
  readonly others: readonly string[];
}

function sharedComponent(component: StackedComponent, attribution: Attribution): SharedComponent | undefined {
  const layers = component.layers.filter(({ kind }) => kind !== "active");
  const lowest = layers[layers.length - 1];
  const owner = lowest?.kind === "managed" ? attribution.solution(attribution.baseOf(lowest.solution)) : undefined;
  if (owner === undefined || !isOwn(owner)) return undefined;
  const publishers = layers.flatMap(({ solution }) => attribution.solution(solution)?.publisher ?? []);
  const others = publishers.filter((publisher) => publisher.id !== owner.publisher.id && !isMicrosoft(publisher));
  if (others.length === 0) return undefined;
  return { component, owner: owner.uniqueName, others: [...new Set(others.map(({ displayName }) => displayName))] };
}
