import type { Properties, PropertyValue } from "../../domain/model/property";
import { same } from "../../domain/rollbacks/valuesAfter";
import { booleanOf, isRow, rowOf, type WireRow } from "../wire";
import type { EffectiveTable } from "./effectiveTables";

/** Whether the table has a column for everything that a package says of a component. */
export const isCovered = (properties: Properties, { plain, long, managed, labels }: EffectiveTable): boolean =>
  Object.keys(properties).every(
    (name) => plain.includes(name) || long.includes(name) || managed.includes(name) || labels.has(name),
  );

/** Columns that are to be read so that the package's properties can be compared, and what it leaves out be told. */
export const columnsFor = (said: readonly Properties[], { key, plain, long, managed }: EffectiveTable): string[] => [
  key,
  ...plain,
  ...managed,
  ...long.filter((column) => said.some((properties) => has(properties, column))),
];

/**
 * Whether the row says the same as the package, property by property. Anything that cannot be compared is not the same.
 * @param languages those that are switched on: labels are compared only where there is one, since a row has one
 */
export function saysTheSame(
  properties: Properties,
  row: WireRow,
  table: EffectiveTable,
  languages: readonly number[] | undefined,
): boolean {
  return Object.entries(properties).every(([name, value]) => {
    const labelled = table.labels.get(name);
    if (labelled !== undefined) return isOnlyLabel(value, row[labelled], languages);
    if (table.managed.includes(name)) return managedValue(row, name) === value;
    return isSame(row, name, value);
  });
}

/** Whether a column shows something else than the package says; labels may be in another language. */
export const saysOtherwise = (properties: Properties, row: WireRow, table: EffectiveTable): boolean =>
  Object.entries(properties).some(([name, value]) => {
    if (table.managed.includes(name)) return managedValue(row, name) === !value;
    return row[name] !== undefined && !table.labels.has(name) && !isSame(row, name, value);
  });

function isSame(row: WireRow, name: string, value: PropertyValue): boolean {
  if (typeof value === "boolean") return booleanOf(row, name) === value;
  const there = row[name];
  const isPlain = there === null || typeof there === "string" || typeof there === "number";
  return isPlain && same(there, value);
}

function managedValue(row: WireRow, name: string): boolean | undefined {
  const value = rowOf(row, name);
  return value ? booleanOf(value, "Value") : booleanOf(row, name);
}

/** A list of one label, in the only language there is, with the text that the column shows: nothing where that is empty. */
function isOnlyLabel(value: PropertyValue, shown: unknown, languages: readonly number[] | undefined): boolean {
  if (typeof value !== "string" || languages?.length !== 1) return false;
  const labels: unknown = parsed(value);
  if (!Array.isArray(labels) || labels.length !== 1) return false;
  const label: unknown = labels[0];
  return isRow(label) && label.LanguageCode === languages[0] && label.Label === (shown === null ? "" : shown);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What the row has of the table's columns, as the properties of a layer: empty columns are none, and a column that shows a
 * label which the package says is no other property.
 */
export function rowProperties(
  row: WireRow,
  { plain, long, managed, labels }: EffectiveTable,
  said: Properties,
): Properties {
  const shown = new Set([...labels].flatMap(([label, column]) => (has(said, label) ? [column] : [])));
  const values = [...plain, ...long].filter((name) => !shown.has(name)).map((name) => [name, row[name]] as const);
  const flags = managed.map((name) => [name, managedValue(row, name)] as const);
  return Object.fromEntries(
    [...values, ...flags].filter((entry): entry is readonly [string, string | number | boolean] =>
      ["string", "number", "boolean"].includes(typeof entry[1]),
    ),
  );
}

const has = (properties: Properties, name: string): boolean => Object.prototype.hasOwnProperty.call(properties, name);
