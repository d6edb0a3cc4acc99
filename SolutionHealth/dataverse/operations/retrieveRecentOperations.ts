import type { Guid } from "../../domain/model/guid";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { dateOf, guidOf, present } from "../wire";
import { SOLUTION_OPERATIONS, type SolutionOperationKind } from "./solutionOperationKinds";

/** More than one can only be there from before: the server runs one solution operation at a time (fact sheet §5.4). */
const MOST = 20;

/** A job of the server; which solution it is about it does not say. */
export interface RecentOperation {
  readonly id: Guid;
  /** Who started it. */
  readonly ownerId?: Guid;
  readonly createdOn?: Date;
}

/**
 * The newest jobs of one kind on the server, newest first. The documented type of an operation is not the one
 * that was seen (§5.4): the message's name finds those.
 * @throws DataverseError, "forbidden" for users who may not see jobs
 */
export async function retrieveRecentOperations(
  kind: SolutionOperationKind,
  transport: Transport,
  signal?: AbortSignal,
): Promise<RecentOperation[]> {
  const ofKind = SOLUTION_OPERATIONS.filter((known) => known[2] === kind)
    .map(([type, message]) => `operationtype eq ${type} or messagename eq '${message}'`)
    .join(" or ");
  const path = `asyncoperations${queryText({
    $select: "asyncoperationid,createdon,_ownerid_value",
    $filter: `(${ofKind})`,
    $orderby: "createdon desc",
    $top: MOST,
  })}`;
  const rows = await transport.getRows(path, signal && { signal });
  return rows.flatMap((row) => {
    const id = guidOf(row, "asyncoperationid");
    if (id === undefined) return [];
    return [{ id, ...present({ ownerId: guidOf(row, "_ownerid_value"), createdOn: dateOf(row, "createdon") }) }];
  });
}
