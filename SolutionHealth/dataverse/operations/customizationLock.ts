import { runningOperations } from "../../domain/history/runningOperations";
import { type Clock, wait } from "../clock";
import { DataverseError } from "../errors";
import { retrieveSolutionHistory } from "../retrieveSolutionHistory";
import type { Transport } from "../transport";
import { pollingInterval } from "./pollingInterval";

export interface LockPorts {
  readonly transport: Transport;
  readonly clock: Clock;
}

/** "…because there is a previous [Import] running…": the word in the second pair of brackets (fact sheet §6.8). */
const PREVIOUS = /previous \[([^\]]+)\]/;

/** Who holds the customization lock: the solution that the history says is worked on, else the server's own word. */
export async function lockHolder(
  { serverText }: DataverseError,
  { transport, clock }: LockPorts,
  signal: AbortSignal,
): Promise<string | undefined> {
  const history = await retrieveSolutionHistory(transport, signal).catch(nothingKnown);
  const [running] = runningOperations(history, new Date(clock.now()));
  if (running) return `${running.operation} ${running.solutionName || running.solutionUniqueName} ${running.version}`;
  return PREVIOUS.exec(serverText ?? "")?.[1];
}

/**
 * Waits until the history shows no operation that runs. The lock may be held by something that the history does not
 * list, so this says when to ask again, not that it is free.
 * @throws DataverseError "cancelled" when waiting is given up
 */
export async function waitWhileLocked({ transport, clock }: LockPorts, signal: AbortSignal): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    await wait(pollingInterval(looks), clock, signal);
    const history = await retrieveSolutionHistory(transport, signal).catch(nothingKnown);
    if (runningOperations(history, new Date(clock.now())).length === 0) return;
  }
}

function nothingKnown(error: unknown): [] {
  if (error instanceof DataverseError && error.kind !== "cancelled") return [];
  throw error;
}
