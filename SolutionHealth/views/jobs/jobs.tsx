import * as React from "react";
import type { JobsStore, TrackedJob } from "../../state/jobs/model";
import { useStoreState } from "../useStoreState";

/** What the views of running operations work on. */
export interface Jobs {
  readonly store: JobsStore;
  /** Newest first. */
  readonly jobs: readonly TrackedJob[];
}

const JobsContext = React.createContext<Jobs | undefined>(undefined);

export interface JobsProviderProps {
  readonly store: JobsStore;
  readonly children: React.ReactNode;
}

/** Follows the store of solution operations for everything inside. */
export function JobsProvider({ store, children }: JobsProviderProps): React.ReactElement {
  const { jobs } = useStoreState(store);
  const value = React.useMemo(() => ({ store, jobs }), [store, jobs]);
  return <JobsContext.Provider value={value}>{children}</JobsContext.Provider>;
}

/** @throws Error where a view is used outside the app. */
export function useJobs(): Jobs {
  const jobs = React.useContext(JobsContext);
  if (!jobs) throw new Error("A view of jobs needs JobsProvider around it");
  return jobs;
}
