import { wait } from "../../dataverse/clock";
import { DataverseError } from "../../dataverse/errors";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { RemovalReport, RemovalResult } from "../../domain/overrides/removalReport";
import { writeRemovalReportFile } from "../../domain/overrides/removalReportFile";
import { toFailure } from "../failure";
import type { Cell } from "./cell";
import { datedFileName } from "./fileNames";
import type { OverridesState, RemovalPlan, RemovalState } from "./model";
import type { OverridesPorts } from "./ports";
import { type Found, lookAgain, lookUntilGone, resultOf } from "./removalCheck";
import { type PreparedRemoval, prepareRemoval } from "./removalPlan";
import { removeInBulk, removeOne, type SentOutcome } from "./removalRun";

/** Taking overrides back: pre-flight, backup, removal, and an honest look at what became of it. */
export interface RemovalFlow {
  prepare(components: readonly OverriddenComponent[]): void;
  saveBackup(): void;
  remove(typed?: string): void;
  cancel(): void;
  saveReport(): void;
  close(): void;
  dispose(): void;
}

/** Milliseconds after which what was gone is looked at once more: flows that run make their layer anew. */
const SECOND_LOOK = 5_000;

const NOT_SENT: SentOutcome = { status: "notSent" };

/** @param onDone told the components whose rows are old now */
export function createRemovalFlow(
  cell: Cell<OverridesState>,
  ports: OverridesPorts,
  onDone: (keys: readonly ComponentKey[]) => void,
): RemovalFlow {
  const { clock, saveFile } = ports;
  let prepared: PreparedRemoval | undefined;
  let current: AbortController | undefined;

  const publish = (removal: RemovalState): void => cell.update({ removal });
  const busy = (): boolean => cell.get().removal.status === "running";

  async function prepare(components: readonly OverriddenComponent[]): Promise<void> {
    current?.abort();
    const own = new AbortController();
    current = own;
    prepared = undefined;
    const total = components.length;
    publish({ status: "preparing", done: 0, total });
    try {
      const result = await prepareRemoval(components, cell.get().bookkeeping, ports, own.signal, (done) => {
        if (current === own) publish({ status: "preparing", done, total });
      });
      if (current !== own) return;
      prepared = result;
      publish({ status: "prepared", plan: result.plan, backupSaved: false });
    } catch (error) {
      if (current === own) publish({ status: "failed", failure: toFailure(error) });
    }
  }

  async function run({ plan, fingerprints }: PreparedRemoval, signal: AbortSignal): Promise<void> {
    const startedOn = new Date(clock.now()).toISOString();
    const chosen = plan.items.filter(({ removability }) => removability.verdict !== "refused");
    const components = chosen.map(({ component }) => component);
    const tell = (stage: "job" | "oneByOne" | "checking", done: number, total: number): void =>
      publish({ status: "running", plan, stage, done, total });
    const { sent, first } = await send(components, { ports, bookkeeping: cell.get().bookkeeping, signal, tell });
    tell("checking", 0, components.length);
    const second = await lookLater(components, first);
    const results = plan.items.map(({ component }): RemovalResult => {
      const { key } = component;
      return resultOf(
        component,
        sent.get(key) ?? NOT_SENT,
        first.get(key),
        second.get(key),
        fingerprints.get(key) ?? "",
      );
    });
    finish(plan, results, startedOn);
    onDone(components.map(({ key }) => key));
  }

  /** What was gone is looked at once more, after a while. */
  async function lookLater(
    components: readonly OverriddenComponent[],
    first: ReadonlyMap<string, Found>,
  ): Promise<ReadonlyMap<string, Found>> {
    const gone = components.filter(({ key }) => first.get(key)?.status === "gone");
    if (gone.length === 0) return new Map();
    await wait(SECOND_LOOK, clock);
    return lookAgain(gone, cell.get().bookkeeping, ports);
  }

  function finish(plan: RemovalPlan, results: readonly RemovalResult[], startedOn: string): void {
    const now = new Date(clock.now());
    const { url, name } = ports.environment();
    const report: RemovalReport = {
      startedOn,
      endedOn: now.toISOString(),
      environment: { url, ...(name !== undefined && { name }) },
      backupFile: plan.backup.fileName,
      results,
    };
    const reportFile = { fileName: datedFileName("removal-report", now), content: writeRemovalReportFile(report) };
    publish({ status: "finished", plan, report, reportFile });
  }

  return {
    prepare: (components) => {
      if (!busy() && components.length > 0) void prepare(components);
    },
    saveBackup() {
      const { removal } = cell.get();
      if (removal.status !== "prepared") return;
      const { fileName, content } = removal.plan.backup;
      saveFile(fileName, content, "application/json");
      publish({ ...removal, backupSaved: true });
    },
    remove(typed) {
      const { removal } = cell.get();
      if (removal.status !== "prepared" || !removal.backupSaved || prepared === undefined) return;
      const { confirmation } = removal.plan;
      if (confirmation !== undefined && typed !== confirmation) return;
      const own = new AbortController();
      current = own;
      run(prepared, own.signal).catch((error: unknown) => publish({ status: "failed", failure: toFailure(error) }));
    },
    cancel() {
      current?.abort();
      if (!busy()) {
        current = undefined;
        prepared = undefined;
        publish({ status: "idle" });
      }
    },
    saveReport() {
      const { removal } = cell.get();
      if (removal.status !== "finished") return;
      saveFile(removal.reportFile.fileName, removal.reportFile.content, "application/json");
    },
    close() {
      if (!busy()) publish({ status: "idle" });
    },
    dispose: () => current?.abort(),
  };
}

