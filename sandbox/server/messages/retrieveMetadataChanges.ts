import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { plainText } from "../../odata/plainText";
import { parseQuery } from "../../odata/query";
import { invalidParameter } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";
import type { ServerContext } from "../context";
import { complexValue, type DefinitionQuery, readDefinitionQuery } from "../definitionQuery";
import type { Message } from "../message";
import { metadataTables } from "../tables/metadataTables";
import { choiceOf } from "../tables/optionSetDefinition";

/** Parts of a table's definition: the query they follow, the set they are in, and the column that names the table. */
const PARTS = {
  Attributes: ["AttributeQuery", "AttributeDefinitions", "EntityLogicalName"],
  Keys: ["KeyQuery", "KeyDefinitions", "EntityLogicalName"],
  ManyToOneRelationships: ["RelationshipQuery", "OneToManyDefinitions", "ReferencingEntity"],
  OneToManyRelationships: ["RelationshipQuery", "OneToManyDefinitions", "ReferencedEntity"],
  ManyToManyRelationships: ["RelationshipQuery", "ManyToManyDefinitions", "OneEntity"],
} as const;

/** Rows of a set of definitions by a column, found once between two changes. */
function grouped(set: string, column: string, context: ServerContext): ReadonlyMap<string, readonly Row[]> {
  return context.index.untilChanged(`${set} by ${column}`, () => {
    const table = metadataTables.find(({ entitySet }) => entitySet === set);
    const groups = new Map<string, Row[]>();
    for (const row of table?.rows(context, parseQuery("")) ?? []) {
      const key = plainText(row[column]);
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    return groups;
  });
}

/** Options come with the column here, without an expansion. */
function withChoice(row: Row, context: ServerContext): Row {
  const column = context.environment.store.component(plainText(row.MetadataId));
  const choice = column?.type === ComponentType.Attribute ? choiceOf(column, context) : undefined;
  return choice ? { ...row, OptionSet: choice } : row;
}

const ALWAYS: ReadonlySet<string> = new Set(["@odata.type", "MetadataId", "LogicalName"]);

/** All properties are there; those that were not asked for are empty. Types are the complex ones of the same name. */
function shown({ OneEntity: _hidden, ...row }: Row, query: DefinitionQuery): Row {
  const values = Object.entries(row).map(([name, value]): [string, PropertyValue] => {
    if (name === "@odata.type") return [name, plainText(value).replace("CRM.", "CRM.Complex")];
    return [name, ALWAYS.has(name) || query.wants(name) ? value : null];
  });
  return { ...Object.fromEntries(values), HasChanged: null };
}

/** Labels of other languages are left out where languages are named. */
function inLanguages(value: PropertyValue, languages: readonly PropertyValue[]): PropertyValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => inLanguages(one, languages));
  const entries = Object.entries(value).map(([name, inner]): [string, PropertyValue] => {
    if (name !== "LocalizedLabels" || !Array.isArray(inner)) return [name, inLanguages(inner, languages)];
    const isKept = (label: PropertyValue): boolean =>
      typeof label === "object" &&
      label !== null &&
      !Array.isArray(label) &&
      languages.includes(label.LanguageCode ?? 0);
    return [name, inner.filter(isKept)];
  });
  return Object.fromEntries(entries);
}

function tableWith(table: Row, query: Row, own: DefinitionQuery, context: ServerContext): Row {
  const row = shown(table, own);
  for (const [part, [name, set, column]] of Object.entries(PARTS)) {
    if (!own.wants(part)) {
      row[part] = [];
      continue;
    }
    const inner = readDefinitionQuery(complexValue(query, name) ?? { Properties: { AllProperties: true } });
    const rows = grouped(set, column, context).get(plainText(table.LogicalName)) ?? [];
    row[part] = rows.filter(inner.takes).map((one) => shown(withChoice(one, context), inner));
  }
  return row;
}

/** A query about parts needs the parts among the properties. */
function requireParts(query: Row, own: DefinitionQuery): void {
  for (const name of new Set(Object.values(PARTS).map(([of]) => of))) {
    const isAsked = Object.entries(PARTS).some(([part, [of]]) => of === name && own.wants(part));
    if (query[name] !== undefined && !isAsked) throw invalidParameter(`'${name}' needs its parts in 'Properties'.`);
  }
}

/**
 * Definitions of tables with what is asked of them, in one answer: the function of that name in the Web API reference, by its
 * page "Query schema definitions". This environment keeps no record of what changed, so it takes no stamp of an earlier call.
 */
export const retrieveMetadataChanges: Message = {
  name: "RetrieveMetadataChanges",
  kind: "function",
  parameters: { Query: { type: "json" } },
  privileges: ["prvReadEntity", "prvReadAttribute", "prvReadOptionSet", "prvReadRelationship"],
  run: ({ context, arguments: values }) => {
    const query = complexValue({ Query: values.value("Query") ?? null }, "Query") ?? {
      Properties: { AllProperties: true },
    };
    const own = readDefinitionQuery(query);
    requireParts(query, own);
    const tables = [...grouped("EntityDefinitions", "LogicalName", context).values()].flat().filter(own.takes);
    const found = tables.map((table) => tableWith(table, query, own, context));
    const languages = complexValue(query, "LabelQuery")?.FilterLanguages;
    return {
      EntityMetadata: Array.isArray(languages) ? inLanguages(found, languages) : found,
      ServerVersionStamp: `${context.environment.state.components.length}!01/01/2026 00:00:00`,
      DeletedMetadata: { Count: 0, IsReadOnly: false, Keys: [], Values: [] },
    };
  },
};
