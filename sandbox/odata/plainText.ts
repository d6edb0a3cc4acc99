import type { PropertyValue } from "../../SolutionHealth/domain/model/property";

/** A value as text: JSON for complex ones, the empty text for none. */
export function plainText(value: PropertyValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
