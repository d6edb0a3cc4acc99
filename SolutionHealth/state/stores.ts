import { normaliseGuid } from "../domain/model/guid";
import { createAppStore, createStoreBase, type StoreBase, type StorePorts } from "./appStore";
import type { DependentsStore } from "./dependents/model";
import { createDependentsStore } from "./dependents/dependentsStore";
import { environmentReaders } from "./health/environmentReaders";
import { createHealthStore } from "./health/healthStore";
import type { HealthStore } from "./health/model";
import type { AppStore } from "./model";
import type { JobsStore } from "./jobs/model";
import { createJobsStore } from "./jobs/jobsStore";
import type { JobsPorts } from "./jobs/ports";
import { createAcceptedStorage } from "./memory/acceptedStorage";
import { HealthMemory } from "./memory/healthMemory";
import { createMemorySource } from "./memory/memorySource";
import type { MemorySource } from "./memory/model";
import type { OverridesStore } from "./overrides/model";
import { createOverridesStore } from "./overrides/overridesStore";
import type { OverridesPorts } from "./overrides/ports";
import type { PlanStore } from "./plan/model";
import { createPlanStore } from "./plan/planStore";
import { latest } from "./resource";
import type { ReleaseStore } from "./releases/model";
import { newId } from "./releases/newId";
import type { ReleasePorts } from "./releases/ports";
import { createReleaseStore } from "./releases/releaseStore";
import { createReleaseWork } from "./releases/releaseWork";
import type { RollbackStore } from "./rollbacks/model";
import { createRollbackStore } from "./rollbacks/rollbackStore";
import { createUserIdSource } from "./userIdSource";

export interface Stores {
  readonly store: AppStore;
  readonly health: HealthStore;
  readonly overrides: OverridesStore;
  readonly jobs: JobsStore;
  readonly rollback: RollbackStore;
  readonly release: ReleaseStore;
  readonly dependents: DependentsStore;
  readonly memory: MemorySource;
  readonly healthMemory: HealthMemory;
  readonly plan: PlanStore;
}

/** Every store of the page, on one connection: one queue, one rest when the server asks for it, one list of calls. */
export function createStores(ports: StorePorts & Pick<OverridesPorts, "saveFile" | "storage" | "reading">): Stores {
  const base = createStoreBase(ports);
  const { cell, transport } = base;
  const { clientUrl: url, clock, saveFile, storage, reading } = ports;
  const store = createAppStore(ports, base);
  const session = new AbortController();
  const userId = createUserIdSource(normaliseGuid(ports.userId ?? ""), transport, session.signal);
  const memory = createMemory(base, userId, session);
  const callsMade = (): number => cell.get().calls[cell.get().calls.length - 1]?.id ?? 0;
  const overrides = createOverridesStore({
    transport,
    clock,
    saveFile,
    environment: () => {
      const known = latest(cell.get().environment);
      return { url, ...(known && { organizationId: known.organizationId, name: known.name }) };
    },
    solutions: () => latest(cell.get().solutions),
    callsMade,
    storage: storage ?? createAcceptedStorage(memory, transport),
    ...(reading && { reading }),
  });
  const healthMemory = new HealthMemory(memory, transport, clock, () => latest(cell.get().user)?.name);
  const health = createHealthStore({
    clock,
    app: store,
    overrides,
    memory: healthMemory,
    ...environmentReaders(transport, clock),
  });
  const refresh = (): void => {
    store.refresh();
    health.refresh();
  };
  const changing = createChanging(base, { clock, userId, onEnded: refresh }, { callsMade, saveFile });
  const dependents = createDependentsStore(transport, clock);
  const plan = createPlanStore(memory, transport);
  return { store, health, overrides, ...changing, dependents, memory, healthMemory, plan };
}

/** What changes the environment: all of it follows the operations of one list. */
function createChanging(
  base: StoreBase,
  ports: Omit<JobsPorts, "transport">,
  outside: Pick<ReleasePorts, "callsMade" | "saveFile">,
): Pick<Stores, "jobs" | "rollback" | "release"> {
  const { transport } = base;
  const jobs = createJobs(base, ports);
  const shared = { transport, clock: ports.clock, jobs, ...outside };
  const release = createReleaseStore({ ...shared, newId, work: createReleaseWork(transport) });
  return { jobs, rollback: createRollbackStore(shared), release };
}

/** What the environment remembers is read with everything else: at the start, and on refresh. */
function createMemory(
  { cell, transport }: StoreBase,
  userId: JobsPorts["userId"],
  session: AbortController,
): MemorySource {
  const source = createMemorySource(transport, userId);
  let status = cell.get().solutions.status;
  cell.subscribe(() => {
    const before = status;
    status = cell.get().solutions.status;
    if (status === "loading" && before !== "loading") void source.load();
  });
  return {
    ...source,
    dispose() {
      session.abort();
      source.dispose();
    },
  };
}

/** Jobs that run are found in each history that is read; when one ends, everything is read again. */
function createJobs({ cell, transport }: StoreBase, ports: Omit<JobsPorts, "transport">): JobsStore {
  const jobs = createJobsStore({ transport, ...ports });
  let known = latest(cell.get().history);
  let asked = false;
  let tellTaken = (): void => undefined;
  const taken = new Promise<void>((resolve) => (tellTaken = resolve));
  cell.subscribe(() => {
    const { history: resource } = cell.get();
    // Jobs that wait are asked for beside the history, so that nobody waits for one after the other.
    if (!asked && resource.status === "loading") {
      asked = true;
      void jobs.takeUpWaiting(taken);
    }
    const history = latest(resource);
    if (history === known) return;
    known = history;
    jobs.takeUp(history ?? []);
    tellTaken();
  });
  return jobs;
}
