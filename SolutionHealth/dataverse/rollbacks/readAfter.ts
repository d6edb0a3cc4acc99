import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { FoundAfter } from "../../domain/rollbacks/compareRollback";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { Guid } from "../../domain/model/guid";
import { type LayersOutcome, readLayers } from "../overrides/layerReading";
import { retrieveHolders } from "../overrides/retrieveHolders";
import type { Transport } from "../transport";
import { createWorkList } from "../overrides/workList";

/** What is read of a fate: whether the component was to go. */
export interface AnnouncedFate {
  readonly component: RollbackComponent;
  readonly kind: string;
}

export interface ReadAfterOptions {
  readonly signal: AbortSignal;
  /** Components read again, of those that have to be. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * What became of the components of a preview. Membership rows first, many components a call: one that was to go and has
 * none left is gone. Everything else is looked at by its layers, since a missing row alone proves nothing (fact sheet
 * §2.1).
 * @throws DataverseError where the memberships could not be read; a component whose layers could not is "unknown"
 */
export async function readAfter(
  { fates }: { readonly fates: readonly AnnouncedFate[] },
  transport: Transport,
  { signal, onProgress }: ReadAfterOptions,
): Promise<ReadonlyMap<ComponentKey, FoundAfter>> {
  const doomed = fates.filter(({ kind }) => kind === "deleted").map(({ component }) => component);
  const holders = await retrieveHolders(
    doomed.map(({ id }) => id),
    transport,
    signal,
  );
  const found = new Map<ComponentKey, FoundAfter>();
  const gone = new Set<Guid>();
  for (const { key, id } of doomed) {
    if ((holders.get(id) ?? []).length > 0) continue;
    gone.add(id);
    found.set(key, { status: "gone" });
  }
  const rest = fates.map(({ component }) => component).filter(({ id }) => !gone.has(id));
  await readRest(rest, transport, signal, (key, after) => {
    found.set(key, after);
    onProgress?.(found.size - gone.size, rest.length);
  });
  return found;
}

async function readRest(
  components: readonly RollbackComponent[],
  transport: Transport,
  signal: AbortSignal,
  onFound: (key: ComponentKey, after: FoundAfter) => void,
): Promise<void> {
  const work = createWorkList<RollbackComponent>();
  work.add(components);
  work.end();
  await readLayers(work, transport, signal, ({ key }, outcome) => onFound(key, toFound(outcome)));
}

function toFound(outcome: LayersOutcome): FoundAfter {
  if (outcome.status === "read") {
    const { stack } = outcome;
    return stack.layers.length === 0 ? { status: "gone" } : { status: "there", stack };
  }
  const { code, message, serverText } = outcome.error;
  return {
    status: "unknown",
    why: { reason: "notRead", text: serverText ?? message, ...(code !== undefined && { code }) },
  };
}
