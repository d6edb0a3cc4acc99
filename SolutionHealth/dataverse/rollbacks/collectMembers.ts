import { ComponentType } from "../../domain/model/componentType";
import type { Guid } from "../../domain/model/guid";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import type { RollbackMember, UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { partOf, type WholeKey, wholeOf } from "../../domain/rollbacks/wholes";
import { retrieveTableDefinitions } from "../retrieveTableDefinitions";
import type { Transport } from "../transport";
import { HolderSearch } from "./holderSearch";
import { type BookedComponent, MemberBook } from "./memberBook";
import { readMembers } from "./readMembers";
import { readParts } from "./readParts";
import { toRollbackComponent, type TypeNames } from "./rollbackComponent";
import type { Tell } from "./rollbackStage";

export interface MembersChoice {
  /** All solutions that are installed. */
  readonly solutions: readonly InstalledSolution[];
  readonly leaving: readonly InstalledSolution[];
  readonly typeNames: TypeNames;
}

export interface CollectedMembers {
  readonly members: readonly RollbackMember[];
  /** Members of which the rows do not say who else holds them: only their layers can. */
  readonly open: ReadonlySet<RollbackMember>;
  /** Members without a row of a leaving solution, on tables that stay: only with one of its layers are they any. */
  readonly questions: ReadonlySet<RollbackMember>;
  readonly unread: readonly UnreadFact[];
}

/**
 * The components of the leaving solutions and of their tables, each with everybody who holds it.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function collectMembers(
  { solutions, leaving, typeNames }: MembersChoice,
  transport: Transport,
  signal: AbortSignal,
  tell: Tell,
): Promise<CollectedMembers> {
  const book = new MemberBook();
  const holders = new HolderSearch(solutions, new Set(leaving.map(({ id }) => id)), transport);
  const onHolders = (done: number, total: number): void => tell("holders", done, total);
  const unread = await readMembers(leaving, book, transport, signal, (done, total) => tell("members", done, total));
  await holders.ask(idsIn(book), signal, onHolders);
  const mayGo = (component: SolutionComponent): boolean =>
    component.custom !== false && holders.of(component.id, undefined).length === 0;
  unread.push(...(await readParts({ solutions, leaving, mayGo }, book, transport, signal)));
  const tableIds = await tableIdsOf(book, transport, signal);
  await holders.ask([...idsIn(book), ...tableIds.values()], signal, onHolders);
  const collected = new Map(
    book.all().map((booked) => [booked, toMember(booked, holders, tableIds, typeNames)] as const),
  );
  const going = goingWholes(collected, mayGo);
  const isQuestion = ({ heldBy }: BookedComponent, { component }: RollbackMember): boolean =>
    heldBy.size === 0 && !going.has(partOf(component) ?? "");
  return {
    members: [...collected.values()],
    open: membersWhere(collected, ({ component }) => holders.isOpen(component.id)),
    questions: membersWhere(collected, isQuestion),
    unread: [...unread, ...holders.unread],
  };
}

const idsIn = (book: MemberBook): Guid[] => book.all().map(({ component }) => component.id);

type Collected = ReadonlyMap<BookedComponent, RollbackMember>;

/** Tables and environment variables that may go, and take their parts along. */
const goingWholes = (collected: Collected, mayGo: (component: SolutionComponent) => boolean): ReadonlySet<WholeKey> =>
  new Set(
    [...collected].flatMap(([booked, member]) => (mayGo(booked.component) ? (wholeOf(member.component) ?? []) : [])),
  );

function membersWhere(
  collected: Collected,
  test: (booked: BookedComponent, member: RollbackMember) => boolean,
): ReadonlySet<RollbackMember> {
  return new Set([...collected].flatMap(([booked, member]) => (test(booked, member) ? [member] : [])));
}

/** Ids of the tables by name: of those in the book, and of those that only their parts tell of. */
async function tableIdsOf(
  book: MemberBook,
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Guid>> {
  const ids = new Map<string, Guid>();
  for (const { component } of book.all()) {
    if (component.type === ComponentType.Entity) ids.set(component.name, component.id);
  }
  const others = new Set(book.all().flatMap(({ component: { table } }) => (table && !ids.has(table) ? [table] : [])));
  const definitions = await retrieveTableDefinitions([...others], transport, signal);
  for (const [name, definition] of definitions) if (definition.status === "read") ids.set(name, definition.id);
  return ids;
}

function toMember(
  { component, heldBy }: BookedComponent,
  holders: HolderSearch,
  tableIds: ReadonlyMap<string, Guid>,
  typeNames: TypeNames,
): RollbackMember {
  const { id, type, table, custom, hasActiveCustomization: flagged } = component;
  const tableId = type === ComponentType.Entity || table === undefined ? undefined : tableIds.get(table);
  return {
    component: toRollbackComponent(component, typeNames),
    heldBy: [...heldBy],
    alsoHeldBy: holders.of(id, tableId),
    ...present({ custom, flagged }),
  };
}
