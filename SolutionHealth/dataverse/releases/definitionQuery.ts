import { queryText } from "../odata";
import { IDS_A_QUERY } from "../overrides/idList";

/** Parts of a table's definition, by the property that names one. */
export const PARTS = {
  Attributes: "LogicalName",
  Keys: "LogicalName",
  ManyToOneRelationships: "SchemaName",
  ManyToManyRelationships: "SchemaName",
} as const;
export type Part = keyof typeof PARTS;

/** Names of the parts of one table that are wanted. */
export type WantedParts = ReadonlyMap<Part, ReadonlySet<string>>;

/** What is asked of some tables at once. */
interface DefinitionQuestion {
  readonly tables: readonly string[];
  readonly parts: WantedParts;
  /** Whether the parts are asked for by name; else all of their kinds. */
  readonly byName: boolean;
}

/** Tables in one question: a whole definition has some hundred kilobytes. */
const TABLES_A_QUESTION = 4;

/** What of a table decides something about its columns. */
const OF_TABLE = ["HasActivities"];

/**
 * Questions about tables, as the Web API's function `RetrieveMetadataChanges` takes them: it answers several tables at once,
 * with all that a kind of column has of its own, options included. Few parts are asked for by name; of tables with many,
 * everything is read, since a list of names must fit into an address.
 */
export function definitionPaths(wanted: ReadonlyMap<string, WantedParts>): string[] {
  const tables = [...wanted].map(([table, parts]) => ({ table, parts, count: countOf(parts) }));
  const byCount = tables.sort((a, b) => a.count - b.count);
  const questions: DefinitionQuestion[] = [];
  let left = 0;
  for (const { table, parts, count } of byCount) {
    const byName = count <= IDS_A_QUERY;
    const last = questions[questions.length - 1];
    const fits = last?.byName === byName && last.tables.length < TABLES_A_QUESTION && (!byName || count <= left);
    if (last && fits) questions[questions.length - 1] = joined(last, table, parts);
    else questions.push({ tables: [table], parts, byName });
    left = (fits ? left : IDS_A_QUERY) - count;
  }
  return questions.map(pathOf);
}

const countOf = (parts: WantedParts): number => [...parts.values()].reduce((sum, { size }) => sum + size, 0);

function joined({ tables, parts, byName }: DefinitionQuestion, table: string, more: WantedParts): DefinitionQuestion {
  const kinds = new Set([...parts.keys(), ...more.keys()]);
  const all = [...kinds].map(
    (kind) => [kind, new Set([...(parts.get(kind) ?? []), ...(more.get(kind) ?? [])])] as const,
  );
  return { tables: [...tables, table], parts: new Map(all), byName };
}

function pathOf({ tables, parts, byName }: DefinitionQuestion): string {
  const about = (...kinds: readonly Part[]): object | undefined => {
    const names = kinds.flatMap((kind) => [...(parts.get(kind) ?? [])]);
    const [kind] = kinds;
    if (kind === undefined || names.length === 0) return undefined;
    return { Properties: { AllProperties: true }, ...(byName && { Criteria: anyOf(PARTS[kind], names) }) };
  };
  // What is undefined is left out of the text.
  const query = {
    Properties: { AllProperties: false, PropertyNames: [...OF_TABLE, ...parts.keys()] },
    Criteria: anyOf("LogicalName", tables),
    AttributeQuery: about("Attributes"),
    RelationshipQuery: about("ManyToOneRelationships", "ManyToManyRelationships"),
    KeyQuery: about("Keys"),
  };
  return `RetrieveMetadataChanges(Query=@p1)${queryText({ "@p1": JSON.stringify(query) })}`;
}

const anyOf = (property: string, names: readonly string[]): object => ({
  FilterOperator: "Or",
  Conditions: names.map((name) => ({
    ConditionOperator: "Equals",
    PropertyName: property,
    Value: { Type: "System.String", Value: name },
  })),
});
