import type { Guid } from "../../domain/model/guid";
import { MEMBERSHIP_PAGE, membershipsWhere } from "../rollbacks/retrieveMemberships";
import { retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import { guidOf } from "../wire";

/** Each id may have a row for every solution that holds it: fewer of them, so that a page is enough. */
const IDS_A_QUERY = 50;

/**
 * Which of these components are there: those that any solution has a row for, among them the default one, which has a
 * row for every component (fact sheet §1.3).
 * @throws DataverseError where it could not be found out: what is there must not be called missing
 */
export async function presentComponents(
  ids: readonly Guid[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ReadonlySet<Guid>> {
  const paths: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_A_QUERY) {
    const some = ids.slice(from, from + IDS_A_QUERY);
    paths.push(membershipsWhere(some.map((id) => `objectid eq ${id}`).join(" or ")));
  }
  const there = new Set<Guid>();
  for (const item of await retrieveRowsOfMany(paths, transport, { pageSize: MEMBERSHIP_PAGE, signal })) {
    if (item.status === "failed") throw item.error;
    for (const row of item.rows) {
      const id = guidOf(row, "objectid");
      if (id !== undefined) there.add(id);
    }
  }
  return there;
}
