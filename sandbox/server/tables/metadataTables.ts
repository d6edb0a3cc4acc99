import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { type Column, columns, toMany } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import { SYSTEM_LAYER } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { columnDefinition, DEFINITION_COLUMNS } from "./columnDefinition";
import { keyDefinitions } from "./keyDefinitions";
import { ATTRIBUTE, editing, ENTITY, OPTION_SET } from "./metadataKinds";
import { COMMON, common, text } from "./metadataRow";
import { globalChoice } from "./optionSetDefinition";
import { primaryNameColumn } from "./primaryName";
import { lookupTargets, relationshipTables } from "./relationshipTables";
import { collectionName, logicalName } from "./tableNames";

/** What says whether rows may be related to others of a kind; packages write it where it is so. */
const related = (properties: Row, name: string): boolean => properties[name] === true;

function entityRow(table: StoredComponent, context: ServerContext): Row {
  const properties = context.index.effectiveProperties(table.id);
  const set = collectionName(table, properties);
  return {
    ...common(table, context, ENTITY),
    EntitySetName: set,
    LogicalCollectionName: set,
    PrimaryIdAttribute: text(properties.primaryidattribute, `${table.key}id`),
    PrimaryNameAttribute: primaryNameColumn(context, table),
    ObjectTypeCode: Number(properties.objecttypecode ?? 0) || null,
    IsCustomEntity: table.layers[0]?.solution !== SYSTEM_LAYER,
    HasActivities: related(properties, "hasrelatedactivities"),
    HasFeedback: related(properties, "hasrelatedfeedback"),
    HasNotes: related(properties, "hasrelatednotes"),
  };
}

const entityDefinitions: Table = {
  entitySet: "EntityDefinitions",
  logicalName: "EntityMetadata",
  primaryKey: "MetadataId",
  primaryName: "LogicalName",
  readPrivileges: ["prvReadEntity"],
  alternateKeys: [["LogicalName"]],
  columns: [
    ...COMMON,
    ...columns("string", "EntitySetName", "LogicalCollectionName", "PrimaryIdAttribute", "PrimaryNameAttribute"),
    ...columns("integer", "ObjectTypeCode"),
    ...columns("boolean", "IsCustomEntity", "HasActivities", "HasFeedback", "HasNotes"),
  ],
  navigations: [
    toMany("Attributes", "AttributeDefinitions", "LogicalName", "EntityLogicalName"),
    toMany("Keys", "KeyDefinitions", "LogicalName", "EntityLogicalName"),
    toMany("ManyToOneRelationships", "OneToManyDefinitions", "LogicalName", "ReferencingEntity"),
    toMany("OneToManyRelationships", "OneToManyDefinitions", "LogicalName", "ReferencedEntity"),
    toMany("ManyToManyRelationships", "ManyToManyDefinitions", "LogicalName", "OneEntity"),
  ],
  rows: (context) => context.index.componentsOfType(ComponentType.Entity).map((table) => entityRow(table, context)),
  ...editing(ENTITY, "prvWriteEntity", entityRow),
};

/** Reached through `EntityDefinitions(…)/Attributes`; the platform has no such set of its own. */
const attributeDefinitions: Table = {
  entitySet: "AttributeDefinitions",
  logicalName: "AttributeMetadata",
  primaryKey: "MetadataId",
  primaryName: "LogicalName",
  readPrivileges: ["prvReadAttribute"],
  alternateKeys: [["LogicalName"]],
  columns: [
    ...COMMON.filter(({ name }) => DEFINITION_COLUMNS.every((own) => own.name !== name)),
    ...columns("string", "EntityLogicalName"),
    ...DEFINITION_COLUMNS,
  ],
  navigations: [],
  rows: (context) =>
    context.index.untilChanged("columnDefinitions", () =>
      context.index.componentsOfType(ComponentType.Attribute).map((column) => attributeRow(column, context)),
    ),
  ...editing(ATTRIBUTE, "prvWriteAttribute", attributeRow),
};

/** Lookups of every table whose relationships packages leave out. */
const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map([
  ["createdonbehalfby", ["systemuser"]],
  ["modifiedonbehalfby", ["systemuser"]],
]);

function attributeRow(column: StoredComponent, context: ServerContext): Row {
  const properties = context.index.effectiveProperties(column.id);
  return {
    ...common(column, context, ATTRIBUTE),
    EntityLogicalName: column.table ?? null,
    ...columnDefinition(properties, lookupTargets(context).get(column.key) ?? IMPLIED.get(logicalName(column)) ?? []),
  };
}

const globalOptionSetDefinitions: Table = {
  entitySet: "GlobalOptionSetDefinitions",
  logicalName: "OptionSetMetadataBase",
  primaryKey: "MetadataId",
  primaryName: "Name",
  readPrivileges: ["prvReadOptionSet"],
  alternateKeys: [["Name"]],
  columns: [
    ...COMMON,
    ...columns("string", "Name", "OptionSetType", "ExternalTypeName", "IntroducedVersion"),
    ...columns("boolean", "IsGlobal", "IsCustomOptionSet"),
    // Of the derived type: what lists options.
    ...["@odata.type", "Options", "ParentOptionSetName"].map((name): Column => ({ name, type: "json", derived: true })),
  ],
  navigations: [],
  rows: (context) =>
    context.index.componentsOfType(ComponentType.OptionSet).map((optionSet) => optionSetRow(optionSet, context)),
  ...editing(OPTION_SET, "prvWriteOptionSet", optionSetRow),
};

function optionSetRow(optionSet: StoredComponent, context: ServerContext): Row {
  return { ...common(optionSet, context, OPTION_SET), ...globalChoice(optionSet, context) };
}

/** Definitions of tables, columns, choices and relationships (fact sheet §2.5), which take ordinary edits. */
export const metadataTables: readonly Table[] = [
  entityDefinitions,
  attributeDefinitions,
  globalOptionSetDefinitions,
  keyDefinitions,
  ...relationshipTables,
];
