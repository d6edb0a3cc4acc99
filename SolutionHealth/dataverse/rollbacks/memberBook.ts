import type { SolutionComponent } from "../../domain/model/component";
import type { Guid } from "../../domain/model/guid";
import type { Membership } from "./retrieveMemberships";
import { nameKeyOf } from "./retrieveNames";

/** A component of leaving solutions, or a part of one of their tables, as far as it is known. */
export interface BookedComponent {
  /** Named by its id until a summary names it. */
  readonly component: SolutionComponent;
  /** Leaving solutions that have a membership row for it, which is the proof (fact sheet §2.1). */
  readonly heldBy: ReadonlySet<Guid>;
}

/** Components by type and id: membership rows say that they belong, summaries what they are called. */
export class MemberBook {
  private readonly components = new Map<string, { component: SolutionComponent; heldBy: Set<Guid> }>();

  enterRow({ componentId: id, type, solutionId }: Membership): void {
    this.entry({ id, type, name: id, displayName: id }).heldBy.add(solutionId);
  }

  /** A summary: names what is there, and enters what is not. */
  enter(component: SolutionComponent): void {
    this.entry(component).component = component;
  }

  has(component: SolutionComponent): boolean {
    return this.components.has(nameKeyOf(component));
  }

  all(): BookedComponent[] {
    return [...this.components.values()];
  }

  nameless(): SolutionComponent[] {
    return this.all().flatMap(({ component }) => (component.name === component.id ? [component] : []));
  }

  private entry(component: SolutionComponent): { component: SolutionComponent; heldBy: Set<Guid> } {
    const key = nameKeyOf(component);
    const known = this.components.get(key) ?? { component, heldBy: new Set() };
    this.components.set(key, known);
    return known;
  }
}
