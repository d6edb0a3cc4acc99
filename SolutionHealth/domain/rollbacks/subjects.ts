import type { ComponentKey, LayerStack } from "../layers/componentLayer";
import type { Guid } from "../model/guid";
import { nameKey } from "../solutions/solutionNames";
import { goesForCertain, layerContext, needsLayers } from "./layersNeeded";
import type { Leaving } from "./leavingSolutions";
import type { NotKnown, RollbackComponent, RollbackFacts, RollbackMember } from "./rollbackFacts";

/** A component that a rollback touches, or that depends on one, with what is known of it. */
export interface Subject {
  readonly component: RollbackComponent;
  /** Undefined for dependents outside of the leaving solutions. */
  readonly member?: RollbackMember;
  /** Keys (`nameKey`) of the leaving solutions that hold it. */
  readonly heldBy: readonly string[];
  /** Its layers, where they were read; never empty. */
  readonly stack?: LayerStack;
  /** Why its layers are not known although they decide. */
  readonly why?: NotKnown;
}

/** All of them by key. Members whose layers were neither needed nor read go for certain. */
export function collectSubjects(
  facts: Omit<RollbackFacts, "unread" | "readAt">,
  leaving: Leaving,
): ReadonlyMap<ComponentKey, Subject> {
  const context = layerContext(facts.members, facts.solutions, facts.targets);
  const nameOf = new Map<Guid, string>(leaving.solutions.map(({ id, uniqueName }) => [id, nameKey(uniqueName)]));
  const subjects = new Map<ComponentKey, Subject>();
  for (const member of facts.members) {
    const known = readingOf(facts, member.component);
    const enough = known.stack !== undefined || goesForCertain(member, context) || !needsLayers(member, context);
    subjects.set(member.component.key, {
      component: member.component,
      member,
      heldBy: member.heldBy.flatMap((id) => nameOf.get(id) ?? []),
      ...(enough ? { ...(known.stack && { stack: known.stack }) } : known),
    });
  }
  for (const { dependent } of facts.dependencies) {
    if (subjects.has(dependent.key)) continue;
    subjects.set(dependent.key, { component: dependent, heldBy: [], ...readingOf(facts, dependent) });
  }
  return subjects;
}

/** A component that exists has at least one layer: an empty answer says nothing (fact sheet §4.2). */
function readingOf(
  { stacks }: Pick<RollbackFacts, "stacks">,
  { key }: RollbackComponent,
): Pick<Subject, "stack" | "why"> {
  const reading = stacks.get(key);
  if (reading === undefined) return { why: { reason: "notRead" } };
  if (reading.status === "unknown") return { why: reading.why };
  return reading.stack.layers.length > 0 ? { stack: reading.stack } : { why: { reason: "unreadable" } };
}
