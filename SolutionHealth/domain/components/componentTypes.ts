import { CLASSIC_TYPE_NAMES } from "./classicTypeNames";

/** How a component type is called. */
export interface ComponentTypeName {
  /** The platform's own name ("SystemForm"), as layers and removals take it (fact sheet §4.6). */
  readonly platformName: string;
  /** Key of the text that people read, for types every environment has; else the platform name stands in. */
  readonly textKey?: string;
}

/**
 * Name of a component type.
 * @param typeNames names of this environment's own types (`solutioncomponentdefinitions`, §2.4); they decide for
 *   numbers that our table does not know, never for those it does: the classic numbers are the same everywhere
 */
export function componentTypeName(type: number, typeNames?: ReadonlyMap<number, string>): ComponentTypeName {
  const classic = CLASSIC_TYPE_NAMES.get(type);
  if (classic !== undefined) return { platformName: classic, textKey: textKeyOf(classic) };
  return { platformName: typeNames?.get(type) ?? String(type) };
}

/** Every `textKey` there is, each once: what the texts must hold. */
export const componentTypeTextKeys = (): string[] => [...new Set([...CLASSIC_TYPE_NAMES.values()].map(textKeyOf))];

const textKeyOf = (platformName: string): string => `ComponentType_${platformName}`;
