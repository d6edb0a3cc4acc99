import type { Guid } from "../domain/model/guid";
import { DataverseError } from "./errors";
import { queryText } from "./odata";
import type { Transport } from "./transport";
import { isRow, textOf } from "./wire";

/** What a user may do; `unknown` where the check itself failed. */
export type Permission = "granted" | "missing" | "unknown";

export const privilegesQuery = (userId: Guid, names: readonly string[]): string =>
  `systemusers(${userId})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)` +
  queryText({ "@p": JSON.stringify(names) });

/**
 * Which of the named privileges a user holds, those by way of teams included (fact sheet §12). An unknown name may
 * make the whole call fail [?]: then each name is asked for by itself, and only that one stays unknown.
 * @param names at most about 40
 * @throws DataverseError when the server refuses for another reason than the request itself
 */
export async function retrievePrivileges(
  userId: Guid,
  names: readonly string[],
  transport: Transport,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, Permission>> {
  const ask = async (some: readonly string[]): Promise<[string, Permission][]> =>
    toPermissions(some, await transport.get(privilegesQuery(userId, some), signal && { signal }));
  const askOne = async (name: string): Promise<[string, Permission][]> =>
    ask([name]).catch((error: unknown) => {
      if (blamesTheRequest(error)) return [[name, "unknown"]];
      throw error;
    });
  try {
    return new Map(await ask(names));
  } catch (error) {
    if (!blamesTheRequest(error)) throw error;
    return new Map((await Promise.all(names.map(askOne))).flat());
  }
}

const blamesTheRequest = (error: unknown): boolean =>
  error instanceof DataverseError && (error.kind === "badRequest" || error.kind === "notFound");

/** @throws DataverseError "unreadable" */
export function toPermissions(names: readonly string[], body: unknown): [string, Permission][] {
  const list = isRow(body) ? body.RolePrivileges : undefined;
  if (!Array.isArray(list)) throw new DataverseError("unreadable", "The answer does not list privileges.");
  const held = new Set(list.filter(isRow).map((row) => textOf(row, "PrivilegeName")?.toLowerCase()));
  return names.map((name) => [name, held.has(name.toLowerCase()) ? "granted" : "missing"]);
}
