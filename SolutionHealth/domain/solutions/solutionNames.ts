const HOLDING_SUFFIX = "_upgrade";

/** Name of the solution under which an upgrade of this one is staged (fact sheet §1.4). */
export const holdingName = (uniqueName: string): string => `${uniqueName}_Upgrade`;

const PATCH_SUFFIX = /_patch_[0-9a-f]+$/;

/** Unique names are compared without regard to case (fact sheet §1.6). */
export const nameKey = (uniqueName: string): string => uniqueName.toLowerCase();

/** Key of the solution whose staged upgrade bears this name, if it may be one: "X_Upgrade" → "x" (fact sheet §1.4). */
export function upgradedNameKey(uniqueName: string): string | undefined {
  const key = nameKey(uniqueName);
  return key.endsWith(HOLDING_SUFFIX) && key !== HOLDING_SUFFIX ? key.slice(0, -HOLDING_SUFFIX.length) : undefined;
}

/** Key of the solution whose patch bears this name, if it may be one: "X_Patch_1a2b" → "x" (fact sheet §1.5). */
export function patchedNameKey(uniqueName: string): string | undefined {
  const key = nameKey(uniqueName);
  const bare = key.replace(PATCH_SUFFIX, "");
  return bare !== key && bare !== "" ? bare : undefined;
}
