import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { Properties } from "../../domain/model/property";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { platformTypeName } from "../../domain/releases/releaseAddress";
import { queryText, quoted } from "../odata";
import { IDS_A_QUERY } from "../overrides/idList";
import { retrieveRowsOfMany } from "../rowsOfMany";
import { booleanOf, guidOf, textOf, type WireRow } from "../wire";
import type { Candidate, ProofGround, Proofs } from "./candidate";
import { columnSayings, isColumnTold } from "./columnSayings";
import { isRelationshipTold, LOOKUP, relationshipSayings } from "./relationshipSayings";
import { definitionProperties, definitionSays } from "./saidOfDefinition";

/** Whether definitions of metadata may tell all that the package says. */
export function definitionsMayTell({ type, table, properties }: IncomingComponent): boolean {
  const typeName = platformTypeName(type);
  if (table === undefined) return false;
  return typeName === "Attribute"
    ? isColumnTold(properties)
    : typeName === "EntityRelationship" && isRelationshipTold(properties);
}

/** What is asked of a table: the collection below its definition, and the names in there. */
interface Question {
  readonly table: string;
  readonly collection: "Attributes" | "ManyToOneRelationships" | "ManyToManyRelationships";
  readonly column: "LogicalName" | "SchemaName";
  readonly names: ReadonlySet<string>;
}

/**
 * Columns and relationships whose definitions say what the package says: one read a table for its columns, one for its
 * relationships. No `$select`, since only then the answer has what a kind of column has of its own [?]; what it does not
 * have proves nothing.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function proveByDefinitions(
  candidates: readonly Candidate[],
  { transport, signal }: ProofGround,
): Promise<Proofs> {
  const questions = questionsOf(candidates);
  const items = await retrieveRowsOfMany(questions.map(pathOf), transport, { signal });
  const definitions = new Definitions();
  for (const [index, { table, collection }] of questions.entries()) {
    const item = items[index];
    for (const row of item?.status === "read" ? item.rows : []) definitions.enter(table, collection, row);
  }
  const proofs = new Map<ComponentKey, Properties>();
  for (const candidate of candidates) {
    const told = definitions.of(candidate);
    if (told) proofs.set(candidate.here.component.key, told);
  }
  return proofs;
}

class Definitions {
  private readonly byId = new Map<string, WireRow>();
  private readonly columns = new Map<string, WireRow>();

  enter(table: string, collection: Question["collection"], row: WireRow): void {
    const id = guidOf(row, "MetadataId");
    if (id !== undefined) this.byId.set(id, row);
    const name = textOf(row, "LogicalName");
    if (collection === "Attributes" && name !== undefined) this.columns.set(`${table}.${name}`, row);
  }

  /** All that the definition says, where that is what the package says. */
  of({ incoming, here }: Candidate): Properties | undefined {
    const row = this.byId.get(here.component.id);
    // Unmanaged ones have no layer of a solution.
    if (!row || booleanOf(row, "IsManaged") !== true) return undefined;
    const isColumn = platformTypeName(incoming.type) === "Attribute";
    const definition = isColumn ? row : { ...row, [LOOKUP]: this.columns.get(lookupOf(incoming) ?? "") };
    const sayings = isColumn ? columnSayings(definition) : relationshipSayings(definition);
    const isSaid = definitionSays(incoming.properties, definition, sayings);
    return isSaid ? definitionProperties(definition, sayings) : undefined;
  }
}

/** `table.column` of the lookup that makes a relationship. */
function lookupOf({ table, properties }: IncomingComponent): string | undefined {
  const { referencingattributename: column } = properties;
  return typeof column === "string" && table !== undefined ? `${tableName(table)}.${column.toLowerCase()}` : undefined;
}

const tableName = (table: string): string => table.toLowerCase();

function questionsOf(candidates: readonly Candidate[]): Question[] {
  const questions = new Map<string, Question & { readonly names: Set<string> }>();
  const ask = (table: string, collection: Question["collection"], name: string): void => {
    const key = `${table} ${collection}`;
    const column = collection === "Attributes" ? "LogicalName" : "SchemaName";
    const question = questions.get(key) ?? { table, collection, column, names: new Set<string>() };
    question.names.add(name);
    questions.set(key, question);
  };
  for (const { incoming } of candidates) {
    const { name, type, properties, table = "" } = incoming;
    if (platformTypeName(type) === "Attribute") ask(tableName(table), "Attributes", name);
    else {
      const many = properties.entityrelationshiptype === "ManyToMany";
      ask(tableName(table), many ? "ManyToManyRelationships" : "ManyToOneRelationships", name);
      const [, lookup] = lookupOf(incoming)?.split(".") ?? [];
      if (lookup !== undefined && properties.relationshipdescription !== undefined) {
        ask(tableName(table), "Attributes", lookup);
      }
    }
  }
  return [...questions.values()];
}

/** A few by name, more by reading all of the table's: lists of names must fit into an address. */
function pathOf({ table, collection, column, names }: Question): string {
  const path = `EntityDefinitions(LogicalName=${encodeURIComponent(quoted(table))})/${collection}`;
  if (names.size > IDS_A_QUERY) return path;
  return `${path}${queryText({ $filter: [...names].map((name) => `${column} eq ${quoted(name)}`).join(" or ") })}`;
}
