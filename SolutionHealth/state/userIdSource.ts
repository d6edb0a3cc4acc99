import { DataverseError } from "../dataverse/errors";
import type { Transport } from "../dataverse/transport";
import { whoAmI } from "../dataverse/whoAmI";
import type { Guid } from "../domain/model/guid";

/**
 * The signed-in user's id: the host's, else the server's, asked for once however many need it at the same time.
 * A failed question is not remembered.
 * @param session aborts the question itself
 */
export function createUserIdSource(
  known: Guid | undefined,
  transport: Transport,
  session: AbortSignal,
): (signal: AbortSignal) => Promise<Guid> {
  let asked: Promise<Guid> | undefined;

  return async (signal) => {
    if (known !== undefined) return known;
    // Not tied to the signal of whoever asks first: the others wait for the same answer.
    asked ??= whoAmI(transport, session).finally(() => (asked = undefined));
    known = await asked;
    if (signal.aborted) throw new DataverseError("cancelled", "The user's id is no longer wanted.");
    return known;
  };
}
