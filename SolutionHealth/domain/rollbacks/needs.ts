import { CLASSIC_TYPE_NAMES } from "../components/classicTypeNames";
import { componentKey, type ComponentKey } from "../layers/componentLayer";
import { nameKey } from "../solutions/solutionNames";
import type { MentionIndex } from "./mentionIndex";
import type { Need } from "./needBlockers";
import { addressOf } from "./precedences";
import type { RollbackComponent, RollbackDependency, RollbackFacts } from "./rollbackFacts";
import type { Subject } from "./subjects";

/** Every "needs" there is between the components concerned, each once: what the server says, and what layers say. */
export function needsOf(
  facts: RollbackFacts,
  subjects: ReadonlyMap<ComponentKey, Subject>,
  index: MentionIndex,
): Need[] {
  const byAddress = new Map([...subjects.values()].map((subject) => [addressOf(subject.component), subject]));
  const nameOf = new Map(facts.solutions.map(({ id, uniqueName }) => [id, nameKey(uniqueName)]));
  const needs = new Map<string, Need>();
  for (const { required: address, dependent: one, uninstalls } of facts.dependencies) {
    const dependent = subjects.get(one.key);
    const required = byAddress.get(addressOf(address)) ?? stranger(address);
    const foretold = uninstalls.flatMap((id) => nameOf.get(id) ?? []);
    if (dependent) needs.set(`${one.key} ${required.component.key}`, { dependent, required, listed: true, foretold });
  }
  for (const dependent of subjects.values()) {
    for (const required of index.namedBy(dependent)) {
      const key = `${dependent.component.key} ${required.component.key}`;
      if (!needs.has(key)) needs.set(key, { dependent, required, listed: false, foretold: [] });
    }
  }
  return [...needs.values()];
}

/** The server names a component that none of the leaving solutions is known to hold. */
function stranger({ id, type }: RollbackDependency["required"]): Subject {
  const typeName = CLASSIC_TYPE_NAMES.get(type) ?? String(type);
  const component: RollbackComponent = {
    key: componentKey({ id, typeName }),
    id,
    type,
    typeName,
    name: id,
    displayName: id,
  };
  return { component, heldBy: [], why: { reason: "notRead" } };
}
