import type { Guid } from "../../domain/model/guid";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { Transport } from "../transport";
import type { Dependency } from "./retrieveDependencies";
import { nameKeyOf, retrieveNames } from "./retrieveNames";
import { toRollbackComponent, type TypeNames } from "./rollbackComponent";

type Dependent = Dependency["dependent"];

/** Components on the far end of dependencies by type and id, each named once. */
export class DependentNames {
  private readonly components = new Map<string, RollbackComponent>();

  constructor(
    known: readonly RollbackComponent[],
    private readonly typeNames: TypeNames,
    private readonly transport: Transport,
  ) {
    for (const component of known) this.components.set(nameKeyOf(component), component);
  }

  /** Looks up those that the server did not name. @throws DataverseError "cancelled" or "signedOut" */
  async learn(dependents: readonly Dependent[], signal: AbortSignal): Promise<void> {
    const unnamed = new Set<Guid>();
    for (const dependent of dependents) {
      if (this.components.has(nameKeyOf(dependent))) continue;
      const { name, displayName } = dependent;
      if (name === undefined) unnamed.add(dependent.id);
      else this.enter({ ...dependent, name, displayName: displayName ?? name });
    }
    for (const named of (await retrieveNames([...unnamed], this.transport, signal)).values()) this.enter(named);
  }

  /** One that nobody names bears its id. */
  of(dependent: Dependent): RollbackComponent {
    const { id, displayName = id } = dependent;
    return this.components.get(nameKeyOf(dependent)) ?? this.toComponent({ ...dependent, name: id, displayName });
  }

  private enter(component: Parameters<typeof toRollbackComponent>[0]): void {
    this.components.set(nameKeyOf(component), this.toComponent(component));
  }

  private toComponent(component: Parameters<typeof toRollbackComponent>[0]): RollbackComponent {
    return toRollbackComponent(component, this.typeNames);
  }
}
