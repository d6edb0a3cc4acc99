import type { Guid } from "../../domain/model/guid";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { guidOf, numberOf, textOf, type WireRow } from "../wire";

/** A solution operation that the server has taken and not ended: it may still wait for its turn. */
export interface OpenOperation {
  readonly id: Guid;
  readonly kind: "import" | "upgrade" | "applyUpgrade" | "uninstall";
  /** The server's own name for it; which solution it is about it does not say. */
  readonly name: string;
}

type Kind = OpenOperation["kind"];

/** Type and message of each (fact sheet §5.4). Imports were seen with the general type 54, so the message counts too. */
const KINDS: readonly (readonly [type: number, message: string, kind: Kind])[] = [
  [203, "ImportSolutionAsync", "import"],
  [207, "DeleteAndPromoteAsync", "applyUpgrade"],
  [208, "UninstallSolutionAsync", "uninstall"],
  [211, "StageAndUpgradeAsync", "upgrade"],
];

/**
 * Solution operations under way, also those that wait and of which the history says nothing yet.
 * @throws DataverseError, "forbidden" for users who may not see jobs
 */
export async function retrieveOpenOperations(transport: Transport, signal?: AbortSignal): Promise<OpenOperation[]> {
  const ofKind = KINDS.map(([type, message]) => `operationtype eq ${type} or messagename eq '${message}'`).join(" or ");
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

function kindOf(row: WireRow): Kind | undefined {
  const [type, message] = [numberOf(row, "operationtype"), textOf(row, "messagename")];
  return KINDS.find((known) => known[0] === type || known[1] === message)?.[2];
}
