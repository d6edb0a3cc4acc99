import { randomUUID } from "node:crypto";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { AnnouncedOperation, Caller, Environment, ProgressListener } from "../engine/contract";
import { PlatformFault } from "../engine/fault";
import { asFault } from "../engine/importOperations";
import type { StoredUser } from "../store/model";
import { asyncOperationRow, endedRow } from "./asyncOperationRow";
import { AsyncOperationRows } from "./asyncOperationRows";
import { foreignJob, type ForeignLock } from "./foreignLock";
import { inOrder } from "./inOrder";
import type { JobDelay, JobFailure } from "./operationTroubles";
import type { ServerOptions } from "./options";
import { pause } from "./pause";
import { ProvisionalImportJobs } from "./provisionalImportJobs";
import { RetryFault } from "./retryFault";

/** A solution operation, without what only a row of `asyncoperations` says. */
export interface Operation {
  /** Bracketed word of 0x80071151: Import, Uninstall, … */
  readonly lockName: string;
  /** Solution operations: what the history says while it runs. */
  readonly announced?: AnnouncedOperation;
  readonly run: (caller: Caller, progress: ProgressListener) => void;
}

/** A solution operation that runs in the background. */
export interface Job extends Operation {
  /** e.g. `ImportSolutionAsync`. */
  readonly messageName: string;
  /** e.g. `ImportSolution`. */
  readonly name: string;
  readonly operationType: number;
  /** Set for imports: the import job whose progress the job shows. */
  readonly importJobId?: Guid;
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
  readonly importJobs: ProvisionalImportJobs;
  private running: string | undefined;
  private readonly rows: AsyncOperationRows;

  constructor(
    private readonly environment: Environment,
    private readonly user: StoredUser,
    private readonly options: Pick<ServerOptions, "clock" | "jobDuration" | "troubles">,
  ) {
    this.importJobs = new ProvisionalImportJobs(environment.state, user.id);
    this.rows = new AsyncOperationRows(environment, options.clock);
    this.rows.endInterrupted();
  }

  /** @throws PlatformFault 429, 0x80071151 while another solution operation runs: not a throttling answer (§6.8). */
  requireIdle(lockName: string): void {
    if (this.running === undefined) return;
    throw new RetryFault(
      "0x80071151",
      `Cannot start another [${lockName}] because there is a previous [${this.running}] running at this moment. ` +
        "Use Solution History for more details.",
      this.options.troubles.lockRetryAfter,
    );
  }

  /** Starts a job. @returns the id of its asynchronous operation. */
  start(job: Job): Guid {
    const delay = this.delayOf(job);
    const jobDuration = this.options.jobDuration * (delay?.times ?? 1);
    const id = this.accept(job, this.user);
    const caller = this.callerOf(id);
    const failure = this.failureOf(job);
    const last = failure ? Math.max(STARTS_AT, failure.at) : 1;
    const still = delay?.stuckAt ?? 1;
    // A job that began after its end would be told as running for ever.
    const after = inOrder(this.options.clock);
    const at = (part: number, task: () => void): void => {
      if (part <= Math.min(last, still)) after(Math.round(part * jobDuration), task);
    };
    at(STARTS_AT, () => this.begin(id, job, caller));
    if (job.importJobId !== undefined) {
      const { importJobId } = job;
      for (const part of [IMPORT_JOB_AT, ...STEPS]) {
        const progress = part === IMPORT_JOB_AT ? 0 : Math.round(part * 100);
        at(part, () => this.importJobs.show(importJobId, progress, this.rows.now()));
      }
    }
    at(last, () => this.finish(id, job, caller, failure));
    return id;
  }

