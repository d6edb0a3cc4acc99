import { DataverseError } from "../../dataverse/errors";
import type { ImportRequest } from "../../dataverse/operations/importRequest";
import { type OpenOperation, retrieveOpenOperations } from "../../dataverse/operations/retrieveOpenOperations";
import { type Guid, normaliseGuid } from "../../domain/model/guid";
import type { SolutionOperation } from "../../domain/model/operation";
import { toFailure } from "../failure";
import { createCell } from "../overrides/cell";
import { followFound, followWaiting } from "./foundJob";
import { type FoundOperation, foundOperations } from "./foundJobs";
import { hasEnded, JobEntry } from "./jobEntry";
import { applyOperation, importOperation } from "./importOperation";
import type { ImportTarget, JobKind, JobsState, JobsStore, StartOptions, TrackedJob } from "./model";
import { type Operation, OperationJob } from "./operationJob";
import type { JobsPorts } from "./ports";
import { uninstallOperation } from "./uninstallOperation";

/** The store, and what other stores tell it. */
export interface FollowingJobsStore extends JobsStore {
  /** Takes up operations that run and are not followed: after a reload, or started by somebody else. */
  takeUp(history: readonly SolutionOperation[]): void;
  /**
   * Takes up operations that still wait for their turn, of which the history has no row yet. Asks the server once.
   * @param historyTaken until then nothing is taken up, so that what the history has is not taken twice
   */
  takeUpWaiting(historyTaken?: Promise<void>): Promise<void>;
}

/** A job that is followed, and what can be done to it. */
interface Following {
  readonly entry: JobEntry;
  readonly giveUp?: () => void;
  readonly lookAgain: () => Promise<void>;
}

export function createJobsStore(ports: JobsPorts): FollowingJobsStore {
  return new FollowedJobs(ports);
}

class FollowedJobs implements FollowingJobsStore {
  private readonly cell = createCell<JobsState>({ jobs: [] });
  private readonly session = new AbortController();
  private readonly following = new Map<string, Following>();

  constructor(private readonly ports: JobsPorts) {}

  getState(): JobsState {
    return this.cell.get();
  }

  subscribe(listener: () => void): () => void {
    return this.cell.subscribe(listener);
  }

  uninstall(solution: Named & { readonly id: Guid }, options: StartOptions): Promise<TrackedJob> {
    return this.begin("uninstall", solution, uninstallOperation(solution), options);
  }

  importPackage(target: ImportTarget, request: ImportRequest, options: StartOptions): Promise<TrackedJob> {
    return this.begin(target.way, target, importOperation(target, request), options);
  }

  applyUpgrade(target: Named, options: StartOptions): Promise<TrackedJob> {
    return this.begin("applyUpgrade", target, applyOperation(target), options);
  }

  takeUp(history: readonly SolutionOperation[]): void {
    const { cell, ports, session, following } = this;
    for (const { entry } of following.values()) nameByHistory(entry, history);
    for (const operation of foundOperations(history, cell.get().jobs, new Date(ports.clock.now()))) {
      const entry = new JobEntry(foundJob(operation, ports), cell, ports.clock);
      const follow = (): Promise<void> => followFound(operation, entry, ports, session.signal);
      const lookAgain = (): Promise<void> => {
        entry.restart("running");
        return follow();
      };
      following.set(entry.key, { entry, lookAgain });
      void this.track(entry, follow);
    }
  }

  async takeUpWaiting(historyTaken?: Promise<void>): Promise<void> {
    const { cell, ports, session, following } = this;
    const open = await retrieveOpenOperations(ports.transport, session.signal).catch(noneKnown);
    await historyTaken;
    for (const operation of open) {
      if (cell.get().jobs.some(({ asyncOperationId }) => asyncOperationId === operation.id)) continue;
      const entry = new JobEntry(waitingJob(operation, ports), cell, ports.clock);
      const follow = (): Promise<void> => followWaiting(operation.id, entry, ports, session.signal);
      const lookAgain = (): Promise<void> => {
        entry.restart("running");
        return follow();
      };
      following.set(entry.key, { entry, lookAgain });
      void this.track(entry, follow);
    }
  }

  giveUp(key: string): void {
    this.following.get(key)?.giveUp?.();
  }

  dismiss(key: string): void {
    this.cell.update({ jobs: this.cell.get().jobs.filter((job) => job.key !== key || !hasEnded(job)) });
  }

  lookAgain(): void {
    for (const { entry, lookAgain } of this.following.values()) {
      if (entry.get().phase === "lost") void this.track(entry, lookAgain);
    }
  }

  dispose(): void {
    this.cell.close();
    this.session.abort();
  }

  private async begin(
    kind: JobKind,
    named: Named,
    operation: Operation,
    { waitForLock, onListed }: StartOptions,
  ): Promise<TrackedJob> {
    const { cell, ports, session, following } = this;
    const entry = new JobEntry(newJob(kind, named, following.size, ports), cell, ports.clock);
    const job = new OperationJob(operation, entry, ports, session.signal);
    following.set(entry.key, { entry, giveUp: () => job.giveUp(), lookAgain: () => job.lookAgain() });
    onListed?.(entry.key);
    await this.track(entry, () => job.run(waitForLock));
    return entry.get();
  }

  private async track(entry: JobEntry, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      // The page has been closed: the server's job goes on, and is found again.
      if (error instanceof DataverseError && this.session.signal.aborted) return;
      entry.end("lost", toFailure(error));
    }
    this.ports.onEnded(entry.get());
  }
}

type Named = Pick<TrackedJob, "uniqueName" | "displayName" | "version">;

function newJob(
  kind: JobKind,
  { uniqueName, displayName, version }: Named,
  number: number,
  { clock }: JobsPorts,
): TrackedJob {
  const startedAt = new Date(clock.now());
  const key = `${uniqueName} ${startedAt.getTime()} ${number}`;
  return { key, kind, uniqueName, displayName, version, phase: "starting", startedAt, found: false };
}

/** Until the history has a row of it, only the server's own name for it is known. */
function waitingJob({ id, kind, name }: OpenOperation, { clock }: JobsPorts): TrackedJob {
  const startedAt = new Date(clock.now());
  const names = { uniqueName: "", displayName: name, version: "" };
  return { key: id, kind, ...names, phase: "running", startedAt, asyncOperationId: id, found: true };
}

/** Which solution a job is about, once the history tells. */
function nameByHistory(entry: JobEntry, history: readonly SolutionOperation[]): void {
  const { uniqueName, asyncOperationId } = entry.get();
  if (uniqueName !== "" || asyncOperationId === undefined) return;
  const row = history.find(({ activityId }) => normaliseGuid(activityId ?? "") === asyncOperationId);
  if (!row) return;
  const { solutionUniqueName, solutionName, version } = row;
  entry.change({ uniqueName: solutionUniqueName, displayName: solutionName || solutionUniqueName, version });
}

/** Who may not see jobs finds those that run in the history all the same. */
const noneKnown = (error: unknown): [] => {
  if (error instanceof DataverseError) return [];
  throw error;
};

function foundJob({ operation, kind, jobId }: FoundOperation, { clock }: JobsPorts): TrackedJob {
  const { id: key, solutionUniqueName: uniqueName, solutionName, version, startedOn } = operation;
  return {
    key,
    kind,
    uniqueName,
    displayName: solutionName || uniqueName,
    version,
    phase: "running",
    startedAt: startedOn ?? new Date(clock.now()),
    found: true,
    ...(jobId !== undefined && { asyncOperationId: jobId }),
  };
}
