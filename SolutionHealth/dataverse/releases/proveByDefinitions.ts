import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { Guid } from "../../domain/model/guid";
import type { Properties } from "../../domain/model/property";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { createTurns } from "../../domain/turns";
import { retrieveMany } from "../rowsOfMany";
import { booleanOf, guidOf, isRow, textOf, type WireRow } from "../wire";
import type { Candidate, ProofGround, Proofs } from "./candidate";
import { definitionAgrees, partOf, sayingsOf } from "./definitionKinds";
import { definitionPaths, type Part, PARTS } from "./definitionQuery";
import { TABLE } from "./displayMask";
import { LOOKUP } from "./relationshipSayings";
import { definitionProperties } from "./saidOfDefinition";

/** Answers about several tables are long, so few of them come at once. */
const QUESTIONS_A_BATCH = 2;

/**
 * Columns, relationships, keys and global choices whose definitions say what the package says: of several tables with one
 * read, of choices one by one, since their set takes no `$filter`. What a definition does not have proves nothing.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function proveByDefinitions(
  candidates: readonly Candidate[],
  { transport, signal }: ProofGround,
): Promise<Proofs> {
  const definitions = new Definitions();
  const paths = definitionPaths(wantedOf(candidates));
  const tables = await retrieveMany(paths, transport, { signal, batchSize: QUESTIONS_A_BATCH });
  for (const item of tables) if (item?.status === "read") definitions.enterTables(item.body);
  const choices = candidates.flatMap(({ incoming, here }) =>
    partOf(incoming) === undefined ? [choicePath(here.component.id)] : [],
  );
  for (const item of await retrieveMany(choices, transport, { signal })) {
    if (item?.status === "read") definitions.enter(item.body);
  }
  const same = new Map<ComponentKey, Properties>();
  const otherwise = new Set<ComponentKey>();
  const turn = createTurns();
  for (const { incoming, here } of candidates) {
    await turn();
    const { key, id } = here.component;
    const definition = definitions.of(incoming, id);
    const agrees = definition && definitionAgrees(incoming, definition);
    if (agrees) same.set(key, definitionProperties(definition, sayingsOf(incoming, definition)));
    else if (agrees === false) otherwise.add(key);
  }
  return { same, otherwise };
}

const choicePath = (id: Guid): string => `GlobalOptionSetDefinitions(${id})`;

class Definitions {
  private readonly byId = new Map<string, WireRow>();
  private readonly columns = new Map<string, WireRow>();

  /** Of an answer without tables nothing is known. */
  enterTables(body: unknown): void {
    const tables: unknown = isRow(body) ? body.EntityMetadata : undefined;
    for (const table of Array.isArray(tables) ? tables.filter(isRow) : []) this.enterTable(table);
  }

  private enterTable(table: WireRow): void {
    for (const part of Object.keys(PARTS)) {
      const list: unknown = table[part];
      for (const row of Array.isArray(list) ? list.filter(isRow) : []) {
        this.enter({ ...row, [TABLE]: table });
        const [of, name] = [textOf(table, "LogicalName"), textOf(row, "LogicalName")];
        if (part === "Attributes" && of !== undefined && name !== undefined) this.columns.set(`${of}.${name}`, row);
      }
    }
  }

  enter(definition: unknown): void {
    const id = isRow(definition) ? guidOf(definition, "MetadataId") : undefined;
    if (id !== undefined && isRow(definition)) this.byId.set(id, definition);
  }

  of(incoming: IncomingComponent, id: Guid): WireRow | undefined {
    const row = this.byId.get(id);
    // Unmanaged ones have no layer of a solution.
    if (!row || booleanOf(row, "IsManaged") !== true) return undefined;
    const lookup = lookupOf(incoming);
    return lookup === undefined ? row : { ...row, [LOOKUP]: this.columns.get(lookup) };
  }
}

/** `table.column` of the lookup that makes a relationship. */
function lookupOf({ table, properties }: IncomingComponent): string | undefined {
  const { referencingattributename: column } = properties;
  return typeof column === "string" && table !== undefined ? `${tableName(table)}.${column.toLowerCase()}` : undefined;
}

const tableName = (table: string): string => table.toLowerCase();

/** Parts by the logical name of their table. */
function wantedOf(candidates: readonly Candidate[]): ReadonlyMap<string, ReadonlyMap<Part, ReadonlySet<string>>> {
  const wanted = new Map<string, Map<Part, Set<string>>>();
  const ask = (table: string, part: Part, name: string): void => {
    const parts = wanted.get(table) ?? new Map<Part, Set<string>>();
    parts.set(part, (parts.get(part) ?? new Set<string>()).add(name));
    wanted.set(table, parts);
  };
  for (const { incoming } of candidates) {
    const [part, table] = [partOf(incoming), tableName(incoming.table ?? "")];
    if (part === undefined) continue;
    // Logical names are small ones; those of the schema are as packages write them.
    ask(table, part, PARTS[part] === "LogicalName" ? incoming.name.toLowerCase() : incoming.name);
    const [, lookup] = lookupOf(incoming)?.split(".") ?? [];
    if (lookup !== undefined && incoming.properties.relationshipdescription !== undefined) {
      ask(table, "Attributes", lookup);
    }
  }
  return wanted;
}
