import { randomUUID } from "node:crypto";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { AnnouncedOperation, Caller, Environment, ProgressListener } from "../engine/contract";
import { PlatformFault } from "../engine/fault";
import { asFault } from "../engine/importOperations";
import { utcText } from "../engine/clock";
import type { Row, StoredUser } from "../store/model";
import { asyncOperationRow, endedRow } from "./asyncOperationRow";
import type { Clock } from "./options";

/** A solution operation that runs in the background. */
interface Job {
  /** e.g. `ImportSolutionAsync`. */
  readonly messageName: string;
  /** e.g. `ImportSolution`. */
  readonly name: string;
  readonly operationType: number;
  /** Bracketed word of 0x80071151: Import, Uninstall, … */
  readonly lockName: string;
  /** Set for imports: the import job whose progress the job shows. */
  readonly importJobId?: Guid;
  /** Solution operations: what the history says while the job runs. */
  readonly announced?: AnnouncedOperation;
  readonly run: (caller: Caller, progress: ProgressListener) => void;
}

/** Parts of the job's duration: queued, import job visible, progress steps, end (fact sheet §5.3: 404 at first). */
const STARTS_AT = 0.15;
const IMPORT_JOB_AT = 0.3;
const STEPS = [0.45, 0.6, 0.75, 0.9];

/**
 * Runs solution operations one at a time, as the platform does. A job has a row in `asyncoperations` at once, starts
 * after a moment, shows progress, and takes effect at its end, as one atomic change.
 */
export class JobRunner {
  private running: string | undefined;
  private readonly importJobs = new Map<Guid, Row>();

  constructor(
    private readonly environment: Environment,
    private readonly user: StoredUser,
    private readonly clock: Clock,
    private readonly duration: number,
  ) {
    this.endInterrupted();
  }

  /** Import jobs that are visible although the engine has not written them yet. */
  provisionalImportJobs(): readonly Row[] {
    const written = new Set(this.environment.state.importJobs.map((row) => row.importjobid));
    return [...this.importJobs.values()].filter((row) => !written.has(row.importjobid));
  }

  /** @throws PlatformFault 429, 0x80071151 while another solution operation runs: not a throttling answer (§6.8). */
  requireIdle(lockName: string): void {
    if (this.running === undefined) return;
    throw new PlatformFault(
      "0x80071151",
      `Cannot start another [${lockName}] because there is a previous [${this.running}] running at this moment. ` +
        "Use Solution History for more details.",
      429,
    );
  }

  /** Starts a job. @returns the id of its asynchronous operation. */
  start(job: Job): Guid {
    this.requireIdle(job.lockName);
    this.running = job.lockName;
    const id = randomUUID();
    const { state } = this.environment;
    this.write(asyncOperationRow(id, job, state, this.user, this.now()));
    this.schedule(id, job);
    return id;
  }

  private schedule(id: Guid, job: Job): void {
    const at = (part: number, task: () => void) => this.clock.after(Math.round(part * this.duration), task);
    const caller: Caller = { userId: this.user.id, activityId: id, correlationId: randomUUID() };
    at(STARTS_AT, () => {
      this.change(id, { statecode: 2, statuscode: 20, startedon: this.now() });
      if (job.announced) this.environment.announce(job.announced, caller);
    });
    if (job.importJobId !== undefined) {
      const { importJobId } = job;
      at(IMPORT_JOB_AT, () => this.importJobs.set(importJobId, this.importJob(importJobId, 0)));
      for (const step of STEPS) {
        at(step, () => this.importJobs.set(importJobId, this.importJob(importJobId, Math.round(step * 100))));
      }
    }
    at(1, () => this.finish(id, job, caller));
  }

  private finish(id: Guid, job: Job, caller: Caller): void {
    let failure: unknown;
    try {
      job.run(caller, () => undefined);
    } catch (error) {
      failure = error;
      // Refused before it came to the history, its row would stay Started for ever.
      this.environment.settle(asFault(error), id);
    }
    this.running = undefined;
    if (job.importJobId !== undefined) this.importJobs.delete(job.importJobId);
    this.change(id, endedRow(this.row(id), this.now(), failure));
  }

  private importJob(id: Guid, progress: number): Row {
    const previous = this.importJobs.get(id);
    const now = this.now();
    return {
      importjobid: id,
      name: "Customizations",
      progress,
      startedon: previous?.startedon ?? now,
      createdon: previous?.createdon ?? now,
      modifiedon: now,
      completedon: null,
      _createdby_value: this.user.id,
      _modifiedby_value: this.user.id,
    };
  }

  private row(id: Guid): Row {
    return this.environment.state.asyncOperations.find((row) => row.asyncoperationid === id) ?? {};
  }

  private write(row: Row): void {
    const { asyncOperations } = this.environment.state;
    const at = asyncOperations.findIndex((known) => known.asyncoperationid === row.asyncoperationid);
    if (at < 0) asyncOperations.push(row);
    else asyncOperations[at] = row;
  }

  private change(id: Guid, values: Row): void {
    this.write({ ...this.row(id), ...values, modifiedon: this.now() });
  }

  private now(): string {
    return utcText(new Date(this.clock.now()));
  }

  /** A job that a restart cut off is judged by the history: it took effect as a whole, or not at all. */
  private endInterrupted(): void {
    const interrupted = new PlatformFault("0x80040216", "The operation was interrupted by a restart.");
    for (const row of [...this.environment.state.asyncOperations]) {
      if (row.statecode === 3 || typeof row.asyncoperationid !== "string") continue;
      const done = this.environment.state.history.some(
        (entry) => entry.activityId === row.asyncoperationid && entry.result === true,
      );
      this.change(row.asyncoperationid, endedRow(row, this.now(), done ? undefined : interrupted));
    }
    this.environment.settle(interrupted);
  }
}
