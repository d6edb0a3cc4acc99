import type { Clock } from "../../dataverse/clock";
import { DataverseError } from "../../dataverse/errors";
import { decisionBody, toDecision } from "../../dataverse/memory/decisionRows";
import { createMemoryRow, deleteMemoryRow, updateMemoryRow } from "../../dataverse/memory/memoryWrites";
import { readMemoryRow } from "../../dataverse/memory/readMemoryRow";
import { rowId } from "../../dataverse/memory/rowId";
import { snapshotBody, toSnapshots } from "../../dataverse/memory/snapshotRows";
import type { Transport } from "../../dataverse/transport";
import { type AcceptedFinding, type FindingDecision } from "../../domain/plan/acceptedFinding";
import { dayOf } from "../../domain/plan/day";
import type { HealthSnapshot, SnapshotContent } from "../../domain/plan/healthSnapshot";
import type { MaintenancePlan } from "../../domain/plan/maintenancePlan";
import { snapshotsToDrop } from "../../domain/plan/thinSnapshots";
import { knownMemory, type MemorySource, type MemoryState } from "./model";
import { failureAsError } from "./failureAsError";

/** What health goes by. */
export interface RememberedHealth {
  readonly plans: readonly MaintenancePlan[];
  readonly decisions: readonly AcceptedFinding[];
  /** Newest first. */
  readonly snapshots: readonly HealthSnapshot[];
  readonly mayDecide: boolean;
  readonly mayKeepSnapshots: boolean;
}

/** Old snapshots deleted in one go: a page is not to spend a minute on tidying. */
const DROPS_AT_ONCE = 20;

/** The port of health (state/health/ports) on this product's own tables. Its methods throw DataverseError. */
export class HealthMemory {
  /** @param by name of the signed-in user, as far as it is known */
  constructor(
    private readonly source: MemorySource,
    private readonly transport: Transport,
    private readonly clock: Clock,
    private readonly by: () => string | undefined,
  ) {}

  /** @returns undefined where this environment has no such tables */
  async load(): Promise<RememberedHealth | undefined> {
    return remembered(await this.source.load());
  }

  /**
   * Keeps a decision, in place of the one before.
   * @throws DataverseError "conflict" where somebody else has decided about the same in the meantime
   */
  async decide(decision: FindingDecision, before: AcceptedFinding | undefined): Promise<AcceptedFinding> {
    const body = decisionBody(decision, this.by(), new Date(this.clock.now()));
    const id =
      before?.id ?? rowId("finding", decision.ruleId, decision.solution?.toLowerCase() ?? "", decision.subject);
    if (before) await updateMemoryRow("accepted", id, body, before.etag, this.transport);
    else await createMemoryRow("accepted", id, body, this.transport);
    const kept = toDecision(await readMemoryRow("accepted", id, this.transport));
    if (kept === undefined) throw new DataverseError("unreadable", "The decision that was written cannot be read.");
    this.source.put((memory) => ({
      ...memory,
      decisions: [...memory.decisions.filter((other) => other.id !== id), kept],
    }));
    return kept;
  }

  async withdraw({ id, etag }: AcceptedFinding): Promise<void> {
    await deleteMemoryRow("accepted", id, etag, this.transport);
    this.source.put((memory) => ({ ...memory, decisions: memory.decisions.filter((other) => other.id !== id) }));
  }

  /** Keeps today's snapshot, in place of one that was taken earlier today, and lets old ones go. */
  async keep(content: SnapshotContent): Promise<HealthSnapshot> {
    const takenOn = new Date(this.clock.now());
    const id = rowId("snapshot", dayOf(takenOn));
    const body = snapshotBody(content, takenOn);
    await createMemoryRow("snapshot", id, body, this.transport).catch((error: unknown) => {
      if (!(error instanceof DataverseError) || error.kind !== "conflict") throw error;
      return updateMemoryRow("snapshot", id, body, undefined, this.transport);
    });
    const written = { shl_healthsnapshotid: id, ...body };
    const [kept] = toSnapshots([written], [written]);
    if (kept === undefined) throw new DataverseError("unreadable", "The snapshot that was written cannot be read.");
    this.source.put((memory) => ({
      ...memory,
      snapshots: [kept, ...memory.snapshots.filter((other) => other.id !== id)],
    }));
    await this.thin();
    return kept;
  }

  /** Plans that the plan page writes are those that health goes by: nothing is read again for them. */
  followPlans(listener: (plans: readonly MaintenancePlan[]) => void): () => void {
    const plansNow = (): readonly MaintenancePlan[] | undefined => knownMemory(this.source.getState())?.memory.plans;
    let seen = plansNow();
    return this.source.subscribe(() => {
      const plans = plansNow();
      if (plans === seen) return;
      seen = plans;
      if (plans) listener(plans);
    });
  }

  /** What cannot be deleted stays: an old snapshot too many harms nobody, and the next day tries again. */
  private async thin(): Promise<void> {
    const known = knownMemory(this.source.getState());
    if (!known || known.missing.snapshot.length > 0) return;
    const old = snapshotsToDrop(known.memory.snapshots, new Date(this.clock.now())).slice(0, DROPS_AT_ONCE);
    const gone = new Set<string>();
    for (const { id } of old) {
      try {
        await deleteMemoryRow("snapshot", id, undefined, this.transport);
        gone.add(id);
      } catch (error) {
        if (!(error instanceof DataverseError)) throw error;
        break;
      }
    }
    this.source.put((memory) => ({ ...memory, snapshots: memory.snapshots.filter(({ id }) => !gone.has(id)) }));
  }
}

function remembered(state: MemoryState): RememberedHealth | undefined {
  if (state.status === "failed") throw failureAsError(state.failure);
  if (state.status !== "ready") return undefined;
  const { memory, missing } = state;
  return {
    plans: memory.plans,
    decisions: memory.decisions,
    snapshots: memory.snapshots,
    mayDecide: missing.accepted.length === 0,
    mayKeepSnapshots: missing.snapshot.length === 0,
  };
}
