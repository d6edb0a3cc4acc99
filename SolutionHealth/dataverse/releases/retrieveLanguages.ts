import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { isRow } from "../wire";

/** Languages (LCID) that are switched on. @throws DataverseError */
export async function retrieveLanguages(transport: Transport, signal: AbortSignal): Promise<number[]> {
  const answer = await transport.get("RetrieveProvisionedLanguages()", { signal });
  const list: unknown = isRow(answer) ? answer.RetrieveProvisionedLanguages : undefined;
  if (!Array.isArray(list)) throw new DataverseError("unreadable", "The answer names no languages.");
  return list.filter((code) => typeof code === "number");
}
