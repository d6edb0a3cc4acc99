import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import type { StartedJob } from "./startedJob";
import { uninstallSolutionAsync } from "./uninstallSolutionAsync";

/** Codes of a message that this environment does not have: it was refused before anything was looked at. */
const UNKNOWN_MESSAGE_CODES: ReadonlySet<string> = new Set(["0x80060888", "0x8006088a"]);
const RECORD_NOT_FOUND = "0x80040217";
const NOT_IMPLEMENTED = 501;

/** Milliseconds to wait for the deletion of the row, which does all the work while it is being waited for (§6.5). */
const DELETION_TIMEOUT = 300_000;

/**
 * Starts uninstalling a solution with its patches, components and their data, once: by `UninstallSolutionAsync`, or, in
 * an environment that does not know this message, by deleting the solution's row (fact sheet §6.5). Only a refusal
 * that proves that nothing was done leads to the second; every other error ends it.
 * @returns the job to follow, or "done" where the row is deleted already: that way is synchronous
 * @throws DataverseError, with `outcomeUnknown` where it may have been started: look it up, never repeat it
 */
export async function startUninstall(
  { id, uniqueName }: { readonly id: Guid; readonly uniqueName: string },
  transport: Transport,
  signal?: AbortSignal,
): Promise<StartedJob | "done"> {
  try {
    return await uninstallSolutionAsync(uniqueName, transport, signal);
  } catch (error) {
    if (!isUnknownMessage(error)) throw error;
  }
  await transport.delete(`solutions(${id})`, { timeout: DELETION_TIMEOUT, ...(signal && { signal }) });
  return "done";
}

/** "Not found" without a code, or with one of a missing message: not that of a missing solution. */
function isUnknownMessage(error: unknown): boolean {
  if (!(error instanceof DataverseError) || error.outcomeUnknown) return false;
  const code = error.code?.toLowerCase();
  if (code !== undefined && UNKNOWN_MESSAGE_CODES.has(code)) return true;
  return error.status === NOT_IMPLEMENTED || (error.kind === "notFound" && code !== RECORD_NOT_FOUND);
}
