import { nameKey } from "../solutions/solutionNames";
import { createDepartures } from "./departures";
import { leavingSolutions } from "./leavingSolutions";
import { takenAlongBy } from "./rollbackOrder";
import type { RollbackComponent, RollbackFacts } from "./rollbackFacts";
import { collectSubjects, type Subject } from "./subjects";

/**
 * Components that go when all targets are gone, though no single one of them takes them along, since another target still
 * holds them. The server, asked about one solution at a time, says nothing of what needs these (fact sheet §6.2): they
 * have to be asked for by themselves.
 */
export function heldJointly(facts: Omit<RollbackFacts, "dependencies" | "unread" | "readAt">): RollbackComponent[] {
  const leaving = leavingSolutions(facts.solutions, facts.targets);
  const headOf = takenAlongBy(leaving);
  const heads = new Map(leaving.solutions.map((solution) => [nameKey(solution.uniqueName), headOf(solution)]));
  if (new Set(heads.values()).size < 2) return [];
  const subjects = collectSubjects({ ...facts, dependencies: [] }, leaving);
  const all = createDepartures(subjects, new Map([...heads.keys()].map((name) => [name, 0])));
  const holders = ({ stack, heldBy }: Subject): Set<string> => {
    const names = stack ? stack.layers.map(({ solution }) => nameKey(solution)) : heldBy;
    return new Set(names.flatMap((name) => heads.get(name) ?? []));
  };
  return [...subjects.values()]
    .filter((subject) => subject.member && all.goneAt(subject) !== undefined && holders(subject).size > 1)
    .map(({ component }) => component);
}
