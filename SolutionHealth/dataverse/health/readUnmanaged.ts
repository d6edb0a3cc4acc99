import type { LooseComponent } from "../../domain/health/deepFacts";
import type { SolutionComponent } from "../../domain/model/component";
import { ComponentType } from "../../domain/model/componentType";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import { DataverseError } from "../errors";
import { retrieveSummaries, summariesQuery } from "../retrieveComponentSummaries";
import { nameKeyOf, retrieveNames } from "../rollbacks/retrieveNames";
import type { Transport } from "../transport";
import { type MembershipBook, readMembershipBook } from "./membershipBook";
import type { DeepReading } from "./readStackFacts";

/**
 * Custom components without a managed layer, with the visible unmanaged solutions that hold them, by themselves or with
 * their table. Text literals, since boolean ones are refused; a query without a solution is what the maker portal asks
 * too (fact sheet §3.2, §16).
 * @throws DataverseError
 */
export async function readUnmanaged(
  solutions: readonly InstalledSolution[],
  transport: Transport,
  { signal, onProgress = () => undefined }: DeepReading,
): Promise<LooseComponent[]> {
  const unmanaged = solutions.filter(({ managed, visible }) => !managed && visible);
  const [components, book] = await Promise.all([
    retrieveSummaries(summariesQuery("msdyn_ismanaged eq 'false'"), transport, signal),
    readMembershipBook(unmanaged, transport, signal, onProgress),
  ]);
  const [failed] = book.unread;
  // Without all of them something would be called loose that is not.
  if (failed) throw failed.error;
  const made = components.filter(({ managed, custom }) => managed === false && custom !== false);
  const ofTable = await holdersOfTables(made, book, transport, signal);
  return made.map(({ id, type, displayName, table, modifiedOn }) => ({
    id,
    type,
    name: displayName,
    solutions: [...new Set([...(book.components.get(id)?.solutions ?? []), ...(ofTable.get(table ?? "") ?? [])])],
    ...present({ table, modifiedOn }),
  }));
}

/**
 * Solutions that hold a table with all that is below it, by its logical name: columns, forms and views of it need no
 * rows of their own, and must not be called loose for lack of one (fact sheet §2.1).
 * @throws DataverseError "unreadable" where a table is not named: what is below it could be anything
 */
async function holdersOfTables(
  made: readonly SolutionComponent[],
  { components }: MembershipBook,
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const whole = [...components.values()].filter(
    ({ type, whole: by }) => type === ComponentType.Entity && by.length > 0,
  );
  const known = new Map(made.map((component) => [nameKeyOf(component), component]));
  const nameless = whole.filter((table) => !known.has(nameKeyOf(table))).map(({ id }) => id);
  const names = nameless.length === 0 ? known : await retrieveNames(nameless, transport, signal);
  return new Map(
    whole.map((table) => {
      const named = known.get(nameKeyOf(table)) ?? names.get(nameKeyOf(table));
      if (!named) throw new DataverseError("unreadable", "A table of an unmanaged solution that has no name.");
      return [named.name, table.whole] as const;
    }),
  );
}
