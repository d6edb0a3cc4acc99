import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { columns } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { COMMON, common, text } from "./metadataRow";
import { manyToMany, oneToMany } from "./relationshipDefinition";

const relationshipDefinitions: Table = {
  entitySet: "RelationshipDefinitions",
  logicalName: "RelationshipMetadataBase",
  primaryKey: "MetadataId",
  primaryName: "SchemaName",
  readPrivileges: ["prvReadRelationship"],
  alternateKeys: [["SchemaName"]],
  columns: [...COMMON, ...columns("string", "RelationshipType")],
  navigations: [],
  rows: (context) => relationships(context).map((relationship) => relationshipRow(relationship, context)),
};

const relationships = (context: ServerContext): StoredComponent[] =>
  [ComponentType.EntityRelationship, ComponentType.Relationship].flatMap((type) =>
    context.index.componentsOfType(type),
  );

function relationshipRow(relationship: StoredComponent, context: ServerContext): Row {
  return context.index.of(relationship, "metadata", () => {
    const properties = context.index.effectiveProperties(relationship.id);
    const { baseLanguage } = context.environment.state.organization;
    const make = properties.entityrelationshiptype === "ManyToMany" ? manyToMany : oneToMany;
    const definition = make(properties, relationship.name, baseLanguage);
    return {
      ...common(relationship, context),
      ...definition,
      ReferencingEntity: definition.ReferencingEntity ?? relationship.table ?? null,
      RelationshipType: text(properties.relationshiptype, text(definition.RelationshipType, "")),
    };
  });
}

/** Tables that lookups point to, by the key of the column. */
export const lookupTargets = (context: ServerContext): ReadonlyMap<string, readonly string[]> =>
  context.index.untilChanged("lookupTargets", () => {
    const targets = new Map<string, string[]>();
    for (const relationship of relationships(context)) {
      const row = relationshipRow(relationship, context);
      const [table, column, target] = [row.ReferencingEntity, row.ReferencingAttribute, row.ReferencedEntity];
      if (typeof table !== "string" || typeof column !== "string" || typeof target !== "string") continue;
      const key = `${table}.${column}`;
      targets.set(key, [...(targets.get(key) ?? []), target]);
    }
    return targets;
  });

/** Reached through the navigations of tables; the platform has no such sets. */
function relationshipsOf(
  entitySet: string,
  kind: "OneToMany" | "ManyToMany",
  make: (properties: Row, name: string, language: number) => Row,
  rowsOf: (row: Row) => readonly Row[],
): Table {
  const own = Object.keys(make({}, "", 0)).map((name) => ({ name, type: "json" as const }));
  return {
    entitySet,
    logicalName: `${kind}RelationshipMetadata`,
    primaryKey: "MetadataId",
    primaryName: "SchemaName",
    readPrivileges: ["prvReadRelationship"],
    columns: [
      ...columns("guid", "MetadataId"),
      ...columns("boolean", "IsManaged"),
      ...columns("string", "SchemaName"),
      { name: "OneEntity", type: "string", hidden: true },
      ...own.filter(({ name }) => name !== "SchemaName"),
    ],
    navigations: [],
    rows: (context) =>
      relationships(context)
        .map((relationship) => relationshipRow(relationship, context))
        .filter(({ RelationshipType: type }) => type === `${kind}Relationship`)
        .flatMap(rowsOf),
  };
}

const oneToManyDefinitions = relationshipsOf("OneToManyDefinitions", "OneToMany", oneToMany, (row) => [row]);

/** Each under both its tables. */
const manyToManyDefinitions = relationshipsOf("ManyToManyDefinitions", "ManyToMany", manyToMany, (row) =>
  [...new Set([row.Entity1LogicalName, row.Entity2LogicalName])].map((OneEntity) => ({
    ...row,
    OneEntity: OneEntity ?? null,
  })),
);

export const relationshipTables: readonly Table[] = [
  relationshipDefinitions,
  oneToManyDefinitions,
  manyToManyDefinitions,
];
