import type { Guid } from "../../domain/model/guid";
import { nameKey } from "../../domain/solutions/solutionNames";
import type { TrackedJob } from "../../state/jobs/model";
import type { AppState } from "../../state/model";
import { goesOn } from "../jobs/jobTexts";
import { useJobs } from "../jobs/jobs";
import { useProduct } from "../product";
import { shown } from "../resource";

/** The operation that is changing one of these solutions now. */
export function useRunningJob(targets: readonly Guid[]): TrackedJob | undefined {
  const { state } = useProduct();
  const { jobs } = useJobs();
  return runningJob(targets, state, jobs);
}

export function runningJob(
  targets: readonly Guid[],
  { solutions }: Pick<AppState, "solutions">,
  jobs: readonly TrackedJob[],
): TrackedJob | undefined {
  const names = new Set(
    (shown(solutions) ?? []).filter(({ id }) => targets.includes(id)).map((it) => nameKey(it.uniqueName)),
  );
  return jobs.find((job) => goesOn(job) && names.has(nameKey(job.uniqueName)));
}
