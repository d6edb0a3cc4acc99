import type { Clock } from "../../dataverse/clock";
import type { Cell } from "../overrides/cell";
import type { Failure } from "../model";
import type { LostJob } from "./lostJob";
import type { JobPhase, JobsState, TrackedJob } from "./model";

/** Phases in which nothing more happens by itself. */
const ENDED: ReadonlySet<JobPhase> = new Set(["succeeded", "failed", "notStarted", "lost"]);

export const hasEnded = ({ phase }: TrackedJob): boolean => ENDED.has(phase);

/** One job of the list: what is known of it is read and changed here. */
export class JobEntry {
  readonly key: string;

  /** Puts the job on the list, in front. */
  constructor(
    private job: TrackedJob,
    private readonly cell: Cell<JobsState>,
    private readonly clock: Clock,
  ) {
    this.key = job.key;
    cell.update({ jobs: [job, ...cell.get().jobs] });
  }

  /** The job as it stands, also when it has been taken off the list. */
  get(): TrackedJob {
    return this.job;
  }

  change(part: Partial<TrackedJob>): void {
    this.replace((job) => ({ ...job, ...part }));
  }

  /** Back to work: what was said of an end is no longer true. */
  restart(phase: JobPhase): void {
    this.replace(({ endedAt: _ended, failure: _failure, message: _message, ...job }) => ({ ...job, phase }));
  }

  /** The server has it as this job; what was said before that is no longer news. */
  follow({ id, presumed }: LostJob): void {
    this.replace(({ message: _message, presumed: _presumed, ...job }) => ({
      ...job,
      phase: "running",
      asyncOperationId: id,
      ...(presumed && { presumed }),
    }));
  }

  /** It is the one it was taken for. */
  confirm(): void {
    this.replace(({ presumed: _presumed, ...job }) => job);
  }

  /** What was followed is somebody else's: nothing that was told of it is true of this one. */
  leave(): void {
    this.replace(
      ({ presumed: _presumed, asyncOperationId: _id, serverStatus: _status, message: _message, ...job }) => ({
        ...job,
        phase: "lookingUp",
      }),
    );
  }

  end(phase: JobPhase, failure?: Failure): void {
    const message = failure?.serverText;
    const endedAt = new Date(this.clock.now());
    this.change({ phase, endedAt, ...(failure && { failure }), ...(message !== undefined && { message }) });
  }

  private replace(to: (job: TrackedJob) => TrackedJob): void {
    this.job = to(this.job);
    this.cell.update({ jobs: this.cell.get().jobs.map((job) => (job.key === this.key ? this.job : job)) });
  }
}
