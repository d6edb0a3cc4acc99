import type { Guid } from "../../domain/model/guid";
import { type Clock, wait } from "../clock";
import type { Transport } from "../transport";
import { pollingInterval } from "./pollingInterval";
import { type AsyncOperation, retrieveAsyncOperation } from "./retrieveAsyncOperation";

export interface WaitOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Told after each look that finds the job unfinished; awaited, so that it may look further. */
  readonly onLook?: (operation: AsyncOperation) => void | Promise<void>;
}

const UNFINISHED: ReadonlySet<AsyncOperation["status"]> = new Set(["waiting", "running"]);

/**
 * Looks at a job again and again until it has ended, however it ended. Waits between looks grow from 2 to 15 seconds.
 * @throws DataverseError when looking fails, or "cancelled" – the job itself goes on then.
 */
export async function waitForAsyncOperation(
  id: Guid,
  transport: Transport,
  { clock, signal, onLook }: WaitOptions,
): Promise<AsyncOperation> {
  for (let looks = 0; ; looks += 1) {
    const operation = await retrieveAsyncOperation(id, transport, signal);
    if (!UNFINISHED.has(operation.status)) return operation;
    await onLook?.(operation);
    await wait(pollingInterval(looks), clock, signal);
  }
}
