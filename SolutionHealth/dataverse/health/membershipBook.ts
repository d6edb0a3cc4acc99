import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import type { DataverseError } from "../errors";
import { queryText } from "../odata";
import { type Membership, MEMBERSHIP_PAGE, toMemberships } from "../rollbacks/retrieveMemberships";
import { retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";

/** Solutions asked for in one query: their components mostly fit into one page. */
const SOLUTIONS_A_QUERY = 5;

/** Components by the solutions that have a row for them (fact sheet §2.1). */
export interface MembershipBook {
  readonly components: ReadonlyMap<Guid, HeldComponent>;
  /** Unique names of solutions whose rows could not be read. */
  readonly unread: readonly { readonly solution: string; readonly error: DataverseError }[];
}

export interface HeldComponent {
  readonly id: Guid;
  readonly type: number;
  /** Unique names. */
  readonly solutions: readonly string[];
  /** Those of them that hold it with all that is below it, which then needs no rows of its own (fact sheet §2.1). */
  readonly whole: readonly string[];
}

/** @throws DataverseError "cancelled" or "signedOut", "unreadable" for rows that do not say who holds what */
export async function readMembershipBook(
  solutions: readonly InstalledSolution[],
  transport: Transport,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<MembershipBook> {
  const groups: InstalledSolution[][] = [];
  for (let from = 0; from < solutions.length; from += SOLUTIONS_A_QUERY) {
    groups.push(solutions.slice(from, from + SOLUTIONS_A_QUERY));
  }
  const items = await retrieveRowsOfMany(groups.map(membershipsOf), transport, {
    pageSize: MEMBERSHIP_PAGE,
    signal,
    onRead: (done) => onProgress(done, groups.length),
  });
  const names = new Map(solutions.map(({ id, uniqueName }) => [id, uniqueName]));
  const components = new Map<Guid, HeldComponent>();
  const unread: { solution: string; error: DataverseError }[] = [];
  for (const [index, group] of groups.entries()) {
    const item = items[index];
    if (item?.status === "read") for (const row of toMemberships(item.rows)) enter(row, names, components);
    else if (item) unread.push(...group.map(({ uniqueName }) => ({ solution: uniqueName, error: item.error })));
  }
  return { components, unread };
}

const membershipsOf = (solutions: readonly InstalledSolution[]): string =>
  `solutioncomponents${queryText({
    $select: "objectid,componenttype,_solutionid_value,rootcomponentbehavior",
    $filter: solutions.map(({ id }) => `_solutionid_value eq ${id}`).join(" or "),
  })}`;

function enter(
  { componentId: id, type, solutionId, behavior }: Membership,
  names: ReadonlyMap<Guid, string>,
  components: Map<Guid, HeldComponent>,
): void {
  const name = names.get(solutionId);
  if (name === undefined) return;
  const { solutions = [], whole = [] } = components.get(id) ?? {};
  if (solutions.includes(name)) return;
  components.set(id, { id, type, solutions: [...solutions, name], whole: behavior === 0 ? [...whole, name] : whole });
}
