import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import type {
  RollbackComponent,
  RollbackDependency,
  RollbackFacts,
  RollbackMember,
  UnreadFact,
} from "../../domain/rollbacks/rollbackFacts";
import { forEachAtOnce } from "../atOnce";
import type { Transport } from "../transport";
import { DependentNames } from "./dependentNames";
import { readDependencies, readDeletions } from "./readDependencies";
import type { Dependency, DependencyEnd } from "./retrieveDependencies";
import type { TypeNames } from "./rollbackComponent";

/** Solutions asked at once: the server works long on each. */
const SOLUTIONS_AT_ONCE = 4;

export interface DependencyFactsRead {
  readonly dependencies: readonly RollbackDependency[];
  readonly unread: readonly UnreadFact[];
}

export interface DependencyChoice {
  readonly leaving: readonly InstalledSolution[];
  readonly members: readonly RollbackMember[];
  /** Layers of members, where they were read. */
  readonly stacks: RollbackFacts["stacks"];
  readonly typeNames: TypeNames;
  /** Components that go with several solutions, and with none of them alone (`heldJointly`). */
  readonly jointly: readonly RollbackComponent[];
}

/**
 * What the server says stands in the way of each of the leaving solutions, merged, with names. Also of the patches that
 * go with their base: whether the server counts them in is not documented.
 * @param onProgress solutions asked
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readDependencyFacts(
  choice: DependencyChoice,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<DependencyFactsRead> {
  const { leaving, members, typeNames } = choice;
  const found: Found[] = [];
  const unread: UnreadFact[] = [];
  let done = 0;
  onProgress(done, leaving.length);
  await forEachAtOnce(leaving, SOLUTIONS_AT_ONCE, async (solution) => {
    const read = await readDependencies(solution, () => deletedWith(solution, choice), transport, signal);
    const uninstalls = read.ofUninstall ? [solution.id] : [];
    found.push(...read.dependencies.map((dependency) => ({ ...dependency, uninstalls })));
    unread.push(...read.unread);
    onProgress(++done, leaving.length);
  });
  const ofJoint = await readDeletions(choice.jointly, transport, signal);
  found.push(...ofJoint.dependencies.map((dependency) => ({ ...dependency, uninstalls: [] })));
  unread.push(...ofJoint.unread);
  const known = members.map(({ component }) => component);
  const names = new DependentNames(known, typeNames, transport);
  await names.learn(
    found.map(({ dependent }) => dependent),
    signal,
  );
  return { dependencies: merge(found, names), unread };
}

type Found = Dependency & Pick<RollbackDependency, "uninstalls">;

function merge(found: readonly Found[], names: DependentNames): RollbackDependency[] {
  const facts = new Map<string, RollbackDependency>();
  for (const { required, dependent, uninstalls } of found) {
    const component = names.of(dependent);
    const key = `${required.type} ${required.id} ${component.key}`;
    facts.set(key, {
      required,
      uninstalls: [...(facts.get(key)?.uninstalls ?? []), ...uninstalls],
      dependent: component,
      ...present({ dependentBaseSolutionId: dependent.baseSolutionId }),
    });
  }
  return [...facts.values()];
}

/**
 * Components of this solution that no other holds: by their layers where those were read, since a row of another solution
 * does not mean that it has one (fact sheet §2.1).
 */
function deletedWith(solution: InstalledSolution, { members, stacks }: DependencyChoice): DependencyEnd[] {
  const isLeft = ({ component, heldBy, alsoHeldBy, custom }: RollbackMember): boolean => {
    const reading = stacks.get(component.key);
    if (reading?.status !== "read") return alsoHeldBy.length > 0 || custom === false || heldBy.length > 1;
    return reading.stack.layers.some(({ kind, solution: name }) => kind !== "active" && name !== solution.uniqueName);
  };
  return members
    .filter((member) => member.heldBy.includes(solution.id) && !isLeft(member))
    .map(({ component }) => component);
}
