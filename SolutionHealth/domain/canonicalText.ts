import type { PropertyValue } from "./model/property";

/** JSON whose objects have their members in alphabetical order: equal values give equal texts. */
export function canonicalText(value: PropertyValue): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
