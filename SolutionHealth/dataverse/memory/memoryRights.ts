import type { Guid } from "../../domain/model/guid";
import { type Permission, privilegesQuery, retrievePrivileges, toPermissions } from "../retrievePrivileges";
import type { Transport } from "../transport";
import { MEMORY_RIGHTS, MEMORY_TABLES, memoryPrivilege, type MemoryTable } from "./memoryTables";

/** What the user may not do with each table: names of the privileges that are missing. Empty = everything. */
export type MissingRights = Readonly<Record<MemoryTable, readonly string[]>>;

export const NOTHING_MISSING: MissingRights = { plan: [], accepted: [], snapshot: [] };

const TABLES = Object.keys(MEMORY_TABLES) as MemoryTable[];

const NAMES = TABLES.flatMap((table) => MEMORY_RIGHTS.map((right) => memoryPrivilege(right, table)));

/** Asks for all of them at once; to be read in a batch. */
export const rightsQuery = (userId: Guid): string => privilegesQuery(userId, NAMES);

/** @param body answer to `rightsQuery` @throws DataverseError "unreadable" */
export const toMissingRights = (body: unknown): MissingRights => missingAmong(new Map(toPermissions(NAMES, body)));

/** Asks for one after the other where all at once is refused. @throws DataverseError */
export async function readMissingRights(
  userId: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<MissingRights> {
  const held = await retrievePrivileges(userId, NAMES, transport, signal);
  return missingAmong(held);
}

/** What could not be checked is not called missing: the server decides when it is tried. */
function missingAmong(held: ReadonlyMap<string, Permission>): MissingRights {
  const missing = (table: MemoryTable): readonly string[] =>
    MEMORY_RIGHTS.map((right) => memoryPrivilege(right, table)).filter((name) => held.get(name) === "missing");
  return { plan: missing("plan"), accepted: missing("accepted"), snapshot: missing("snapshot") };
}
