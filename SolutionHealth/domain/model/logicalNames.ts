import type { PropertyValue } from "./property";

/**
 * Properties of relationships that name a table or a column. Packages write the name in the capitals of the schema, in one
 * version so and in the next otherwise; definitions tell the logical name, in small letters; which of the two a layer holds is
 * not documented [?]. They name the same.
 */
const NAMING: ReadonlySet<string> = new Set([
  "referencingentityname",
  "referencedentityname",
  "referencingattributename",
  "firstentityname",
  "secondentityname",
  "intersectentityname",
]);

/** The value, a name of a table or a column as its logical name. */
export function withLogicalName<T extends PropertyValue | undefined>(property: string, value: T): T | string {
  return typeof value === "string" && NAMING.has(property) ? value.toLowerCase() : value;
}
