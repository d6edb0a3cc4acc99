import { type Guid, normaliseGuid } from "../domain/model/guid";

/** A row as the Web API sent it: nothing about it is certain. */
export type WireRow = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is WireRow =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text; numbers are taken as text too, empty and absent ones are undefined. */
export function textOf(row: WireRow, column: string): string | undefined {
  const value = row[column];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Declared types lie: booleans come as true, "True" or 1 (fact sheet §3.1). Anything else is undefined. */
export function booleanOf(row: WireRow, column: string): boolean | undefined {
  const text = String(row[column]).toLowerCase();
  if (text === "true" || text === "1") return true;
  if (text === "false" || text === "0") return false;
  return undefined;
}

/** Numbers come as 1 or "1". */
export function numberOf(row: WireRow, column: string): number | undefined {
  const value = row[column];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

export function dateOf(row: WireRow, column: string): Date | undefined {
  const value = row[column];
  if (typeof value !== "string") return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

export function guidOf(row: WireRow, column: string): Guid | undefined {
  const value = row[column];
  return typeof value === "string" ? normaliseGuid(value) : undefined;
}

/** An expanded row, or a nested object. */
export function rowOf(row: WireRow, name: string): WireRow | undefined {
  const value = row[name];
  return isRow(value) ? value : undefined;
}

/** Label of an option or boolean column, there when the request preferred formatted values. */
export const labelOf = (row: WireRow, column: string): string | undefined =>
  textOf(row, `${column}@OData.Community.Display.V1.FormattedValue`);

/** The properties that have a value, for types whose optional properties are absent rather than undefined. */
export function present<T extends Readonly<Record<string, unknown>>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
