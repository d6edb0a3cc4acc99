import { ComponentType } from "../../SolutionHealth/domain/model/componentType";

const NAMES = new Map<number, string>(Object.entries(ComponentType).map(([name, type]) => [type, name]));

/** The kind as the platform's messages name it, e.g. `SavedQuery`; its number where there is no fixed name. */
export function typeName(type: number): string {
  return NAMES.get(type) ?? String(type);
}
