/**
 * Platform names of the types whose layers the platform merges piece by piece instead of letting the top one win: forms,
 * site maps, model-driven apps; ribbons behave so for the overwrite option (fact sheet §8.1). For these the winner of a
 * property is only the layer that has the last word on it, and taking a layer away puts the rest together anew.
 */
const MERGE_TYPES: ReadonlySet<string> = new Set([
  "SystemForm",
  "SiteMap",
  "AppModule",
  "RibbonCustomization",
  "RibbonCommand",
  "RibbonContextGroup",
  "RibbonRule",
  "RibbonTabToCommandMap",
  "RibbonDiff",
]);

export const isMergeType = (typeName: string): boolean => MERGE_TYPES.has(typeName);

/** Child collections to which every layer adds: an entry missing in a higher layer is not taken away by it (§8.1). */
const ADDED_UP: ReadonlySet<string> = new Set(["AttributePicklistValues", "LocalizedLabels"]);

export const addsUp = (collection: string): boolean => ADDED_UP.has(collection);
