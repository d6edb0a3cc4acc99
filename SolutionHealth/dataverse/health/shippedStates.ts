import { componentTypeName } from "../../domain/components/componentTypes";
import { shippedState, type ShippedState } from "../../domain/health/shippedState";
import { toLayerStack } from "../../domain/layers/layerStack";
import type { Guid } from "../../domain/model/guid";
import { forEachAtOnce } from "../atOnce";
import { concernsOneRead } from "../errors";
import type { LayersItem } from "../overrides/retrieveComponentLayers";
import { retrieveLayersOfMany } from "../overrides/retrieveComponentLayers";
import type { Lane } from "../lanes";
import type { Transport } from "../transport";
import type { SwitchRow } from "./partRows";

/** Layers in one round trip at most: each costs the server as much as by itself (fact sheet §4.2). */
const MOST_LAYERS_A_BATCH = 10;
const BATCHES_AT_ONCE = 4;

export interface ShippedReading {
  readonly signal?: AbortSignal;
  readonly lane?: Lane;
  readonly onProgress?: (done: number, total: number) => void;
}

/** How solutions ship parts that are off, by id, from the layers. @throws DataverseError "cancelled", "signedOut" */
export async function readShippedStates(
  parts: readonly SwitchRow[],
  transport: Transport,
  { signal, lane, onProgress }: ShippedReading = {},
): Promise<ReadonlyMap<Guid, ShippedState>> {
  const states = new Map<Guid, ShippedState>();
  const starts: number[] = [];
  // Few of them are spread over all batches, so that none waits for the others.
  const size = Math.min(MOST_LAYERS_A_BATCH, Math.max(1, Math.ceil(parts.length / BATCHES_AT_ONCE)));
  for (let from = 0; from < parts.length; from += size) starts.push(from);
  onProgress?.(0, parts.length);
  await forEachAtOnce(starts, BATCHES_AT_ONCE, async (from) => {
    const some = parts.slice(from, from + size);
    const items = await layersOf(some, transport, signal, lane);
    for (const [index, part] of some.entries()) states.set(part.id, stateIn(items[index], part));
    onProgress?.(states.size, parts.length);
  });
  return states;
}

const refOf = ({ id, type }: SwitchRow): { id: Guid; typeName: string } => ({
  id,
  typeName: componentTypeName(type).platformName,
});

async function layersOf(
  parts: readonly SwitchRow[],
  transport: Transport,
  signal: AbortSignal | undefined,
  lane: Lane | undefined,
): Promise<readonly LayersItem[]> {
  return retrieveLayersOfMany(parts.map(refOf), transport, signal, lane).catch((error: unknown) => {
    if (!concernsOneRead(error)) throw error;
    return [];
  });
}

const stateIn = (item: LayersItem | undefined, part: SwitchRow): ShippedState =>
  item?.status === "read" ? shippedState(toLayerStack(refOf(part), item.rows), part.kind) : "unknown";
