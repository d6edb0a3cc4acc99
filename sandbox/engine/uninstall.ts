import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { EnvironmentStore } from "../store/environmentStore";
import type { StoredComponent, StoredSolution } from "../store/model";
import { hasPatches, notFound, restrictedDelete } from "./faults";
import { aboutSolution, Operation, Suboperation, type HistorySubject } from "./history";
import { withoutLayers } from "./layers";
import { refuseLastForms } from "./lastForms";
import { patchesOf } from "./patchRules";
import { applyRemoval, blockersOf, foreignHeir, membersOf, planRemoval, type Removal } from "./removal";
import { baseLayerBlocked, uninstallBlocked } from "./removalFaults";
import { isRestrictedSolution } from "./systemSolutions";
import type { Work } from "./work";

/**
 * The solution and, for a base, its patches in the order they go: newest first, the base last (§1.5).
 * @throws 0x80040217 when there is no such solution, 0x8004F005 for the platform's own containers.
 */
export function solutionsToUninstall(store: EnvironmentStore, uniqueName: string): StoredSolution[] {
  const solution = store.solutionNamed(uniqueName);
  if (isRestrictedSolution(uniqueName, solution?.id)) throw restrictedDelete();
  if (!solution) throw notFound(`solution With Unique Name = ${uniqueName}`);
  return [...patchesOf(store.state.solutions, solution).reverse(), solution];
}

/** What the uninstall of these managed solutions together would do (§8.2). */
export function planUninstall(store: EnvironmentStore, solutions: readonly StoredSolution[]): Removal {
  const names = namesOf(solutions);
  return planRemoval(store, membersOfAll(store, solutions), (component) => withoutLayers(component, names));
}

/**
 * Uninstalls a managed solution with its patches; of an unmanaged one only the container goes (§6.5).
 * @returns what the history says, one row a solution.
 * @throws 0x8004F005, 0x8004F01D, 0x8004F020, 0x8004F654 (last main form of a table), 0x80048538 (unmanaged base with
 * patches), base-layer refusal.
 */
export function uninstall(work: Work, uniqueName: string): HistorySubject[] {
  const { store } = work;
  const solutions = solutionsToUninstall(store, uniqueName);
  const solution = solutions.at(-1);
  if (solution && !solution.managed) {
    const patches = solutions.slice(0, -1);
    if (patches.length > 0) throw hasPatches(patches.map((patch) => patch.uniqueName));
  } else {
    removeManaged(work, solutions);
  }
  const subjects = solutions.map((one) =>
    aboutSolution(store, one, { operation: Operation.Uninstall, suboperation: Suboperation.None }),
  );
  for (const one of solutions) removeRow(store, one);
  work.progress(100, "done");
  return subjects;
}

function removeManaged(work: Work, solutions: readonly StoredSolution[]): void {
  const { store } = work;
  const names = namesOf(solutions);
  for (const component of membersOfAll(store, solutions)) {
    if (foreignHeir(store, component, names)) throw baseLayerBlocked(component);
  }
  work.progress(20, "layers");
  const removal = planUninstall(store, solutions);
  const [blocker] = blockersOf(store, removal);
  if (blocker) throw uninstallBlocked(store, blocker);
  refuseLastForms(work, removal);
  work.progress(60, "dependencies");
  applyRemoval(store, removal);
}

/** Takes a solution's row and its memberships away. */
export function removeRow(store: EnvironmentStore, solution: StoredSolution): void {
  for (const membership of store.membershipsIn(solution.id)) store.deleteMembership(membership.id);
  store.deleteSolution(solution.id);
}

export function membersOfAll(store: EnvironmentStore, solutions: readonly StoredSolution[]): StoredComponent[] {
  const members = new Map<Guid, StoredComponent>();
  for (const solution of solutions) {
    for (const component of membersOf(store, solution)) members.set(component.id, component);
  }
  return [...members.values()];
}

export function namesOf(solutions: readonly StoredSolution[]): Set<string> {
  return new Set(solutions.map((solution) => solution.uniqueName));
}
