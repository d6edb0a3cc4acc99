import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { RollbackComponent, StackReading } from "../../domain/rollbacks/rollbackFacts";
import { type LayersOutcome, readLayers } from "../overrides/layerReading";
import { createWorkList } from "../overrides/workList";
import type { Transport } from "../transport";
import { toNotKnown } from "./notKnown";
import { hasTypeName } from "./rollbackComponent";

/**
 * Reads the layers of components, a few at a time. A type that this environment does not name cannot be asked for, and
 * a component without any layer is not one that was read: one that exists has at least one (fact sheet §4.2).
 * @param into takes what has been read, as it comes: there even where the reading is cancelled
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readStacks(
  components: readonly RollbackComponent[],
  transport: Transport,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
  into = new Map<ComponentKey, StackReading>(),
): Promise<Map<ComponentKey, StackReading>> {
  const named: RollbackComponent[] = [];
  for (const component of components) {
    if (hasTypeName(component)) named.push(component);
    else into.set(component.key, { status: "unknown", why: { reason: "typeUnknown" } });
  }
  const work = createWorkList<RollbackComponent>();
  work.add(named);
  work.end();
  let done = 0;
  onProgress(done, named.length);
  await readLayers(work, transport, signal, ({ key }, outcome) => {
    into.set(key, toReading(outcome));
    done += 1;
    onProgress(done, named.length);
  });
  return into;
}

function toReading(outcome: LayersOutcome): StackReading {
  if (outcome.status === "failed") return { status: "unknown", why: toNotKnown(outcome.error) };
  if (outcome.stack.layers.length === 0) return { status: "unknown", why: { reason: "unreadable" } };
  return outcome;
}
