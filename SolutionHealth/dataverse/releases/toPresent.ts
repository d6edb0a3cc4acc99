import type { SolutionComponent } from "../../domain/model/component";
import { present } from "../../domain/present";
import type { PresentComponent } from "../../domain/releases/releaseFacts";
import { toRollbackComponent, type TypeNames } from "../rollbacks/rollbackComponent";

/** A listed component as the rules see it. */
export function toPresent(component: SolutionComponent, typeNames: TypeNames): PresentComponent {
  const { managed, custom, hasActiveCustomization: flagged } = component;
  return { component: toRollbackComponent(component, typeNames), ...present({ managed, custom, flagged }) };
}
