import type { PropertyValue } from "../../domain/model/property";

/** A value as it is, for reading and copying; objects and lists as JSON. */
export function valueText(value: PropertyValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value, undefined, 2) : String(value);
}
