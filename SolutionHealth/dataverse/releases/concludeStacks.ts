import type { StackReading } from "../../domain/consequences/affectedComponent";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { ComponentType } from "../../domain/model/componentType";
import type { Guid } from "../../domain/model/guid";
import type { Properties } from "../../domain/model/property";
import type { InstalledSolution } from "../../domain/model/solution";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { addressOf } from "../../domain/releases/releaseAddress";
import type { PresentComponent } from "../../domain/releases/releaseFacts";
import { incomingComponents } from "../../domain/releases/situation";
import { queryText } from "../odata";
import { idConditions, IDS_A_QUERY } from "../overrides/idList";
import { HolderSearch } from "../rollbacks/holderSearch";
import { retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import { guidOf, type WireRow } from "../wire";
import { type EffectiveTable, effectiveTable } from "./effectiveTables";
import { columnsFor, isCovered, rowProperties, saysTheSame } from "./effectiveValues";
import type { ListedFacts } from "./readPackageFacts";

/** A component whose row may say as much as its layers. */
interface Candidate {
  readonly incoming: IncomingComponent;
  readonly here: PresentComponent;
  readonly table: EffectiveTable;
}

export interface ConclusionGround {
  readonly solutions: readonly InstalledSolution[];
  /** Undefined where they could not be read. */
  readonly languages: readonly number[] | undefined;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

type Stacks = Map<ComponentKey, StackReading>;

/**
 * Layers that need not be read: where nobody but the installed solution holds a component and nothing lies on top of it,
 * what its table shows is what the solution's own layer says (fact sheet §8.1). Where that is what the package says too,
 * the component is unchanged, and the layer is made up from the row; everything else is left to the layers themselves.
 * Lists of 25 instead of a read a component.
 * @throws DataverseError "cancelled" or "signedOut"; what else fails concludes nothing
 */
export async function concludeStacks(listed: ListedFacts, ground: ConclusionGround): Promise<Stacks> {
  const { base } = listed.family;
  const { managed } = listed.package.manifest;
  if (!managed || base?.managed !== true || listed.family.patchOf !== undefined) return new Map();
  const candidates = await heldByNobodyElse(candidatesIn(listed, base.id), listed, base.id, ground);
  const stacks: Stacks = new Map();
  const rows = await readRows(candidates, ground);
  for (const candidate of candidates) {
    const row = rows.get(candidate.here.component.key);
    const reading = row && conclude(candidate, row, base, ground.languages);
    if (reading) stacks.set(candidate.here.component.key, reading);
  }
  return stacks;
}

/** Only the base has a row for it, no flag tells of unmanaged edits, and its table has all that the package says. */
function candidatesIn({ package: content, presence, members }: ListedFacts, base: Guid): Candidate[] {
  const held = new Map(members.map(({ component, heldBy }) => [component.key, heldBy]));
  return [...incomingComponents(content.components).values()].flatMap((incoming): Candidate[] => {
    const one = presence.get(addressOf(incoming));
    if (one?.status !== "present" || !isPlain(incoming)) return [];
    const { component, flagged, managed, custom } = one.here;
    const heldBy = held.get(component.key) ?? [];
    // A flag that is not told may be set; what the platform itself brought has its layer below.
    if (flagged !== false || managed === false || custom === false) return [];
    if (heldBy.length !== 1 || heldBy[0] !== base) return [];
    const table = effectiveTable(component.typeName);
    return table && isCovered(incoming.properties, table) ? [{ incoming, here: one.here, table }] : [];
  });
}

/** Collections and contents that were left in the file are not in the row, or not worth reading. */
const isPlain = ({ shell, children = {}, deferred = [] }: IncomingComponent): boolean =>
  !shell && deferred.length === 0 && Object.keys(children).length === 0;

/** A missing membership row is no proof where another solution holds the table with everything in it (§2.1). */
async function heldByNobodyElse(
  candidates: readonly Candidate[],
  { presence, members }: ListedFacts,
  base: Guid,
  { solutions, transport, signal, onProgress }: ConclusionGround,
): Promise<Candidate[]> {
  const here = [...presence.values()].flatMap((one) => (one.status === "present" ? [one.here] : []));
  const tables = new Map(
    [...here, ...members].flatMap(({ component: { type, name, id } }) =>
      type === ComponentType.Entity ? [[name.toLowerCase(), id] as const] : [],
    ),
  );
  const tableOf = ({ here: { component } }: Candidate): Guid | undefined =>
    component.table === undefined ? undefined : tables.get(component.table.toLowerCase());
  const clear = candidates.filter((one) => one.here.component.table === undefined || tableOf(one) !== undefined);
  const search = new HolderSearch(solutions, new Set([base]), transport);
  const ids = clear.flatMap((one) => [one.here.component.id, tableOf(one) ?? []].flat());
  if (ids.length > 0) await search.ask(ids, signal, onProgress);
  return clear.filter((one) => {
    const [id, tableId] = [one.here.component.id, tableOf(one)];
    const isOpen = search.isOpen(id) || (tableId !== undefined && search.isOpen(tableId));
    return !isOpen && search.of(id, tableId).length === 0;
  });
}

async function readRows(
  candidates: readonly Candidate[],
  { transport, signal }: ConclusionGround,
): Promise<ReadonlyMap<ComponentKey, WireRow>> {
  const byTable = new Map<EffectiveTable, Candidate[]>();
  for (const one of candidates) byTable.set(one.table, [...(byTable.get(one.table) ?? []), one]);
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
  const ids = candidates.map(({ here }) => here.component.id);
  return idConditions(table.key, ids).map(($filter, index) => {
    const about = candidates.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY);
    const $select = columnsFor(about.map(propertiesOf), table).join(",");
    return { path: `${table.entitySet}${queryText({ $select, $filter })}`, table, about };
  });
}

const propertiesOf = ({ incoming }: Candidate): Properties => incoming.properties;

/** The one layer there is: what the package says, and whatever else the row has. */
function conclude(
  { incoming, here, table }: Candidate,
  row: WireRow,
  { uniqueName, publisher }: InstalledSolution,
  languages: readonly number[] | undefined,
): StackReading | undefined {
  if (!saysTheSame(incoming.properties, row, table, languages)) return undefined;
  const { id, typeName, name } = here.component;
  return {
    status: "read",
    stack: {
      component: { id, typeName },
      layers: [
        {
          name,
          solution: uniqueName,
          kind: "managed",
          publisher: publisher.displayName,
          order: 1,
          changes: { status: "read", value: incoming.properties },
          properties: { status: "read", value: { ...rowProperties(row, table), ...incoming.properties } },
          children: { status: "read", value: {} },
        },
      ],
    },
  };
}
