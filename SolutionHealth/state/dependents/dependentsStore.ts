import type { Clock } from "../../dataverse/clock";
import { readDependents } from "../../dataverse/rollbacks/readDependents";
import type { Transport } from "../../dataverse/transport";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { toFailure } from "../failure";
import type { Resource } from "../model";
import { createCell } from "../overrides/cell";
import { failed, latest, loading, ready } from "../resource";
import type { DependentsState, DependentsStore } from "./model";

const IDLE: Resource<readonly RollbackComponent[]> = { status: "idle" };

export function createDependentsStore(transport: Transport, clock: Clock): DependentsStore {
  const cell = createCell<{ readonly dependents: DependentsState }>({ dependents: new Map() });
  const session = new AbortController();

  async function read(component: RollbackComponent): Promise<void> {
    const put = (resource: Resource<readonly RollbackComponent[]>): void =>
      cell.update({ dependents: new Map(cell.get().dependents).set(component.key, resource) });
    const before = latest(cell.get().dependents.get(component.key) ?? IDLE);
    put(loading(before));
    try {
      put(ready(await readDependents(component, transport, session.signal), new Date(clock.now())));
    } catch (error) {
      put(failed(toFailure(error), before));
    }
  }

  return {
    getState: () => cell.get().dependents,
    subscribe: cell.subscribe,
    read: (component) => void read(component),
    dispose() {
      cell.close();
      session.abort();
    },
  };
}
