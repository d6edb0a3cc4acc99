import { type ComponentRef, type LayerStack } from "../../domain/layers/componentLayer";
import { toLayerStack } from "../../domain/layers/layerStack";
import { DataverseError } from "../errors";
import { WIDEST } from "../laneWidth";
import type { Transport } from "../transport";
import { retrieveLayersOfMany } from "./retrieveComponentLayers";
import type { WorkList } from "./workList";

export interface LayerReadingOptions {
  /**
   * Requests at once at most; as many as the background lane has room for unless told. How many it lets in depends on
   * how fast answers come and on how much of the server's time has been spent.
   */
  readonly concurrency?: number;
  /**
   * Components in one batch at most, default 4. A batch saves round trips, not work of the server (fact sheet §10): the
   * more in one, the longer until the first of them is there, and the longer a connection of the browser is taken.
   */
  readonly batchSize?: number;
}

/** How the reading of one component's layers ended. */
export type LayersOutcome =
  | { readonly status: "read"; readonly stack: LayerStack }
  | { readonly status: "failed"; readonly error: DataverseError };

/**
 * Reads the layers of components as they come in, a few at a time. A component that fails is told like the others.
 * @throws DataverseError "cancelled" or "signedOut": what is not told by then was not read.
 */
export async function readLayers<T extends ComponentRef>(
  work: WorkList<T>,
  transport: Transport,
  signal: AbortSignal,
  onOutcome: (component: T, outcome: LayersOutcome) => void,
  { concurrency = WIDEST, batchSize = 4 }: LayerReadingOptions = {},
): Promise<void> {
  let failed = false;
  // The less is left, the less in one batch: the last one must not be waited for while others have nothing to do.
  const share = (): number => Math.min(batchSize, Math.ceil(work.length / (2 * concurrency)));
  const worker = async (): Promise<void> => {
    // The first look of each worker is at one component, so that something is there to be seen at once.
    let most = 1;
    for (;;) {
      const some = await work.take(most);
      if (some.length === 0 || failed) return;
      await readSome(some, transport, signal, onOutcome).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      most = Math.max(1, share());
    }
  };
  // All are waited for even where one fails: nothing may go on behind the back of whoever waits.
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

async function readSome<T extends ComponentRef>(
  components: readonly T[],
  transport: Transport,
  signal: AbortSignal,
  onOutcome: (component: T, outcome: LayersOutcome) => void,
): Promise<void> {
  const items = await retrieveLayersOfMany(components, transport, signal, "background").catch((error: unknown) => {
    if (!(error instanceof DataverseError) || error.kind === "cancelled" || error.kind === "signedOut") throw error;
    return components.map(() => ({ status: "failed", error }) as const);
  });
  for (const [index, component] of components.entries()) {
    const item = items[index];
    if (item?.status === "read") {
      const { id, typeName } = component;
      onOutcome(component, { status: "read", stack: toLayerStack({ id, typeName }, item.rows) });
    } else if (item) onOutcome(component, item);
  }
}
