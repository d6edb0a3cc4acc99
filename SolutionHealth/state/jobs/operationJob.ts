import { DataverseError } from "../../dataverse/errors";
import { lockHolder, waitWhileLocked } from "../../dataverse/operations/customizationLock";
import type { StartedJob } from "../../dataverse/operations/startedJob";
import { retrieveSolutionHistory } from "../../dataverse/retrieveSolutionHistory";
import type { Guid } from "../../domain/model/guid";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import { followJob } from "./followJob";
import type { JobEntry } from "./jobEntry";
import type { JobPhase, TrackedJob } from "./model";
import { type LostJob, whoseJob } from "./lostJob";
import { atBest, type Before, known, lookBefore, operationEffect, type WatchedOperation } from "./operationEffect";
import type { JobsPorts } from "./ports";

/** An operation that can be asked for. */
export interface Operation extends WatchedOperation {
  /**
   * The request itself.
   * @returns "done" where it was synchronous
   * @throws DataverseError, with `outcomeUnknown` where it may have been started
   */
  readonly send: (ports: JobsPorts) => Promise<StartedJob | "done">;
  /** What else can be told while the job runs, asked with each look at it. */
  readonly progress?: (ports: JobsPorts, signal: AbortSignal) => Promise<Partial<TrackedJob>>;
  /** What else can be told of its end. */
  readonly conclude?: (ports: JobsPorts, signal: AbortSignal) => Promise<Partial<TrackedJob>>;
}

/** An operation on its way: sent at most once, followed until its end is known. */
export class OperationJob {
  private before: Before = {};
  /** Ends waiting for the lock; nothing listens to it once the request is out. */
  private readonly waiting = new AbortController();

  constructor(
    private readonly operation: Operation,
    private readonly entry: JobEntry,
    private readonly ports: JobsPorts,
    private readonly session: AbortSignal,
  ) {
    // A package is encoded before: the page may be closed by then, and no signal tells of that a second time.
    if (session.aborted) this.waiting.abort();
    else session.addEventListener("abort", () => this.waiting.abort(), { once: true });
  }

  /** Ends waiting for the lock. */
  giveUp(): void {
    this.waiting.abort();
  }

  /** @throws DataverseError "cancelled" when the page closes: the server's job goes on; what ends the looking */
  async run(waitForLock: boolean): Promise<void> {
    const started = await this.begin(waitForLock);
    if (started === "refused") return;
    // The request is out: whatever goes wrong from here on says nothing against its having been carried out.
    if (started === "done" || started === "unanswered") await this.lookUp(undefined);
    else await this.follow({ id: started.asyncOperationId });
  }

  /** Looks again at a job whose end is not known. Sends nothing. */
  async lookAgain(): Promise<void> {
    this.entry.restart("lookingUp");
    const { asyncOperationId: id, presumed } = this.entry.get();
    if (id === undefined) await this.lookUp(undefined);
    else await this.follow({ id, ...(presumed && { presumed }) });
  }

  private async begin(waitForLock: boolean): Promise<StartedJob | "done" | "refused" | "unanswered"> {
    try {
      return await this.start(waitForLock);
    } catch (error) {
      const known = asDataverseError(error);
      if (this.session.aborted) throw known;
      if (known.outcomeUnknown) {
        this.entry.change({ phase: "lookingUp", message: known.message });
        return "unanswered";
      }
      this.entry.end("notStarted", toFailure(known));
      return "refused";
    }
  }

  /** Sends the request; again only after the lock has refused it, which proves that nothing was done. */
  private async start(waitForLock: boolean): Promise<StartedJob | "done"> {
    for (;;) {
      try {
        this.entry.change({ phase: "starting" });
        // Each time: what others did while it waited was there before the request too.
        this.before = await lookBefore(this.operation, this.ports, this.waiting.signal);
        // Without a signal: a request that was sent is not to be forgotten half way.
        return await this.operation.send(this.ports);
      } catch (error) {
        if (!(error instanceof DataverseError) || error.kind !== "locked") throw error;
        await this.onLock(error, waitForLock);
      }
    }
  }

  private async onLock(refusal: DataverseError, waitForLock: boolean): Promise<void> {
    const lockedBy = await lockHolder(refusal, this.ports, this.session);
    if (lockedBy !== undefined) this.entry.change({ lockedBy });
    if (!waitForLock) throw refusal;
    this.entry.change({
      phase: "waitingForLock",
      ...(refusal.serverText !== undefined && { message: refusal.serverText }),
    });
    await waitWhileLocked(this.ports, this.waiting.signal);
  }

  private async follow(job: LostJob): Promise<void> {
    const { id } = job;
    this.entry.follow(job);
    const { progress } = this.operation;
    const end = await followJob(id, this.entry, this.ports, this.session, async () => {
      if (progress) this.entry.change(await progress(this.ports, this.session));
      return (await this.whose(id)) !== "others";
    });
    const whose = await this.whose(id);
    if (whose !== "ours") await this.passOver(id, whose);
    else if (end.status === "failed") await this.end("failed", end.failure);
    else if (end.status === "lost") await this.end("lost", end.failure);
    // The job's word is not enough: what counts is what it was to bring about.
    else await this.lookUp(id);
  }

  /** Whether a job that was only presumed is this one, as far as the history tells by now. */
  private async whose(id: Guid): Promise<ReturnType<typeof whoseJob>> {
    if (!this.entry.get().presumed) return "ours";
    const history = await known(retrieveSolutionHistory(this.ports.transport, this.session));
    const whose = whoseJob(id, this.operation.names, history ?? []);
    if (whose === "ours") this.entry.confirm();
    return whose;
  }

  /** How a job ended that may be somebody else's says nothing of this one: its effect does, or another job. */
  private async passOver(id: Guid, whose: "others" | "unknown"): Promise<void> {
    if (whose === "others") this.entry.leave();
    this.before = { ...this.before, jobs: new Set([...(this.before.jobs ?? []), id]) };
    await this.lookUp(undefined);
  }

  private async lookUp(followed: Guid | undefined): Promise<void> {
    const effect = await operationEffect(this.operation, this.before, followed, this.ports, this.session);
    if (effect.status === "job") await this.follow(effect.job);
    else await this.end(effect.status, effect.status === "succeeded" ? undefined : effect.failure);
  }

  private async end(phase: JobPhase, failure?: Failure): Promise<void> {
    const { conclude } = this.operation;
    if (conclude) this.entry.change((await atBest(conclude(this.ports, this.session))) ?? {});
    this.entry.end(phase, failure);
  }
}

function asDataverseError(error: unknown): DataverseError {
  if (error instanceof DataverseError) return error;
  throw error;
}
