import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { columns, toMany } from "../../odata/column";
import { storedLabels, type LabelText } from "../../engine/labelTexts";
import type { Row, StoredComponent } from "../../store/model";
import { SYSTEM_LAYER } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import type { EditedDefinition } from "./metadataEdit";
import { ATTRIBUTE, editing, ENTITY, OPTION_SET } from "./metadataKinds";
import { labelValue, requiredLevel } from "./metadataLabels";
import { isManaged } from "./summaryRow";
import { primaryNameColumn } from "./primaryName";
import { collectionName, logicalName } from "./tableNames";

function text(value: PropertyValue | undefined, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}

/** Names of things in the shape of the metadata tables: PascalCase columns, labels as complex values. */
function common(component: StoredComponent, context: ServerContext, kind?: EditedDefinition): Row {
  const properties = context.index.effectiveProperties(component.id);
  const language = context.environment.state.organization.baseLanguage;
  const labels = (name: string): LabelText[] => storedLabels(properties[kind?.labels[name] ?? ""]);
  const short = component.name.slice(component.name.indexOf(".") + 1);
  return {
    MetadataId: component.id,
    LogicalName: logicalName(component),
    SchemaName: text(properties.schemaname, short),
    DisplayName: labelValue(labels("DisplayName"), component.displayName, language),
    Description: labelValue(labels("Description"), undefined, language),
    IsManaged: isManaged(component),
    IsCustomizable: { Value: true, CanBeChanged: true, ManagedPropertyLogicalName: "iscustomizable" },
    CreatedOn: component.createdOn,
    ModifiedOn: component.modifiedOn,
  };
}

const COMMON = [
  ...columns("guid", "MetadataId"),
  ...columns("string", "LogicalName", "SchemaName"),
  ...columns("json", "DisplayName", "Description", "IsCustomizable"),
  ...columns("boolean", "IsManaged"),
  ...columns("date", "CreatedOn", "ModifiedOn"),
];

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
    ...columns("boolean", "IsCustomEntity"),
  ],
  navigations: [toMany("Attributes", "AttributeDefinitions", "LogicalName", "EntityLogicalName")],
  rows: (context) => context.index.componentsOfType(ComponentType.Entity).map((table) => entityRow(table, context)),
  ...editing(ENTITY, "prvWriteEntity"),
};

/** Reached through `EntityDefinitions(…)/Attributes`; the platform has no such set of its own. */
const attributeDefinitions: Table = {
  entitySet: "AttributeDefinitions",
  logicalName: "AttributeMetadata",
  primaryKey: "MetadataId",
  primaryName: "LogicalName",
  readPrivileges: ["prvReadAttribute"],
  alternateKeys: [["LogicalName"]],
  columns: [...COMMON, ...columns("string", "EntityLogicalName", "AttributeType"), ...columns("json", "RequiredLevel")],
  navigations: [],
  rows: (context) =>
    context.index
      .componentsOfType(ComponentType.Attribute)
      .map((column) => context.index.of(column, "metadata", () => attributeRow(column, context))),
  ...editing(ATTRIBUTE, "prvWriteAttribute"),
};

function attributeRow(column: StoredComponent, context: ServerContext): Row {
  const properties = context.index.effectiveProperties(column.id);
  return {
    ...common(column, context, ATTRIBUTE),
    EntityLogicalName: column.table ?? null,
    AttributeType: text(properties.attributetype, "String"),
    RequiredLevel: requiredLevel(properties.requiredlevel),
  };
}

const globalOptionSetDefinitions: Table = {
  entitySet: "GlobalOptionSetDefinitions",
  logicalName: "OptionSetMetadataBase",
  primaryKey: "MetadataId",
  primaryName: "Name",
  readPrivileges: ["prvReadOptionSet"],
  alternateKeys: [["Name"]],
  columns: [...COMMON, ...columns("string", "Name"), ...columns("boolean", "IsGlobal")],
  navigations: [],
  rows: (context) =>
    context.index.componentsOfType(ComponentType.OptionSet).map((optionSet) => ({
      ...common(optionSet, context, OPTION_SET),
      Name: optionSet.name,
      IsGlobal: true,
    })),
  ...editing(OPTION_SET, "prvWriteOptionSet"),
};

const relationshipDefinitions: Table = {
  entitySet: "RelationshipDefinitions",
  logicalName: "RelationshipMetadataBase",
  primaryKey: "MetadataId",
  primaryName: "SchemaName",
  readPrivileges: ["prvReadRelationship"],
  alternateKeys: [["SchemaName"]],
  columns: [...COMMON, ...columns("string", "RelationshipType")],
  navigations: [],
  rows: (context) =>
    [ComponentType.EntityRelationship, ComponentType.Relationship]
      .flatMap((type) => context.index.componentsOfType(type))
      .map((relationship) => ({
        ...common(relationship, context),
        RelationshipType: text(
          context.index.effectiveProperties(relationship.id).relationshiptype,
          "OneToManyRelationship",
        ),
      })),
};

/** As much of the metadata as resolving names needs (fact sheet §2.5), and as ordinary edits do. */
export const metadataTables: readonly Table[] = [
  entityDefinitions,
  attributeDefinitions,
  globalOptionSetDefinitions,
  relationshipDefinitions,
];
