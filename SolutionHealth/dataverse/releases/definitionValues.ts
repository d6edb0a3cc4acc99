import type { PropertyValue } from "../../domain/model/property";
import { booleanOf, isRow, rowOf, type WireRow } from "../wire";

/**
 * What a definition of metadata says of one property, in the words of packages. Undefined where it does not tell; null where
 * there may be something that it does not tell. Neither proves anything.
 */
export type Says = (definition: WireRow) => PropertyValue | undefined;

/** Definitions as packages write them: what each property of the package is in there. */
export type Sayings = Readonly<Record<string, Says>>;

export const text =
  (name: string): Says =>
  (definition) => {
    const value = definition[name];
    return typeof value === "string" ? value : undefined;
  };

/** Empty where there is none; packages write an empty element then. */
export const textOrNone =
  (name: string): Says =>
  (definition) =>
    definition[name] === null ? "" : text(name)(definition);

/** Names that packages write in other capitals: of tables and columns those of the schema, of formats small ones. */
export const inSmall =
  (says: Says): Says =>
  (definition) => {
    const value = says(definition);
    return typeof value === "string" ? value.toLowerCase() : undefined;
  };

export const number =
  (name: string): Says =>
  (definition) => {
    const value = definition[name];
    return typeof value === "number" ? value : undefined;
  };

/** Packages write most numbers as text; one that is written otherwise ("1.0") is not taken for the same. */
export const numeral =
  (name: string): Says =>
  (definition) => {
    const value = definition[name];
    return typeof value === "number" ? String(value) : undefined;
  };

export const flag =
  (name: string): Says =>
  (definition) =>
    booleanOf(definition, name);

/** Within a complex value: `RequiredLevel.Value`, `CascadeConfiguration.Delete`. */
export const within =
  (name: string, says: Says): Says =>
  (definition) => {
    const value = rowOf(definition, name);
    return value && says(value);
  };

/** A managed property: `{ Value, CanBeChanged, ManagedPropertyLogicalName }`. */
export const managed = (name: string): Says => within(name, flag("Value"));

/**
 * Packages write apart whether a managed property may be changed; the definition tells it with the property, and names it
 * there. Only "yes" is proof: a "no" may also come from `iscustomizable` or the kind of column [?].
 */
export const mayChange = (name: string, property: string): Says =>
  within(name, (value) => {
    if (value.ManagedPropertyLogicalName !== property) return undefined;
    const may = booleanOf(value, "CanBeChanged");
    return may === false ? null : may;
  });

/** Members of an enumeration, and what packages call them; others are not proof. */
export const oneOf =
  (says: Says, words: Readonly<Record<string, PropertyValue>>): Says =>
  (definition) => {
    const value = says(definition);
    if (typeof value !== "string") return undefined;
    return Object.prototype.hasOwnProperty.call(words, value) ? words[value] : null;
  };

/**
 * What definitions of a kind have no property for and every package says alike: nothing else can be there. A test holds
 * that against the real packages.
 */
export const always =
  (value: PropertyValue): Says =>
  () =>
    value;

/** All labels, sorted by language. An empty one is none: definitions leave out what was never written [?]. */
export const labels = (name: string): Says =>
  within(name, ({ LocalizedLabels: list }) => {
    if (!Array.isArray(list)) return undefined;
    const found = list.map(labelOf);
    return found.every((label) => label !== undefined) ? labelsText(found) : undefined;
  });

interface Label {
  readonly Label: string;
  readonly LanguageCode: number;
}

function labelOf(value: unknown): Label | undefined {
  if (!isRow(value)) return undefined;
  const { Label, LanguageCode } = value;
  return typeof Label === "string" && typeof LanguageCode === "number" ? { Label, LanguageCode } : undefined;
}

/** Labels as packages are read (`labelsValue`), without empty ones. */
export const labelsText = (list: readonly Label[]): string =>
  JSON.stringify(
    list
      .filter(({ Label }) => Label !== "")
      .sort((a, b) => a.LanguageCode - b.LanguageCode)
      .map(({ Label, LanguageCode }) => ({ Label, LanguageCode })),
  );

/** A text of labels without empty ones; any other text as it is. */
export function labelsSaid(value: string): string {
  const list = parsed(value);
  const found = Array.isArray(list) ? list.map(labelOf) : [undefined];
  return found.every((label) => label !== undefined) ? labelsText(found) : value;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
