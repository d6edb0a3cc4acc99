import { type ComponentRef, type LayerStack } from "../../domain/layers/componentLayer";
import { toLayerStack } from "../../domain/layers/layerStack";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { retrieveLayersOfMany } from "./retrieveComponentLayers";
import type { WorkList } from "./workList";

export interface LayerReadingOptions {
  /** Requests at once; safe are 4 to 8 for everything together (fact sheet §10). Default 4. */
  readonly concurrency?: number;
  /**
   * Components in one batch, default 8. A batch saves round trips, not work of the server (§10): the more in one, the
   * longer until the first of them is there.
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
  { concurrency = 4, batchSize = 8 }: LayerReadingOptions = {},
): Promise<void> {
  const worker = async (): Promise<void> => {
    // The first look of each worker is at one component, so that something is there to be seen at once.
    let most = 1;
    for (let some = await work.take(most); some.length > 0; some = await work.take(most)) {
      await readSome(some, transport, signal, onOutcome);
      most = Math.max(1, batchSize);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

async function readSome<T extends ComponentRef>(
  components: readonly T[],
  transport: Transport,
  signal: AbortSignal,
  onOutcome: (component: T, outcome: LayersOutcome) => void,
): Promise<void> {
  const items = await retrieveLayersOfMany(components, transport, signal).catch((error: unknown) => {
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
