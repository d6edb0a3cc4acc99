import { ComponentType } from "../../domain/model/componentType";
import type { InstalledSolution } from "../../domain/model/solution";
import type { UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { concernsOneRead } from "../errors";
import { retrieveRootComponents } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";
import type { MemberBook } from "./memberBook";
import { toNotKnown } from "./notKnown";
import { MEMBERSHIP_PAGE, membershipsOfSolution, toMemberships } from "./retrieveMemberships";
import { retrieveNames } from "./retrieveNames";

/**
 * The components of solutions by their membership rows, which are the proof, and the names of their root components.
 * What hangs below their tables has no name yet.
 * @param onProgress solutions read
 * @returns what could not be read @throws DataverseError "cancelled" or "signedOut"
 */
export async function readMembers(
  solutions: readonly InstalledSolution[],
  book: MemberBook,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<UnreadFact[]> {
  const unread: UnreadFact[] = [];
  onProgress(0, solutions.length);
  for (const [index, solution] of solutions.entries()) {
    const open = (error: unknown): [] => {
      unread.push(unreadMembers(solution, error));
      return [];
    };
    const [memberships, roots] = await Promise.all([
      transport
        .getRows(membershipsOfSolution(solution.id), { pageSize: MEMBERSHIP_PAGE, signal })
        .then(toMemberships)
        .catch(open),
      retrieveRootComponents(solution.id, transport, signal).catch(open),
    ]);
    for (const membership of memberships) book.enterRow(membership);
    for (const component of roots) book.enter(component);
    onProgress(index + 1, solutions.length);
  }
  // Without its name a table cannot be asked for what hangs below it.
  await nameMembers(book, transport, signal, (type) => type === ComponentType.Entity);
  return unread;
}

/** Looks up the names of those that have none, wherever they are. @throws DataverseError "cancelled" or "signedOut" */
export async function nameMembers(
  book: MemberBook,
  transport: Transport,
  signal: AbortSignal,
  which: (type: number) => boolean,
): Promise<void> {
  const ids = book.nameless().flatMap(({ id, type }) => (which(type) ? [id] : []));
  const names = await retrieveNames(ids, transport, signal);
  for (const component of names.values()) if (which(component.type)) book.enter(component);
}

/** @throws the error, where it ends everything */
export function unreadMembers({ uniqueName }: InstalledSolution, error: unknown, table?: string): UnreadFact {
  if (!concernsOneRead(error)) throw error;
  return { what: "members", solution: uniqueName, why: toNotKnown(error), ...(table !== undefined && { table }) };
}
