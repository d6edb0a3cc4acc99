import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { PackageComponent } from "../../SolutionHealth/package/model";
import { guidFor } from "../store/guidFor";
import type { EnvironmentStore } from "../store/environmentStore";
import type { StoredComponent, StoredMembership, StoredSolution } from "../store/model";
import { managedSolution, notFound } from "./faults";
import type { Work } from "./work";

function membershipId(work: Work, solutionId: Guid, componentId: Guid): Guid {
  return guidFor(work.store.state.organization.id, "membership", solutionId, componentId);
}

/**
 * Makes the component a member of the solution (§2.1): a root with its behaviour; a part of a table with no behaviour
 * of its own and the membership row of its table as root.
 */
export function joinSolution(
  work: Work,
  solution: StoredSolution,
  component: StoredComponent,
  part: PackageComponent,
): void {
  const id = membershipId(work, solution.id, component.id);
  const existing = work.store.membershipsOf(component.id).find((row) => row.solutionId === solution.id);
  const row: StoredMembership = {
    id: existing?.id ?? id,
    solutionId: solution.id,
    componentId: component.id,
    type: component.type,
    behavior: part.root ? (part.behavior ?? 0) : null,
    rootMembershipId: part.root ? null : rootOf(work, solution, component),
    createdOn: existing?.createdOn ?? work.at,
  };
  work.store.putMembership(row);
}

/**
 * Parts of a table that an unmanaged solution holds whole need no row: they count as included (§2.1). Managed ones get
 * theirs.
 */
export function needsRow(work: Work, solution: StoredSolution, part: PackageComponent): boolean {
  if (solution.managed || part.root || part.table === undefined) return true;
  const table = work.store.find(ComponentType.Entity, part.table);
  const root = table && work.store.membershipsOf(table.id).find((row) => row.solutionId === solution.id);
  return root?.behavior !== 0;
}

function rootOf(work: Work, solution: StoredSolution, component: StoredComponent): Guid | null {
  if (component.table === undefined) return null;
  const table = work.store.find(ComponentType.Entity, component.table);
  if (!table || table.id === component.id) return null;
  const row = work.store.membershipsOf(table.id).find((membership) => membership.solutionId === solution.id);
  return row?.id ?? null;
}

/** @throws PlatformFault 404 where there is no such solution, 0x8004F024 where it is managed. */
export function requireUnmanaged(store: EnvironmentStore, uniqueName: string): StoredSolution {
  const solution = store.solutionNamed(uniqueName);
  if (!solution) throw notFound(`solution With uniquename = ${uniqueName}`);
  if (solution.managed) throw managedSolution(solution);
  return solution;
}

const SHELL = 2;

/**
 * What an edit inside an unmanaged solution does: a part of a table brings the table along as a shell, and needs no row
 * where the solution holds the table whole (§2.1). Who is a member already stays as it is.
 */
export function addToUnmanaged(work: Work, solution: StoredSolution, component: StoredComponent): void {
  const rowOf = (id: Guid): StoredMembership | undefined =>
    work.store.membershipsOf(id).find((row) => row.solutionId === solution.id);
  if (rowOf(component.id)) return;
  const row = (of: StoredComponent, behavior: StoredMembership["behavior"]): StoredMembership => ({
    id: membershipId(work, solution.id, of.id),
    solutionId: solution.id,
    componentId: of.id,
    type: of.type,
    behavior,
    rootMembershipId: null,
    createdOn: work.at,
  });
  const table = component.table === undefined ? undefined : work.store.find(ComponentType.Entity, component.table);
  if (!table || table.id === component.id) {
    work.store.putMembership(row(component, component.type === ComponentType.Entity ? SHELL : 0));
    return;
  }
  const root = rowOf(table.id) ?? row(table, SHELL);
  if (root.behavior === 0) return;
  work.store.putMembership(root);
  work.store.putMembership({ ...row(component, null), rootMembershipId: root.id });
}
