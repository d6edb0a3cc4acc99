import type { Guid } from "../../domain/model/guid";
import { type Permission, retrievePrivileges } from "../retrievePrivileges";
import type { Transport } from "../transport";
import { MEMORY_RIGHTS, MEMORY_TABLES, memoryPrivilege, type MemoryTable } from "./memoryTables";

/** What the user may not do with each table: names of the privileges that are missing. Empty = everything. */
export type MissingRights = Readonly<Record<MemoryTable, readonly string[]>>;

export const NOTHING_MISSING: MissingRights = { plan: [], accepted: [], snapshot: [] };

const TABLES = Object.keys(MEMORY_TABLES) as MemoryTable[];

/** @throws DataverseError */
export async function readMissingRights(
  userId: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<MissingRights> {
  const names = TABLES.flatMap((table) => MEMORY_RIGHTS.map((right) => memoryPrivilege(right, table)));
  const held = await retrievePrivileges(userId, names, transport, signal);
  return missingAmong(held);
}

/** What could not be checked is not called missing: the server decides when it is tried. */
function missingAmong(held: ReadonlyMap<string, Permission>): MissingRights {
  const missing = (table: MemoryTable): readonly string[] =>
    MEMORY_RIGHTS.map((right) => memoryPrivilege(right, table)).filter((name) => held.get(name) === "missing");
  return { plan: missing("plan"), accepted: missing("accepted"), snapshot: missing("snapshot") };
}
