import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { Environment } from "../engine/contract";
import type { Row, StoredComponent } from "../store/model";

/**
 * What the Web API looks up often and the engine's own store has no index for. Arrays of the state are replaced when
 * they change, never edited; so what is computed from one belongs to it, and is made when first asked for.
 */
export class StateIndex {
  private readonly cache = new WeakMap<object, Map<string, unknown>>();
  private properties = new Map<Guid, Row>();

  constructor(private readonly environment: Environment) {
    environment.onChange(() => {
      this.properties = new Map();
    });
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

  /** Effective properties, kept until the environment changes. */
  effectiveProperties(componentId: Guid): Row {
    let found = this.properties.get(componentId);
    if (!found) {
      found = this.environment.effectiveProperties(componentId);
      this.properties.set(componentId, found);
    }
    return found;
  }

  /** Anything that is worth computing once per state of an array. */
  of<T>(owner: object, name: string, make: () => T): T {
    const values = this.cache.get(owner) ?? new Map<string, unknown>();
    this.cache.set(owner, values);
    if (!values.has(name)) values.set(name, make());
    return values.get(name) as T;
  }
}
