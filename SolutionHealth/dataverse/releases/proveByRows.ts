import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { Properties } from "../../domain/model/property";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { platformTypeName } from "../../domain/releases/releaseAddress";
import { queryText } from "../odata";
import { idConditions, IDS_A_QUERY } from "../overrides/idList";
import { retrieveRowsOfMany } from "../rowsOfMany";
import { guidOf, type WireRow } from "../wire";
import type { Candidate, ProofGround, Proofs } from "./candidate";
import { type EffectiveTable, effectiveTable } from "./effectiveTables";
import { columnsFor, isCovered, rowProperties, saysOtherwise, saysTheSame } from "./effectiveValues";

/** Whether the kind has an ordinary table with a column for all that the package says; collections are not in the row. */
export function rowsMayTell({ type, properties, children = {} }: IncomingComponent): boolean {
  const table = effectiveTable(platformTypeName(type));
  return table !== undefined && Object.keys(children).length === 0 && isCovered(properties, table);
}

/**
 * Views, forms, web resources and the like whose row says what the package says, by lists.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function proveByRows(candidates: readonly Candidate[], ground: ProofGround): Promise<Proofs> {
  const rows = await readRows(candidates, ground);
  const same = new Map<ComponentKey, Properties>();
  const otherwise = new Set<ComponentKey>();
  for (const { incoming, here } of candidates) {
    const { key, typeName } = here.component;
    const [row, table] = [rows.get(key), effectiveTable(typeName)];
    if (!row || !table) continue;
    const { properties } = incoming;
    if (saysTheSame(properties, row, table, ground.languages)) same.set(key, rowProperties(row, table, properties));
    else if (saysOtherwise(properties, row, table)) otherwise.add(key);
  }
  return { same, otherwise };
}

async function readRows(
  candidates: readonly Candidate[],
  { transport, signal }: ProofGround,
): Promise<ReadonlyMap<ComponentKey, WireRow>> {
  const byTable = new Map<EffectiveTable, Candidate[]>();
  for (const one of candidates) {
    const table = effectiveTable(one.here.component.typeName);
    if (table) byTable.set(table, [...(byTable.get(table) ?? []), one]);
  }
  const questions = [...byTable].flatMap(([table, some]) => questionsOf(table, some));
  const items = await retrieveRowsOfMany(
    questions.map(({ path }) => path),
    transport,
    { signal },
  );
  const rows = new Map<ComponentKey, WireRow>();
  for (const [index, { table, about }] of questions.entries()) {
    const item = items[index];
    const keys = new Map(about.map(({ here: { component } }) => [component.id, component.key]));
    for (const row of item?.status === "read" ? item.rows : []) {
      const key = keys.get(guidOf(row, table.key) ?? "");
      if (key !== undefined) rows.set(key, row);
    }
  }
  return rows;
}

interface Question {
  readonly path: string;
  readonly table: EffectiveTable;
  readonly about: readonly Candidate[];
}

function questionsOf(table: EffectiveTable, candidates: readonly Candidate[]): Question[] {
  const { key, entitySet, rowsAtOnce = IDS_A_QUERY } = table;
  const questions: Question[] = [];
  for (let from = 0; from < candidates.length; from += rowsAtOnce) {
    const about = candidates.slice(from, from + rowsAtOnce);
    const [$filter] = idConditions(
      key,
      about.map(({ here }) => here.component.id),
    );
    const $select = columnsFor(about.map(propertiesOf), table).join(",");
    questions.push({ path: `${entitySet}${queryText({ $select, $filter })}`, table, about });
  }
  return questions;
}

const propertiesOf = ({ incoming }: Candidate): Properties => incoming.properties;
