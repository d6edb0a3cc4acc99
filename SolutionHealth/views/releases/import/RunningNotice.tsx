import * as React from "react";
import type { TrackedJob } from "../../../state/jobs/model";
import { Column } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { ProgressLine } from "../../../ui/ProgressLine";
import { JobFacts } from "../../jobs/JobFacts";
import { goesOn, jobTitle } from "../../jobs/jobTexts";
import { useProduct } from "../../product";
import { OutcomeSection } from "./OutcomeSection";

/** Imports that this page found instead of starting them: after a reload its preview is gone, the operation is not. */
export function RunningNotice({ found }: { readonly found: readonly TrackedJob[] }): React.ReactElement | null {
  const { t } = useProduct();
  if (found.length === 0) return null;
  const running = found.some(goesOn);
  return (
    <Column gap={8}>
      <Notice kind="info" title={t(running ? "Import_FoundTitle" : "Import_FoundEnded")}>
        {t(running ? "Import_FoundText" : "Import_FoundEndedText")}
      </Notice>
      {found.map((job) => (
        <Column key={job.key} gap={8}>
          {goesOn(job) && <Progress job={job} />}
          <JobFacts job={job} />
          <OutcomeSection job={job} />
        </Column>
      ))}
    </Column>
  );
}

function Progress({ job }: { readonly job: TrackedJob }): React.ReactElement {
  const product = useProduct();
  const { progress = 0 } = job;
  return <ProgressLine label={jobTitle(job, product)} {...(progress > 0 && { share: progress / 100 })} />;
}
