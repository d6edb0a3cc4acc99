import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { Row, StoredComponent } from "../../store/model";

/** Logical name of a table, column name of a column, the name as it is for everything else. */
export function logicalName(component: StoredComponent): string {
  if (component.type === ComponentType.Entity) return component.key;
  if (component.type === ComponentType.Attribute) return component.key.slice(component.key.indexOf(".") + 1);
  return component.name;
}

/** Sibilants take `es`, a consonant and y becomes `ies`: what the platform does with logical names. */
function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** Entity set of a table: as its definition says, else the plural of its logical name. */
export function collectionName(table: StoredComponent, properties: Row): string {
  for (const value of [properties.entitysetname, properties.logicalcollectionname]) {
    if (typeof value === "string" && value !== "") return value;
  }
  return plural(table.key);
}
