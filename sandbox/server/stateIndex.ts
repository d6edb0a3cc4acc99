import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { Environment } from "../engine/contract";
import type { Row, StoredComponent } from "../store/model";

/**
 * What the Web API looks up often and the engine's own store has no index for. Arrays and components of the state are
 * replaced when they change, never edited; so what is computed from one belongs to it, and is made when first asked for.
 */
export class StateIndex {
  private readonly cache = new WeakMap<object, Map<string, unknown>>();
  private current = new Map<string, unknown>();

  constructor(private readonly environment: Environment) {
    environment.onChange(() => {
      this.current = new Map();
    });
  }

  /** Anything that is worth computing once between two changes of the environment. */
  untilChanged<T>(name: string, make: () => T): T {
    if (!this.current.has(name)) this.current.set(name, make());
    return this.current.get(name) as T;
  }

  componentsOfType(type: number): readonly StoredComponent[] {
    const { components } = this.environment.state;
    const groups = this.of(components, "type", () => {
      const byType = new Map<number, StoredComponent[]>();
      for (const component of components) {
        const group = byType.get(component.type);
        if (group) group.push(component);
        else byType.set(component.type, [component]);
      }
      return byType;
    });
    return groups.get(type) ?? [];
  }

  /** Effective properties, computed once for each state of a component. */
  effectiveProperties(componentId: Guid): Row {
    const make = (): Row => this.environment.effectiveProperties(componentId);
    const component = this.environment.store.component(componentId);
    return component ? this.of(component, "properties", make) : make();
  }

  /** Anything that is worth computing once per state of an array. */
  of<T>(owner: object, name: string, make: () => T): T {
    let values = this.cache.get(owner);
    if (!values) this.cache.set(owner, (values = new Map<string, unknown>()));
    const known = values.get(name);
    if (known !== undefined) return known as T;
    const made = make();
    values.set(name, made);
    return made;
  }
}
