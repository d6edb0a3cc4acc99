import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { EnvironmentReader, EnvironmentStore } from "../store/environmentStore";
import {
  ACTIVE_LAYER,
  SYSTEM_LAYER,
  type StoredComponent,
  type StoredLayer,
  type StoredSolution,
} from "../store/model";
import { hasBase, isManagedLayer, withoutLayers } from "./layers";
import { dependentsOf, isTable, referencesInForce, refersTo } from "./references";
import { dataLeft } from "./tableRows";

/** What taking the layers of some solutions off their components would do. Changes nothing by itself. */
export interface Removal {
  /** Components as they are left, by id, where a layer below or of another solution remains. */
  readonly survivors: ReadonlyMap<Guid, StoredComponent>;
  /** Components that go, with their data: no layer but Active remains, or the table they are part of goes. */
  readonly doomed: ReadonlyMap<Guid, StoredComponent>;
}

/** A component that goes although another one, which stays, needs it. */
export interface Blocker {
  readonly required: StoredComponent;
  readonly dependent: StoredComponent;
}

/**
 * @param members components of the solutions concerned.
 * @param left what remains of a member when the layers are off.
 */
export function planRemoval(
  store: EnvironmentReader,
  members: Iterable<StoredComponent>,
  left: (component: StoredComponent) => StoredComponent,
): Removal {
  const survivors = new Map<Guid, StoredComponent>();
  const doomed = new Map<Guid, StoredComponent>();
  for (const component of members) {
    const remaining = left(component);
    if (hasBase(remaining)) survivors.set(component.id, remaining);
    else doomed.set(component.id, component);
  }
  for (const whole of [...doomed.values()]) doomParts(partsOf(store, whole), survivors, doomed);
  return { survivors, doomed };
}

/** What cannot be without the component: columns, forms, … of a table, the value of an environment variable. */
function partsOf(store: EnvironmentReader, whole: StoredComponent): StoredComponent[] {
  if (isTable(whole)) return store.componentsOfTable(whole.key);
  if (whole.type !== ComponentType.EnvironmentVariableDefinition) return [];
  const value = store.find(ComponentType.EnvironmentVariableValue, whole.key);
  return value ? [value] : [];
}

/** Parts go along, unless a managed solution that stays has a layer on them: those block (§8.2). */
function doomParts(
  parts: readonly StoredComponent[],
  survivors: Map<Guid, StoredComponent>,
  doomed: Map<Guid, StoredComponent>,
): void {
  for (const part of parts) {
    const remaining = survivors.get(part.id) ?? part;
    if (doomed.has(part.id) || remaining.layers.some(isManagedLayer)) continue;
    survivors.delete(part.id);
    doomed.set(part.id, part);
  }
}

/** Everything that stays and still needs something that goes, as its layers are after the removal. */
export function blockersOf(store: EnvironmentReader, removal: Removal): Blocker[] {
  return [...presentBlockersOf(store, removal), ...uncoveredBlockersOf(store, removal)];
}

/**
 * What the dependency functions tell beforehand: only definitions that are topmost now count, which is why they
 * under-report (§6.2). A base layer that cannot go is not among them either.
 */
export function presentBlockersOf(store: EnvironmentReader, removal: Removal): Blocker[] {
  const blockers: Blocker[] = [];
  for (const required of removal.doomed.values()) {
    for (const dependent of dependentsOf(store, required)) {
      if (removal.doomed.has(dependent.id)) continue;
      const after = removal.survivors.get(dependent.id) ?? dependent;
      if (refersTo(after, required) || isPartOf(after, required)) blockers.push({ required, dependent: after });
    }
  }
  return blockers;
}

/**
 * What only the removal itself finds, in its second round: a survivor falls back to a layer that needs something which
 * the definition that covered it did not.
 */
function uncoveredBlockersOf(store: EnvironmentReader, removal: Removal): Blocker[] {
  const found: Blocker[] = [];
  for (const after of removal.survivors.values()) {
    const before = store.component(after.id);
    for (const { type, key } of referencesInForce(after)) {
      const required = store.find(type, key);
      if (!required || !removal.doomed.has(required.id)) continue;
      if (!before || !refersTo(before, required)) found.push({ required, dependent: after });
    }
  }
  return found;
}

function isPartOf(component: StoredComponent, table: StoredComponent): boolean {
  return isTable(table) && component.table === table.key;
}

/** Carries the plan out: survivors lose the layers, the doomed go with memberships, rows and values. */
export function applyRemoval(store: EnvironmentStore, removal: Removal): void {
  for (const survivor of removal.survivors.values()) store.putComponent(survivor);
  for (const component of removal.doomed.values()) deleteComponent(store, component);
}

/** Takes a component out of the environment: its layers, memberships and data. */
export function deleteComponent(store: EnvironmentStore, component: StoredComponent): void {
  for (const membership of store.membershipsOf(component.id)) store.deleteMembership(membership.id);
  dataLeft(store, component);
  store.deleteComponent(component.id);
}

/** Members of a solution by its rows. */
export function membersOf(store: EnvironmentReader, solution: StoredSolution): StoredComponent[] {
  return store.membershipsIn(solution.id).flatMap((row) => store.component(row.componentId) ?? []);
}

/**
 * The managed layer that would become the base when these solutions' layers go, where it belongs to another publisher:
 * the platform then refuses (§6.5, §8.2 scenario 2). Undefined when nothing stands in the way: the layers are not the
 * base, something of the platform lies below, or the next layer is the same publisher's (scenario 3).
 */
export function foreignHeir(
  store: EnvironmentReader,
  component: StoredComponent,
  removed: ReadonlySet<string>,
): StoredLayer | undefined {
  const base = component.layers[0];
  if (!base || !removed.has(base.solution) || base.solution === SYSTEM_LAYER) return undefined;
  const heir = withoutLayers(component, removed).layers.find((layer) => layer.solution !== ACTIVE_LAYER);
  if (!heir) return undefined;
  const publisherOf = (layer: StoredLayer): Guid | undefined => store.solutionNamed(layer.solution)?.publisherId;
  return publisherOf(heir) === publisherOf(base) ? undefined : heir;
}
