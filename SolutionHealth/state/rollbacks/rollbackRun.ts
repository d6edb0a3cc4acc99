import type { InstalledSolution } from "../../domain/model/solution";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { JobPhase, TrackedJob } from "../jobs/model";
import type { RollbackPorts } from "./ports";

/** How the uninstalling of the steps ended. */
export interface RunEnd {
  readonly outcome: "succeeded" | "failed" | "notStarted" | "lost";
  readonly jobs: readonly TrackedJob[];
}

/** Solutions that a request is sent for, in order; patches go with their base by themselves. */
export const stepsOf = ({ order }: RollbackPreview): InstalledSolution[] =>
  order.steps.filter(({ implied }) => !implied).map(({ solution }) => solution);

/** Whether the preview leaves the way open: what the server will refuse, and what has no order, is not tried. */
export const mayRun = (preview: RollbackPreview): boolean =>
  preview.verdict !== "blocked" &&
  preview.refused.length === 0 &&
  preview.order.cycles.length === 0 &&
  stepsOf(preview).length > 0;

/**
 * Uninstalls the steps one after the other. The first that does not succeed ends it: what comes after was judged as if
 * it had gone.
 * @param onJobs told of the jobs of this run whenever one of them changes, oldest first
 */
export async function runSteps(
  steps: readonly InstalledSolution[],
  waitForLock: boolean,
  { jobs, clock }: RollbackPorts,
  onJobs: (step: number, jobs: readonly TrackedJob[]) => void,
): Promise<RunEnd> {
  const since = clock.now();
  const names = new Set(steps.map(({ uniqueName }) => uniqueName));
  let step = 0;
  const own = (): TrackedJob[] =>
    jobs
      .getState()
      .jobs.filter((job) => !job.found && names.has(job.uniqueName) && job.startedAt.getTime() >= since)
      .reverse();
  const stop = jobs.subscribe(() => onJobs(step, own()));
  const ended: TrackedJob[] = [];
  try {
    for (const solution of steps) {
      onJobs(step, own());
      const job = await jobs.uninstall(solution, { waitForLock });
      ended.push(job);
      const outcome = outcomeOf(job.phase);
      if (outcome !== "succeeded") return { outcome, jobs: ended };
      step += 1;
    }
    return { outcome: "succeeded", jobs: ended };
  } finally {
    stop();
  }
}

/** A job that is not at its end when nobody follows it any more is one whose end is not known. */
function outcomeOf(phase: JobPhase): RunEnd["outcome"] {
  return phase === "succeeded" || phase === "failed" || phase === "notStarted" ? phase : "lost";
}
