import type { SignedInUser } from "../domain/model/environment";
import type { Guid } from "../domain/model/guid";
import type { Transport } from "./transport";
import { isRow, textOf } from "./wire";

const userQuery = (id: Guid): string => `systemusers(${id})?$select=fullname,domainname`;

/** Name of a user; the sign-in name where there is no full name. @throws DataverseError */
export async function retrieveUser(id: Guid, transport: Transport, signal?: AbortSignal): Promise<SignedInUser> {
  const body = await transport.get(userQuery(id), signal && { signal });
  const row = isRow(body) ? body : {};
  return { id, name: textOf(row, "fullname") ?? textOf(row, "domainname") ?? id };
}
