import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { EnvironmentStore } from "../store/environmentStore";
import { ACTIVE_LAYER, type StoredComponent } from "../store/model";
import { isTable } from "./references";
import { ACTIVE_SOLUTION_ID, DEFAULT_SOLUTION_ID } from "./systemSolutions";

/**
 * Members of a solution as the platform's pages show them: its rows, the parts of tables an unmanaged solution holds
 * whole (§2.1), everything for Default, everything with an Active layer for Active.
 */
export function componentsOf(store: EnvironmentStore, solutionId: Guid): StoredComponent[] {
  if (solutionId === DEFAULT_SOLUTION_ID) return [...store.state.components];
  if (solutionId === ACTIVE_SOLUTION_ID) {
    return store.state.components.filter((component) => component.layers.at(-1)?.solution === ACTIVE_LAYER);
  }
  const managed = store.solution(solutionId)?.managed === true;
  const members = new Map<Guid, StoredComponent>();
  for (const row of store.membershipsIn(solutionId)) {
    const component = store.component(row.componentId);
    if (!component) continue;
    members.set(component.id, component);
    if (managed || row.behavior !== 0 || !isTable(component)) continue;
    for (const part of store.componentsOfTable(component.key)) members.set(part.id, part);
  }
  return [...members.values()];
}
