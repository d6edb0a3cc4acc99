import * as React from "react";
import { Column } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { JobFacts } from "../../jobs/JobFacts";
import { goesOn } from "../../jobs/jobTexts";
import { useJobs } from "../../jobs/jobs";
import { useProduct } from "../../product";
import { useReleases } from "../releases";
import { OutcomeSection } from "./OutcomeSection";

/** Imports that this page found instead of starting them: after a reload its preview is gone, the operation is not. */
export function RunningNotice(): React.ReactElement | null {
  const { t } = useProduct();
  const { jobs } = useJobs();
  const { state } = useReleases();
  const found = jobs.filter(({ kind, found: isFound }) => isFound && kind !== "uninstall");
  if (found.length === 0 || state.import.run.status !== "none") return null;
  const running = found.some(goesOn);
  return (
    <Column gap={8}>
      <Notice kind="info" title={t(running ? "Import_FoundTitle" : "Import_FoundEnded")}>
        {t(running ? "Import_FoundText" : "Import_FoundEndedText")}
      </Notice>
      {found.map((job) => (
        <Column key={job.key} gap={8}>
          <JobFacts job={job} />
          <OutcomeSection job={job} />
        </Column>
      ))}
    </Column>
  );
}
