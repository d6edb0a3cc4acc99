import type { Guid } from "../domain/model/guid";
import { DataverseError } from "./errors";
import type { Transport } from "./transport";
import { guidOf, isRow } from "./wire";

const WHO_AM_I_QUERY = "WhoAmI()";

/** Id of the signed-in user, where the host does not say it. @throws DataverseError */
export async function whoAmI(transport: Transport, signal?: AbortSignal): Promise<Guid> {
  const body = await transport.get(WHO_AM_I_QUERY, signal && { signal });
  const id = isRow(body) ? guidOf(body, "UserId") : undefined;
  if (id === undefined) throw new DataverseError("unreadable", "The answer does not name a user.");
  return id;
}
