import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import type { DependencyFact, RollbackFacts, UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { forEachAtOnce } from "../atOnce";
import type { Transport } from "../transport";
import { blockingSolutions } from "./blockingSolutions";
import { DependentNames } from "./dependentNames";
import { readDependencies } from "./readDependencies";
import { readStacks } from "./readStacks";
import type { Dependency, DependencyEnd } from "./retrieveDependencies";
import type { TypeNames } from "./rollbackComponent";
import type { Tell } from "./rollbackStage";

/** Solutions asked at once: the server works long on each. */
const SOLUTIONS_AT_ONCE = 4;
/** How far behind the solutions that go it is looked for what stands in the way. */
const ROUNDS_AT_MOST = 4;
/** Solutions asked in all, besides those that go. */
const OTHERS_AT_MOST = 20;

/**
 * What stands in the way, round by round: the server names what blocks the solutions that go; solutions that block have
 * to go or change first, and what blocks those would only be told when they are tried (fact sheet §6.2). Each solution
 * is asked once.
 */
export class DependencyRounds {
  private readonly asked = new Set<Guid>();
  private readonly names: DependentNames;
  private readonly dependencies = new Map<string, DependencyFact>();
  private readonly unread: UnreadFact[] = [];

  constructor(
    private facts: RollbackFacts,
    private readonly leaving: readonly InstalledSolution[],
    typeNames: TypeNames,
    private readonly transport: Transport,
  ) {
    const known = facts.members.map(({ component }) => component);
    this.names = new DependentNames(known, typeNames, transport);
  }

  /** @returns the facts with dependencies and the layers of dependents. @throws DataverseError "cancelled", "signedOut" */
  async read(signal: AbortSignal, tell: Tell): Promise<RollbackFacts> {
    let next = this.leaving;
    for (let round = 0; next.length > 0 && round < ROUNDS_AT_MOST; round += 1) {
      const room = this.leaving.length + OTHERS_AT_MOST - this.asked.size;
      if (room <= 0) break;
      await this.ask(next.slice(0, room), signal, tell);
      next = blockingSolutions(this.facts, this.leaving).filter(({ id }) => !this.asked.has(id));
    }
    for (const { uniqueName } of next) {
      this.unread.push({ what: "dependencies", solution: uniqueName, why: { reason: "notRead" } });
    }
    return { ...this.facts, unread: [...this.facts.unread, ...this.unread] };
  }

  private async ask(solutions: readonly InstalledSolution[], signal: AbortSignal, tell: Tell): Promise<void> {
    const found: Dependency[] = [];
    const total = this.asked.size + solutions.length;
    tell("dependencies", this.asked.size, total);
    await forEachAtOnce(solutions, SOLUTIONS_AT_ONCE, async (solution) => {
      const deleted = (): DependencyEnd[] => this.deletedWith(solution);
      const { dependencies, unread } = await readDependencies(solution, deleted, this.transport, signal);
      found.push(...dependencies);
      this.unread.push(...unread);
      this.asked.add(solution.id);
      tell("dependencies", this.asked.size, total);
    });
    await this.take(found, signal, tell);
  }

  /** Names them, and reads the layers of those that stay: where to mend a blocker is for its topmost layer to say (§8.3). */
  private async take(found: readonly Dependency[], signal: AbortSignal, tell: Tell): Promise<void> {
    await this.names.learn(
      found.map(({ dependent }) => dependent),
      signal,
    );
    for (const { required, dependent } of found) {
      const component = this.names.of(dependent);
      this.dependencies.set(`${required.type} ${required.id} ${component.key}`, {
        required,
        dependent: component,
        ...present({ dependentBaseSolutionId: dependent.baseSolutionId }),
      });
    }
    const dependencies = [...this.dependencies.values()];
    const stacks = new Map(this.facts.stacks);
    const unread = new Map(dependencies.map(({ dependent }) => [dependent.key, dependent]));
    for (const key of stacks.keys()) unread.delete(key);
    const more = await readStacks([...unread.values()], this.transport, signal, (done, total) =>
      tell("layers", done, total),
    );
    for (const [key, reading] of more) stacks.set(key, reading);
    this.facts = { ...this.facts, dependencies, stacks };
  }

  /** Components that this solution alone holds, as far as its membership rows tell. */
  private deletedWith({ id }: InstalledSolution): DependencyEnd[] {
    return this.facts.members
      .filter(({ heldBy, alsoHeldBy, custom }) => alsoHeldBy.length === 0 && custom !== false && onlyBy(heldBy, id))
      .map(({ component }) => component);
  }
}

const onlyBy = (heldBy: readonly Guid[], id: Guid): boolean => heldBy.length === 1 && heldBy[0] === id;
