import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { invalidParameter, unknownProperty } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";
import { labelsProperty, labelTexts, REQUIRED_LEVELS } from "./metadataLabels";

/** Parts of a definition that the platform keeps itself, or that name the thing: passed over [?]. */
const KEPT_BY_PLATFORM: ReadonlySet<string> = new Set(
  [
    "MetadataId LogicalName SchemaName Name EntityLogicalName EntitySetName LogicalCollectionName ObjectTypeCode",
    "PrimaryIdAttribute PrimaryNameAttribute AttributeType AttributeTypeName OptionSetType IsGlobal IsManaged",
    "IsCustomizable IsCustomEntity IsCustomAttribute CreatedOn ModifiedOn HasChanged IntroducedVersion",
  ]
    .join(" ")
    .split(" "),
);

/** A kind of metadata whose definition takes edits. */
export interface EditedDefinition {
  /** As faults name it: `AttributeMetadata`. */
  readonly logicalName: string;
  /** Label properties of the component by their name in the definition. */
  readonly labels: Readonly<Record<string, string>>;
  /** Properties of the component by their name in the definition, where it is not the same in lower case, or may be absent. */
  readonly properties: Readonly<Record<string, string>>;
}

/** An edit of a definition: what the Active layer gets. */
interface DefinitionEdit {
  readonly definition: Row;
  /** What the component has now. */
  readonly properties: Row;
  /** What the definition shows now. */
  readonly shown: Row;
  /** `mscrm.mergelabels`: labels in languages that the definition does not hold stay (fact sheet §16). */
  readonly mergeLabels: boolean;
}

const LOWER_CASE = new Set(["imemode", "format"]);

/** Managed properties and options stand in an object: `{"Value":"None","CanBeChanged":true}`. */
function plain(value: PropertyValue | undefined): PropertyValue | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value.Value : value;
}

function wrongType(name: string): Error {
  return invalidParameter(`Cannot convert the value of the property '${name}' to the expected type.`);
}

/** Layers write options in lower case, and ApplicationRequired as packages do. */
function asWritten(property: string, text: string): string {
  if (property === "requiredlevel") return REQUIRED_LEVELS[text.toLowerCase()] ?? text;
  return LOWER_CASE.has(property) ? text.toLowerCase() : text;
}

/**
 * The value as the component's layers hold it, which write numbers as text here and there.
 * @throws PlatformFault 400 for a value of another type than the one that is there.
 */
function stored(name: string, property: string, given: PropertyValue, before: PropertyValue | undefined) {
  const value = plain(given);
  if (value === null) return null;
  if (value === undefined || typeof value === "object") throw wrongType(name);
  if (typeof value === "number" && typeof before === "string") return String(value);
  if (before !== undefined && before !== null && typeof value !== typeof before) throw wrongType(name);
  return typeof value === "string" ? asWritten(property, value) : value;
}

/** What the property holds afterwards; undefined where that is what it holds already. */
function changed(
  kind: EditedDefinition,
  name: string,
  value: PropertyValue,
  { properties, mergeLabels }: DefinitionEdit,
): [property: string, value: PropertyValue] | undefined {
  const label = kind.labels[name];
  if (label !== undefined) {
    const before = properties[label];
    const after = labelsProperty(labelTexts(name, value), mergeLabels ? before : undefined);
    return after === labelsProperty([], before) ? undefined : [label, after];
  }
  const property = kind.properties[name] ?? name.toLowerCase();
  if (!(name in kind.properties) && !(property in properties)) throw unknownProperty(name, kind.logicalName);
  const after = stored(name, property, value, properties[property]);
  return after === properties[property] ? undefined : [property, after];
}

const isAsShown = (value: PropertyValue, shown: PropertyValue | undefined): boolean =>
  JSON.stringify(value) === JSON.stringify(shown);

/**
 * The properties that writing a definition changes. A client reads the whole definition, changes what it means to, and
 * sends all of it back: what is as before is no edit. What it leaves out stays [?].
 * @throws PlatformFault 400 for a property that the kind does not have, or a value of another type.
 */
export function definitionEdit(kind: EditedDefinition, given: DefinitionEdit): Row {
  const edit: Row = {};
  for (const [name, value] of Object.entries(given.definition)) {
    if (name.includes("@") || KEPT_BY_PLATFORM.has(name) || isAsShown(value, given.shown[name])) continue;
    const [property, after] = changed(kind, name, value, given) ?? [];
    if (property !== undefined && after !== undefined) edit[property] = after;
  }
  return edit;
}