interface Sending {
  readonly ports: OverridesPorts;
  readonly bookkeeping: readonly string[];
  readonly signal: AbortSignal;
  readonly tell: (stage: "job" | "oneByOne" | "checking", done: number, total: number) => void;
}

interface Sent {
  readonly sent: Map<string, SentOutcome>;
  readonly first: Map<string, Found>;
}

/**
 * The bulk job first, for more than one; then, one by one, what it left – its answer names no component, so only the
 * single call tells why. After an answer that says nothing, nothing is sent any more: it is looked up.
 */
async function send(components: readonly OverriddenComponent[], sending: Sending): Promise<Sent> {
  const { ports, bookkeeping, signal, tell } = sending;
  const sent = new Map<string, SentOutcome>();
  const first = new Map<string, Found>();
  let left = components;
  if (components.length > 1 && !signal.aborted) {
    tell("job", 0, components.length);
    const bulk = await removeInBulk(components, ports, signal);
    if (bulk.status === "unclear") {
      for (const { key } of components) sent.set(key, { status: "unclear", error: bulk.error });
      for (const [key, found] of await lookUntilGone(components, bookkeeping, ports)) first.set(key, found);
      return { sent, first };
    }
    if (bulk.status === "ended") {
      for (const [key, found] of await lookAgain(components, bookkeeping, ports)) first.set(key, found);
      for (const { key } of components) sent.set(key, { status: "taken" });
      left = components.filter(({ key }) => first.get(key)?.status === "there");
    }
  }
  await sendOneByOne(left, sent, sending);
  const unclear = left.filter(({ key }) => sent.get(key)?.status === "unclear");
  const clear = left.filter((component) => !unclear.includes(component) && sent.has(component.key));
  for (const [key, found] of await lookAgain(clear, bookkeeping, ports)) first.set(key, found);
  for (const [key, found] of await lookUntilGone(unclear, bookkeeping, ports)) first.set(key, found);
  return { sent, first };
}

async function sendOneByOne(
  components: readonly OverriddenComponent[],
  sent: Map<string, SentOutcome>,
  { ports, signal, tell }: Sending,
): Promise<void> {
  for (const [index, component] of components.entries()) {
    if (signal.aborted) return;
    tell("oneByOne", index, components.length);
    const outcome = await removeOne(component, ports.transport);
    sent.set(component.key, outcome);
    // Who is signed out, or may not do this at all, need not be told so for each.
    if (outcome.status === "refused" && endsAll(outcome.error)) return;
  }
}

const endsAll = ({ kind }: DataverseError): boolean => kind === "signedOut";
