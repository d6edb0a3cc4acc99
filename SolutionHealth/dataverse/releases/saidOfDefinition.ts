import { withLogicalName } from "../../domain/model/logicalNames";
import type { Properties, PropertyValue } from "../../domain/model/property";
import { same } from "../../domain/rollbacks/valuesAfter";
import type { WireRow } from "../wire";
import { labelsSaid, type Sayings } from "./definitionValues";
import { descriptionSaid, rolesSaid } from "./relationshipRoles";

/** What a package says of a property in the words that definitions are told in. */
function inTheirWords(property: string, value: PropertyValue): PropertyValue {
  if (typeof value !== "string") return value;
  if (property.endsWith("LocalizedLabel")) return labelsSaid(value);
  // "1E-10" is the same number.
  if (property === "minvalue" || property === "maxvalue") return value.toLowerCase();
  if (property === "entityrelationshiproles") return rolesSaid(value);
  if (property === "relationshipdescription") return descriptionSaid(value);
  return withLogicalName(property, value);
}

/** Undefined where the definition does not tell. */
function isSaid(definition: WireRow, sayings: Sayings, property: string, value: PropertyValue): boolean | undefined {
  const told = Object.prototype.hasOwnProperty.call(sayings, property) ? sayings[property]?.(definition) : undefined;
  return told === undefined || told === null ? undefined : same(told, inTheirWords(property, value));
}

/** Whether a definition says everything that a package says, property by property. What it does not tell is not the same. */
export const definitionSays = (properties: Properties, definition: WireRow, sayings: Sayings): boolean =>
  Object.entries(properties).every(([property, value]) => isSaid(definition, sayings, property, value) === true);

/** Whether a definition says something otherwise than a package does. */
export const definitionDenies = (properties: Properties, definition: WireRow, sayings: Sayings): boolean =>
  Object.entries(properties).some(([property, value]) => isSaid(definition, sayings, property, value) === false);

/**
 * What a definition has, and without a value what may be there besides. What is empty it has not, nor what is said of any
 * definition of its kind.
 */
export const definitionProperties = (definition: WireRow, sayings: Sayings): Properties =>
  Object.fromEntries(
    Object.entries(sayings).flatMap(([property, says]) => {
      const told = says(definition);
      const isNothing = told === undefined || told === "" || told === NO_LABELS;
      return isNothing || (told !== null && says(NO_DEFINITION) === told) ? [] : [[property, told] as const];
    }),
  );

const NO_LABELS = "[]";
const NO_DEFINITION: WireRow = {};
