import type { PropertyValue } from "../model/property";

/** The number of an option: it comes as a number, as text, or as an object that holds one (fact sheet §4.4). */
export function optionNumber(value: PropertyValue | undefined): number | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return optionNumber(value.Value);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
