import { DataverseError } from "../../dataverse/errors";
import { lockHolder, waitWhileLocked } from "../../dataverse/operations/customizationLock";
import { startUninstall } from "../../dataverse/operations/startUninstall";
import type { StartedJob } from "../../dataverse/operations/startedJob";
import type { Guid } from "../../domain/model/guid";
import { toFailure } from "../failure";
import { followJob } from "./followJob";
import type { JobEntry } from "./jobEntry";
import type { JobsPorts } from "./ports";
import { type Before, lookBefore, uninstallEffect, type UninstallTarget } from "./uninstallEffect";

/** An uninstall on its way: sent at most once, followed until its end is known. */
export class UninstallJob {
  private before: Before = {};
  /** Ends waiting for the lock; nothing else listens to it. */
  private readonly waiting = new AbortController();

  constructor(
    private readonly target: UninstallTarget,
    private readonly entry: JobEntry,
    private readonly ports: JobsPorts,
    private readonly session: AbortSignal,
  ) {
    session.addEventListener("abort", () => this.waiting.abort(), { once: true });
  }

  /** Ends waiting for the lock. */
  giveUp(): void {
    this.waiting.abort();
  }

  /** @throws DataverseError "cancelled" when the page closes: the server's job goes on */
  async run(waitForLock: boolean): Promise<void> {
    try {
      this.before = await lookBefore(this.ports, this.session);
      const started = await this.start(waitForLock);
      if (started === "done") await this.lookUp(undefined);
      else await this.follow(started.asyncOperationId);
    } catch (error) {
      const known = asDataverseError(error);
      if (this.session.aborted) throw known;
      if (!known.outcomeUnknown) {
        this.entry.end("notStarted", toFailure(known));
        return;
      }
      this.entry.change({ phase: "lookingUp", message: known.message });
      await this.lookUp(undefined);
    }
  }

  /** Looks again at a job whose end is not known. Sends nothing. */
  async lookAgain(): Promise<void> {
    this.entry.restart("lookingUp");
    const id = this.entry.get().asyncOperationId;
    if (id === undefined) await this.lookUp(undefined);
    else await this.follow(id);
  }

  /** Sends the request; again only after the lock has refused it, which proves that nothing was done. */
  private async start(waitForLock: boolean): Promise<StartedJob | "done"> {
    for (;;) {
      try {
        this.entry.change({ phase: "starting" });
        // Without a signal: a request that was sent is not to be forgotten half way.
        return await startUninstall(this.target, this.ports.transport);
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

  private async follow(id: Guid): Promise<void> {
    this.entry.change({ phase: "running", asyncOperationId: id });
    const end = await followJob(id, this.entry, this.ports, this.session);
    if (end.status === "failed") this.entry.end("failed", end.failure);
    else if (end.status === "lost") this.entry.end("lost", end.failure);
    // The job's word is not enough: what counts is that the solution is gone.
    else await this.lookUp(id);
  }

  private async lookUp(knownJob: Guid | undefined): Promise<void> {
    const effect = await uninstallEffect(this.target, this.before, knownJob, this.ports, this.session);
    if (effect.status === "job") await this.follow(effect.id);
    else this.entry.end(effect.status, effect.status === "succeeded" ? undefined : effect.failure);
  }
}

function asDataverseError(error: unknown): DataverseError {
  if (error instanceof DataverseError) return error;
  throw error;
}
