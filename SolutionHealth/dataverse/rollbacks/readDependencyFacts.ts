import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import type { DependencyFact, RollbackMember, UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { forEachAtOnce } from "../atOnce";
import type { Transport } from "../transport";
import { DependentNames } from "./dependentNames";
import { readDependencies } from "./readDependencies";
import type { Dependency, DependencyEnd } from "./retrieveDependencies";
import type { TypeNames } from "./rollbackComponent";

/** Solutions asked at once: the server works long on each. */
const SOLUTIONS_AT_ONCE = 4;

export interface DependencyFactsRead {
  readonly dependencies: readonly DependencyFact[];
  readonly unread: readonly UnreadFact[];
}

export interface DependencyChoice {
  readonly leaving: readonly InstalledSolution[];
  readonly members: readonly RollbackMember[];
  readonly typeNames: TypeNames;
}

/**
 * What the server says stands in the way of each of the leaving solutions, merged, with names. Also of the patches that
 * go with their base: whether the server counts them in is not documented.
 * @param onProgress solutions asked
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readDependencyFacts(
  { leaving, members, typeNames }: DependencyChoice,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<DependencyFactsRead> {
  const found: Dependency[] = [];
  const unread: UnreadFact[] = [];
  let done = 0;
  onProgress(done, leaving.length);
  await forEachAtOnce(leaving, SOLUTIONS_AT_ONCE, async (solution) => {
    const read = await readDependencies(solution, () => deletedWith(solution, members), transport, signal);
    found.push(...read.dependencies);
    unread.push(...read.unread);
    onProgress(++done, leaving.length);
  });
  const known = members.map(({ component }) => component);
  const names = new DependentNames(known, typeNames, transport);
  await names.learn(
    found.map(({ dependent }) => dependent),
    signal,
  );
  return { dependencies: merge(found, names), unread };
}

function merge(found: readonly Dependency[], names: DependentNames): DependencyFact[] {
  const facts = new Map<string, DependencyFact>();
  for (const { required, dependent } of found) {
    const component = names.of(dependent);
    facts.set(`${required.type} ${required.id} ${component.key}`, {
      required,
      dependent: component,
      ...present({ dependentBaseSolutionId: dependent.baseSolutionId }),
    });
  }
  return [...facts.values()];
}

/** Components that this solution alone holds, as far as its membership rows tell. */
const deletedWith = ({ id }: InstalledSolution, members: readonly RollbackMember[]): DependencyEnd[] =>
  members
    .filter(({ heldBy, alsoHeldBy, custom }) => alsoHeldBy.length === 0 && custom !== false && onlyBy(heldBy, id))
    .map(({ component }) => component);

const onlyBy = (heldBy: readonly Guid[], id: Guid): boolean => heldBy.length === 1 && heldBy[0] === id;
