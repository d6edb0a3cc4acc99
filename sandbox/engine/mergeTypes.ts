import { ComponentType } from "../../SolutionHealth/domain/model/componentType";

const RIBBON_PARTS = [48, 49, 52, 53, 55];

const MERGE_TYPES = new Set<number>([
  ComponentType.Form,
  ComponentType.SystemForm,
  ComponentType.SiteMap,
  ComponentType.AppModule,
  ComponentType.RibbonCustomization,
  ...RIBBON_PARTS,
]);

/**
 * Kinds whose layers are merged instead of top-wins, and which the overwrite option leaves alone: forms, site maps,
 * apps, ribbons (fact sheet §8.1, §8.3). This environment does not merge their markup piece by piece: the topmost
 * layer's whole markup is in force, while what the merged component needs is what any of its layers needs.
 */
export function isMergeType(type: number): boolean {
  return MERGE_TYPES.has(type);
}
