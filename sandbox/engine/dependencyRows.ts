import { EMPTY_GUID, type Guid } from "../../SolutionHealth/domain/model/guid";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { guidFor } from "../store/guidFor";
import type { EnvironmentStore } from "../store/environmentStore";
import { ACTIVE_LAYER, SYSTEM_LAYER, type Row, type StoredComponent } from "../store/model";
import { notFound } from "./faults";
import { dependentsOf, isTable, requirementsOf } from "./references";
import { presentBlockersOf, type Blocker } from "./removal";
import { ACTIVE_SOLUTION_ID, SYSTEM_SOLUTION_ID } from "./systemSolutions";
import { componentsOf } from "./solutionMembers";
import { planUninstall, solutionsToUninstall } from "./uninstall";

/** Option values of `dependencytype` (§7). */
const [SOLUTION_INTERNAL, PUBLISHED] = [1, 2];

/**
 * What blocks an uninstall as far as the topmost definitions of now tell. These rows lack `dependencyid` and `requiredcomponentintroducedversion` (§6.2).
 */
export function dependenciesForUninstall(store: EnvironmentStore, uniqueName: string): Row[] {
  const solutions = solutionsToUninstall(store, uniqueName).filter((solution) => solution.managed);
  return distinct(presentBlockersOf(store, planUninstall(store, solutions))).map((blocker) => bareRow(store, blocker));
}

/** What blocks deleting a component: who uses it, and for a table, who uses its parts from outside. */
export function dependenciesForDelete(store: EnvironmentStore, id: Guid, type: number): Row[] {
  const target = requireComponent(store, id, type);
  const parts = isTable(target) ? store.componentsOfTable(target.key) : [];
  const inside = new Set([target.id, ...parts.map((part) => part.id)]);
  const blockers = [target, ...parts].flatMap((required) =>
    dependentsOf(store, required)
      .filter((dependent) => !inside.has(dependent.id))
      .map((dependent) => ({ required, dependent })),
  );
  return distinct(blockers).map((blocker) => fullRow(store, blocker));
}

/** Everything that uses a component. */
export function dependentComponents(store: EnvironmentStore, id: Guid, type: number): Row[] {
  const required = requireComponent(store, id, type);
  return dependentsOf(store, required).map((dependent) => fullRow(store, { required, dependent }));
}

/** Everything a component uses. */
export function requiredComponents(store: EnvironmentStore, id: Guid, type: number): Row[] {
  const dependent = requireComponent(store, id, type);
  return requirementsOf(store, dependent).map((required) => fullRow(store, { required, dependent }));
}

/**
 * What members of a solution need and the solution does not hold: as documented, not what is absent from the
 * environment. The platform's own components are not counted.
 */
export function missingDependencies(store: EnvironmentStore, uniqueName: string): Row[] {
  const solution = store.solutionNamed(uniqueName);
  if (!solution) throw notFound(`solution With uniquename = ${uniqueName}`);
  const members = componentsOf(store, solution.id);
  const inside = new Set(members.map(({ id }) => id));
  const missing = members.flatMap((dependent) =>
    requirementsOf(store, dependent)
      .filter((required) => !inside.has(required.id) && required.layers[0]?.solution !== SYSTEM_LAYER)
      .map((required) => ({ required, dependent })),
  );
  return [...distinct(missing).map((blocker) => bareRow(store, blocker)), ...absenceRows(store, members)];
}

/** Needs of these components that nothing in the environment meets. What has come since is missing no more. */
function absenceRows(store: EnvironmentStore, members: readonly StoredComponent[]): Row[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  return (store.state.absences ?? []).flatMap(({ dependentId, required }) => {
    const dependent = byId.get(dependentId);
    if (!dependent || store.component(required.id)) return [];
    return [
      {
        ...dependentEnd(store, dependent),
        requiredcomponentobjectid: required.id,
        requiredcomponenttype: required.type,
        requiredcomponentbasesolutionid: required.solutionId,
        requiredcomponentparentid: EMPTY_GUID,
        requiredcomponentintroducedversion: required.introducedVersion,
        dependencytype: PUBLISHED,
        _requiredcomponentnodeid_value: guidFor(store.state.organization.id, "node", required.id),
      },
    ];
  });
}

/** @throws 0x80040217 when the environment has no such component of that kind. */
export function requireComponent(store: EnvironmentStore, id: Guid, type?: number): StoredComponent {
  const component = store.component(id);
  if (!component || (type !== undefined && component.type !== type)) throw notFound(`Component With Id = ${id}`);
  return component;
}

function distinct(blockers: readonly Blocker[]): Blocker[] {
  return [...new Map(blockers.map((blocker) => [`${blocker.required.id}|${blocker.dependent.id}`, blocker])).values()];
}

function bareRow(store: EnvironmentStore, { required, dependent }: Blocker): Row {
  const organization = store.state.organization.id;
  return {
    ...dependentEnd(store, dependent),
    requiredcomponentobjectid: required.id,
    requiredcomponenttype: required.type,
    requiredcomponentbasesolutionid: baseSolutionId(store, required),
    requiredcomponentparentid: parentId(store, required),
    dependencytype: isTable(required) && dependent.table === required.key ? SOLUTION_INTERNAL : PUBLISHED,
    _requiredcomponentnodeid_value: guidFor(organization, "node", required.id),
  };
}

function dependentEnd(store: EnvironmentStore, dependent: StoredComponent): Row {
  return {
    dependentcomponentobjectid: dependent.id,
    dependentcomponenttype: dependent.type,
    dependentcomponentbasesolutionid: baseSolutionId(store, dependent),
    dependentcomponentparentid: parentId(store, dependent),
    _dependentcomponentnodeid_value: guidFor(store.state.organization.id, "node", dependent.id),
  };
}

function fullRow(store: EnvironmentStore, blocker: Blocker): Row {
  const { required, dependent } = blocker;
  return {
    dependencyid: guidFor(store.state.organization.id, "dependency", required.id, dependent.id),
    ...bareRow(store, blocker),
    requiredcomponentintroducedversion: introducedVersion(required),
  };
}

/** Solution of the base layer, not of the layer that brought the reference (§7). */
function baseSolutionId(store: EnvironmentStore, component: StoredComponent): Guid {
  const base = component.layers[0]?.solution;
  if (base === undefined || base === SYSTEM_LAYER) return SYSTEM_SOLUTION_ID;
  if (base === ACTIVE_LAYER) return ACTIVE_SOLUTION_ID;
  return store.solutionNamed(base)?.id ?? EMPTY_GUID;
}

/** The table of a part, all zeros where there is none (§7). */
function parentId(store: EnvironmentStore, component: StoredComponent): Guid {
  const table = component.table === undefined ? undefined : store.find(ComponentType.Entity, component.table);
  return table && table.id !== component.id ? table.id : EMPTY_GUID;
}

/** The platform's own came with 5.0; others with the version they say. A double: "1.2.3.4" is 1.2. */
function introducedVersion(component: StoredComponent): number {
  const written = component.layers[0]?.properties.introducedversion;
  const parsed = typeof written === "string" ? Number.parseFloat(written) : Number.NaN;
  if (Number.isFinite(parsed)) return parsed;
  return component.layers[0]?.solution === SYSTEM_LAYER ? 5 : 1;
}
