import type { Properties } from "../../domain/model/property";
import type { WireRow } from "../wire";
import {
  always,
  flag,
  inSmall,
  labels,
  managed,
  oneOf,
  type Says,
  type Sayings,
  text,
  within,
} from "./definitionValues";
import { roles } from "./relationshipRoles";

/** Where the definition of the lookup column is put, which describes the relationship too. */
export const LOOKUP = "Lookup";

const KINDS = { OneToManyRelationship: "OneToMany", ManyToManyRelationship: "ManyToMany" } as const;

const cascade = (name: string): Says => within("CascadeConfiguration", text(name));

const OF_ALL: Sayings = {
  schemaname: text("SchemaName"),
  entityrelationshiptype: oneOf(text("RelationshipType"), KINDS),
  introducedversion: text("IntroducedVersion"),
  iscustomizable: managed("IsCustomizable"),
  isvalidforadvancedfind: flag("IsValidForAdvancedFind"),
};

const ONE_TO_MANY: Sayings = {
  ...OF_ALL,
  ishierarchical: flag("IsHierarchical"),
  referencingentityname: inSmall(text("ReferencingEntity")),
  referencedentityname: inSmall(text("ReferencedEntity")),
  referencingattributename: inSmall(text("ReferencingAttribute")),
  cascadeassign: cascade("Assign"),
  cascadedelete: cascade("Delete"),
  cascadearchive: cascade("Archive"),
  cascadereparent: cascade("Reparent"),
  cascadeshare: cascade("Share"),
  cascadeunshare: cascade("Unshare"),
  cascaderollupview: cascade("RollupView"),
  // The platform keeps one description for both: in every real package it is that of the column. A test holds that.
  relationshipdescription: within(LOOKUP, labels("Description")),
  entityrelationshiproles: roles("OneToManyRelationship"),
};

const MANY_TO_MANY: Sayings = {
  ...OF_ALL,
  ishierarchical: always(false),
  firstentityname: inSmall(text("Entity1LogicalName")),
  secondentityname: inSmall(text("Entity2LogicalName")),
  intersectentityname: inSmall(text("IntersectEntityName")),
  entityrelationshiproles: roles("ManyToManyRelationship"),
};

/**
 * What a package says of a relationship, in its definition: `OneToManyRelationshipMetadata` and
 * `ManyToManyRelationshipMetadata` of the Web API reference, and `EntityRelationship` of customizations.xml.
 */
export function relationshipSayings(definition: WireRow): Sayings {
  const kind = text("RelationshipType")(definition);
  if (kind === "OneToManyRelationship") return ONE_TO_MANY;
  return kind === "ManyToManyRelationship" ? MANY_TO_MANY : {};
}

const KNOWN: ReadonlySet<string> = new Set([ONE_TO_MANY, MANY_TO_MANY].flatMap((some) => Object.keys(some)));

/** Whether the definition of a relationship may tell all that the package says. */
export const isRelationshipTold = (said: Properties): boolean =>
  Object.keys(said).every((property) => KNOWN.has(property));
