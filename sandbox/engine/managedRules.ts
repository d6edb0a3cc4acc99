import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { PackageComponent } from "../../SolutionHealth/package/model";
import { ACTIVE_LAYER, type StoredComponent, type StoredSolution } from "../store/model";
import { effectiveProperties } from "./effective";
import { managedPropertyDiffers, notCustomizable, unmanagedBaseInstance, unmanagedParent } from "./faults";
import { hasBase, hasLayerOfGroup, isManagedLayer, withoutLayers } from "./layers";
import type { Work } from "./work";

const ACTIVE_ONLY: ReadonlySet<string> = new Set([ACTIVE_LAYER]);

/** Steps and their images: the kinds for which a managed import over an unmanaged one is refused (0x8004F016). */
const NEVER_OVER_UNMANAGED = new Set<number>([ComponentType.SdkMessageProcessingStep, 93]);

/**
 * Refuses a managed layer where the platform does: over an unmanaged step, under an unmanaged table, and over another
 * publisher's component that is not customizable, or whose managed property it would change. A solution that has a
 * layer there already is not questioned (§8.1).
 */
export function checkManagedRules(
  work: Work,
  part: PackageComponent,
  component: StoredComponent,
  solution: StoredSolution,
): void {
  if (isUnmanagedOnly(component) && NEVER_OVER_UNMANAGED.has(component.type)) throw unmanagedBaseInstance(component);
  if (hasLayerOfGroup(component, solution.uniqueName, work.store)) return;
  const parent = part.table === undefined ? undefined : work.store.find(ComponentType.Entity, part.table);
  if (parent && parent.id !== component.id && isUnmanagedOnly(parent)) throw unmanagedParent(component, parent);
  if (!part.shell) checkManagedProperties(work, part, component, solution);
}

function checkManagedProperties(
  work: Work,
  part: PackageComponent,
  component: StoredComponent,
  solution: StoredSolution,
): void {
  const owner = basePublisher(work, component);
  if (owner === undefined || owner === solution.publisherId) return;
  const managed = withoutLayers(component, ACTIVE_ONLY);
  if (!isCustomizable(managed)) throw notCustomizable("Import", component);
  if (isFalse(part.properties.iscustomizable)) throw managedPropertyDiffers(component);
}

function isUnmanagedOnly(component: StoredComponent): boolean {
  return component.layers.length > 0 && !hasBase(component);
}

/** Publisher of the lowest managed layer, where nothing of the platform lies below. */
function basePublisher(work: Work, component: StoredComponent): Guid | undefined {
  const base = component.layers[0];
  return base && isManagedLayer(base) ? work.store.solutionNamed(base.solution)?.publisherId : undefined;
}

/** The managed property `iscustomizable` as the layers leave it; packages write it in several shapes (§4.4). */
export function isCustomizable(component: StoredComponent): boolean {
  return !isFalse(effectiveProperties(component).iscustomizable);
}

function isFalse(value: PropertyValue | undefined): boolean {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return isFalse(value.Value);
  return value === false || value === 0 || value === "0" || value === "false";
}
