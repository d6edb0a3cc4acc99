import { DataverseError } from "../../dataverse/errors";
import { createMemoryRow, deleteMemoryRow, updateMemoryRow } from "../../dataverse/memory/memoryWrites";
import { planBody, toPlan } from "../../dataverse/memory/planRows";
import { readMemoryRow } from "../../dataverse/memory/readMemoryRow";
import { rowId } from "../../dataverse/memory/rowId";
import type { Transport } from "../../dataverse/transport";
import type { Guid } from "../../domain/model/guid";
import { type MaintenancePlan, type PlanContent, planKey, plansBySolution } from "../../domain/plan/maintenancePlan";
import { toFailure } from "../failure";
import { knownMemory, type MemorySource, type MemoryState } from "../memory/model";
import type { Failure } from "../model";
import { createCell } from "../overrides/cell";
import type { PlanMaking, PlanSaving, PlanState, PlanStart, PlanStore } from "./model";

interface OwnState {
  readonly saving: ReadonlyMap<string, PlanSaving>;
  readonly making?: PlanMaking;
}

/** Plans as the shared memory has them, with what is being changed here. */
export function createPlanStore(source: MemorySource, transport: Transport): PlanStore {
  const cell = createCell<{ readonly own: OwnState }>({ own: { saving: new Map() } });
  let shown: { readonly memory: MemoryState; readonly own: OwnState; readonly state: PlanState } | undefined;

  function getState(): PlanState {
    const [memory, own] = [source.getState(), cell.get().own];
    if (shown?.memory !== memory || shown.own !== own) shown = { memory, own, state: { ...planPart(memory), ...own } };
    return shown.state;
  }

  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const stops = [source.subscribe(tell), cell.subscribe(tell)];
  const writer = new PlanWriter(source, transport, cell);

  return {
    getState,
    subscribe(listener) {
      const own = (): void => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    refresh: () => void source.load(),
    save: (content, before) => void writer.change(content.solution, () => writer.save(content, before)),
    remove: (plan) => void writer.change(plan.solution, () => writer.remove(plan)),
    makePlans: (solutions, start) => void writer.makeAll(solutions, start),
    forget: (solution) => writer.note(solution, undefined),
    closeMaking: () => writer.closeMaking(),
    dispose() {
      for (const stop of stops) stop();
      listeners.clear();
      writer.dispose();
      cell.close();
    },
  };
}

const NO_PLANS: readonly MaintenancePlan[] = [];

function planPart(memory: MemoryState): Omit<PlanState, "saving" | "making"> {
  const known = knownMemory(memory);
  return {
    status: memory.status,
    plans: known?.memory.plans ?? NO_PLANS,
    missing: known?.missing.plan ?? [],
    ...(memory.status === "failed" && { failure: memory.failure }),
  };
}

/** Writes plans one at a time, each once. */
class PlanWriter {
  private open = true;

  constructor(
    private readonly source: MemorySource,
    private readonly transport: Transport,
    private readonly cell: { get(): { readonly own: OwnState }; update(change: { readonly own: OwnState }): void },
  ) {}

  /** Runs a change of one solution's plan and notes how it went; a second one waits for nobody: it is not begun. */
  async change(solution: string, run: () => Promise<void>): Promise<void> {
    const key = planKey(solution);
    if (this.cell.get().own.saving.get(key)?.status === "saving") return;
    this.note(solution, { status: "saving" });
    const failure = await failureOf(run);
    this.note(solution, failure && { status: "failed", failure });
  }

  async save(content: PlanContent, before: MaintenancePlan | undefined): Promise<void> {
    const id = before?.id ?? rowId("plan", planKey(content.solution));
    try {
      if (before) await updateMemoryRow("plan", id, planBody(content), before.etag, this.transport);
      else await createMemoryRow("plan", id, planBody(content), this.transport);
      this.put(id, toPlan(await readMemoryRow("plan", id, this.transport)));
    } catch (error) {
      await this.readAfter(id, error);
      throw error;
    }
  }

  async remove({ id, etag }: MaintenancePlan): Promise<void> {
    try {
      await deleteMemoryRow("plan", id, etag, this.transport);
      this.put(id, undefined);
    } catch (error) {
      await this.readAfter(id, error);
      throw error;
    }
  }

  async makeAll(solutions: readonly string[], start: PlanStart): Promise<void> {
    if (this.cell.get().own.making?.status === "running") return;
    const planned = plansBySolution(knownMemory(this.source.getState())?.memory.plans ?? []);
    const wanted = solutions.filter((solution) => !planned.has(planKey(solution)));
    const failed: { readonly solution: string; readonly failure: Failure }[] = [];
    const tell = (status: PlanMaking["status"], done: number): void =>
      this.update({ making: { status, done, total: wanted.length, failed: [...failed] } });
    let made = 0;
    for (const solution of wanted) {
      if (!this.open) return;
      tell("running", made + failed.length);
      const failure = await failureOf(() => this.save({ ...start, solution }, undefined));
      if (failure) failed.push({ solution, failure });
      else made += 1;
      // What one was refused for the others are refused for as well.
      if (failure && (failure.kind === "forbidden" || failure.kind === "signedOut")) break;
    }
    tell("finished", made);
  }

  note(solution: string, saving: PlanSaving | undefined): void {
    const all = new Map(this.cell.get().own.saving);
    if (saving) all.set(planKey(solution), saving);
    else all.delete(planKey(solution));
    this.update({ saving: all });
  }

  closeMaking(): void {
    const { making: _closed, ...own } = this.cell.get().own;
    this.cell.update({ own });
  }

  dispose(): void {
    this.open = false;
  }

  private update(part: Partial<OwnState>): void {
    this.cell.update({ own: { ...this.cell.get().own, ...part } });
  }

  private put(id: Guid, plan: MaintenancePlan | undefined): void {
    this.source.put((memory) => ({
      ...memory,
      plans: [...memory.plans.filter((other) => other.id !== id), ...(plan ? [plan] : [])],
    }));
  }

  /** After somebody else was faster, or nobody knows what came about, the plan is shown as it is now. */
  private async readAfter(id: Guid, error: unknown): Promise<void> {
    if (!(error instanceof DataverseError) || (error.kind !== "conflict" && !error.outcomeUnknown)) return;
    const failure = await failureOf(async () => {
      this.put(id, toPlan(await readMemoryRow("plan", id, this.transport)));
    });
    if (failure?.kind === "notFound") this.put(id, undefined);
  }
}

async function failureOf(run: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return toFailure(error);
  }
}