  /**
   * Runs an operation while its request waits: as long as a job, without a row in `asyncoperations` (§6.5). It goes on
   * when nobody waits any more.
   * @throws PlatformFault 0x80071151 at once, or what the operation throws, at its end
   */
  async runWhileWaiting(operation: Operation): Promise<void> {
    this.requireIdle(operation.lockName);
    this.running = operation.lockName;
    const caller = this.callerOf(randomUUID());
    if (operation.announced) this.environment.announce(operation.announced, caller);
    const failure = this.failureOf(operation);
    await pause(this.options.clock, Math.round((failure?.at ?? 1) * this.options.jobDuration));
    const fault = this.carryOut(operation, caller, failure);
    if (fault) throw fault;
  }

  /**
   * Lets something else hold the customization lock.
   * @returns a function that ends it, as succeeded; it may be called when it has ended by itself
   * @throws PlatformFault 0x80071151 while anything runs
   */
  hold(lock: ForeignLock): () => void {
    const job = foreignJob(lock, (caller) => this.environment.conclude(caller.activityId));
    const other = this.environment.state.users.find(({ id, disabled }) => id !== this.user.id && !disabled);
    const id = this.accept(job, other ?? this.user);
    const caller = this.callerOf(id);
    this.begin(id, job, caller);
    let held = true;
    const release = (): void => {
      if (held) this.finish(id, job, caller);
      held = false;
    };
    if (lock.duration !== undefined) this.options.clock.after(lock.duration, release);
    return release;
  }

  private accept(job: Job, owner: StoredUser): Guid {
    this.requireIdle(job.lockName);
    this.running = job.lockName;
    const id = randomUUID();
    this.rows.write(asyncOperationRow(id, job, this.environment.state, owner, this.rows.now()));
    return id;
  }

  private begin(id: Guid, job: Job, caller: Caller): void {
    this.rows.change(id, { statecode: 2, statuscode: 20, startedon: this.rows.now() });
    if (job.announced) this.environment.announce(job.announced, caller);
  }

  private finish(id: Guid, job: Job, caller: Caller, planned?: JobFailure): void {
    const fault = this.carryOut(job, caller, planned);
    if (job.importJobId !== undefined) this.importJobs.forget(job.importJobId);
    this.rows.change(id, endedRow(this.rows.row(id), this.rows.now(), fault, planned?.friendlyMessage));
  }

  /** Runs the operation, or fails as planned, and frees the lock. @returns why it failed */
  private carryOut(operation: Operation, caller: Caller, planned?: JobFailure): PlatformFault | undefined {
    try {
      if (planned) throw this.failed(operation, caller, planned);
      operation.run(caller, () => undefined);
      return undefined;
    } catch (error) {
      const fault = asFault(error);
      // Refused before it came to the history, its row would stay Started for ever.
      this.environment.settle(fault, caller.activityId);
      return fault;
    } finally {
      this.running = undefined;
    }
  }

  /** A planned failure; an import has an import job that tells of it, if it came so far. */
  private failed({ announced }: Operation, caller: Caller, planned: JobFailure): PlatformFault {
    const fault = new PlatformFault(planned.code, planned.message, 400, planned.place);
    if (announced?.kind === "import" || announced?.kind === "stageAndUpgrade") {
      if (planned.at >= IMPORT_JOB_AT)
        this.environment.breakOff(announced, fault, Math.round(planned.at * 100), caller);
    }
    return fault;
  }

  private delayOf({ announced }: Operation): JobDelay | undefined {
    const fits = ({ job }: JobDelay): boolean => job === undefined || job === announced?.kind;
    return announced && this.options.troubles.delays?.find(fits);
  }

  private failureOf({ announced }: Operation): JobFailure | undefined {
    if (!announced) return undefined;
    const solution = "uniqueName" in announced ? announced.uniqueName.toLowerCase() : undefined;
    return this.options.troubles.failures.find(
      (failure) =>
        (failure.job === undefined || failure.job === announced.kind) &&
        (failure.solution === undefined || failure.solution.toLowerCase() === solution),
    );
  }

  private callerOf(activityId: Guid): Caller {
    return { userId: this.user.id, activityId, correlationId: randomUUID() };
  }
}
