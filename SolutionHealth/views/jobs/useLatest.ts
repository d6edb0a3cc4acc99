import type { TrackedJob } from "../../state/jobs/model";
import { useJobs } from "./jobs";

/** The jobs as the store of jobs saw them last: an end that was not known when a run gave up may have been found since. */
export function useLatest(jobs: readonly TrackedJob[]): readonly TrackedJob[] {
  const { jobs: live } = useJobs();
  return jobs.map((job) => live.find(({ key }) => key === job.key) ?? job);
}
