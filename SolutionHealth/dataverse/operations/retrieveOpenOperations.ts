import type { Guid } from "../../domain/model/guid";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { guidOf, numberOf, textOf, type WireRow } from "../wire";
import { SOLUTION_OPERATIONS, type SolutionOperationKind } from "./solutionOperationKinds";

/** A solution operation that the server has taken and not ended: it may still wait for its turn. */
export interface OpenOperation {
  readonly id: Guid;
  readonly kind: SolutionOperationKind;
  /** The server's own name for it; which solution it is about it does not say. */
  readonly name: string;
}

/**
 * Solution operations under way, also those that wait and of which the history says nothing yet.
 * @throws DataverseError, "forbidden" for users who may not see jobs
 */
export async function retrieveOpenOperations(transport: Transport, signal?: AbortSignal): Promise<OpenOperation[]> {
  const ofKind = SOLUTION_OPERATIONS.map(
    ([type, message]) => `operationtype eq ${type} or messagename eq '${message}'`,
  ).join(" or ");
  const path = `asyncoperations${queryText({
    $select: "asyncoperationid,name,operationtype,messagename",
    $filter: `statecode ne 3 and (${ofKind})`,
  })}`;
  const rows = await transport.getRows(path, signal && { signal });
  return rows.flatMap((row) => {
    const [id, kind] = [guidOf(row, "asyncoperationid"), kindOf(row)];
    return id === undefined || kind === undefined ? [] : [{ id, kind, name: textOf(row, "name") ?? "" }];
  });
}

function kindOf(row: WireRow): SolutionOperationKind | undefined {
  const [type, message] = [numberOf(row, "operationtype"), textOf(row, "messagename")];
  return SOLUTION_OPERATIONS.find((known) => known[0] === type || known[1] === message)?.[2];
}
