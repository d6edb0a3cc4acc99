import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import { useJobs } from "../jobs/jobs";
import { useProduct } from "../product";
import { shown } from "../resource";
import { useRollbacks } from "./rollbacks";
import { isRunning, stateOf, targetsKey } from "./targets";
import { runningJob } from "./useRunningJob";

/**
 * Begins the preview when these solutions are opened. One that is there already stays – also when the person comes
 * back from a component's layers –, and nothing takes the place of an uninstall that is being followed. After a reload
 * it waits for the history, which tells whether the solutions are being worked on.
 */
export function usePreview(targets: readonly Guid[]): void {
  const { store } = useRollbacks();
  const { store: jobs } = useJobs();
  const { store: app, state } = useProduct();
  const latest = React.useRef(targets);
  React.useEffect(() => {
    latest.current = targets;
  });
  const key = targetsKey(targets);
  const historyKnown = shown(state.history) !== undefined || state.history.status === "failed";
  React.useEffect(() => {
    const wanted = latest.current;
    const now = store.getState();
    if (!historyKnown || isRunning(now) || stateOf(now, wanted).status !== "idle") return;
    if (!runningJob(wanted, app.getState(), jobs.getState().jobs)) store.preview(wanted);
  }, [store, jobs, app, key, historyKnown]);
}
