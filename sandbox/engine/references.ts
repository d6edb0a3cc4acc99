import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { EnvironmentReader } from "../store/environmentStore";
import type { StoredComponent } from "../store/model";
import { isMergeType } from "./mergeTypes";

/** A component by what it is called: its number of `componenttype` and its key. */
export interface Address {
  readonly type: number;
  readonly key: string;
}

/**
 * What the component needs as it stands: "only dependencies between topmost layers are computed" (§6.2). The topmost
 * layer that defines the component decides; an edit of single properties defines nothing new. Merged kinds need what
 * any of their layers needs.
 */
export function referencesInForce(component: StoredComponent): readonly Address[] {
  if (isMergeType(component.type)) return Object.values(component.references).flat();
  const defining = component.layers.filter((layer) => component.references[layer.solution] !== undefined).at(-1);
  return defining ? (component.references[defining.solution] ?? []) : [];
}

export function isTable(component: Address): boolean {
  return component.type === ComponentType.Entity;
}

export function refersTo(component: StoredComponent, target: Address): boolean {
  return referencesInForce(component).some(({ type, key }) => type === target.type && key === target.key);
}

/** Components that need this one: those whose definition in force names it, and the parts of a table. */
export function dependentsOf(store: EnvironmentReader, target: StoredComponent): StoredComponent[] {
  const byName = store.referrersOf(target).filter((other) => other.id !== target.id && refersTo(other, target));
  if (!isTable(target)) return byName;
  const found = new Set(byName.map((component) => component.id));
  return [
    ...byName,
    ...store.componentsOfTable(target.key).filter((part) => part.id !== target.id && !found.has(part.id)),
  ];
}

/** Components this one needs and this environment has: by its definition, and the table it is part of. */
export function requirementsOf(store: EnvironmentReader, component: StoredComponent): StoredComponent[] {
  const addresses = [...referencesInForce(component)];
  if (component.table !== undefined) addresses.push({ type: ComponentType.Entity, key: component.table });
  const found = new Map<string, StoredComponent>();
  for (const { type, key } of addresses) {
    const required = store.find(type, key);
    if (required && required.id !== component.id) found.set(required.id, required);
  }
  return [...found.values()];
}
