import * as React from "react";
import { goesOn, jobTitle } from "../jobs/jobTexts";
import { useJobs } from "../jobs/jobs";
import { useProduct } from "../product";
import { shown } from "../resource";

/**
 * Which solution operation runs now and keeps others out, in words; undefined where none is known. The history is read
 * anew first, since the page may be open for hours.
 */
export function useLock(): string | undefined {
  const product = useProduct();
  const { t, state, store, host } = product;
  const { jobs } = useJobs();
  React.useEffect(() => store.retry("history"), [store]);
  const job = jobs.find(goesOn);
  if (job) return jobTitle(job, product);
  const running = (shown(state.history) ?? []).find(({ result }) => result === "running");
  if (running) {
    const { operation, solutionName, solutionUniqueName, startedOn } = running;
    const since = startedOn ? host.formatDate(startedOn, true) : t("Value_Unknown");
    return t("Uninstall_LockSince", operation, solutionName || solutionUniqueName, since);
  }
  return undefined;
}
