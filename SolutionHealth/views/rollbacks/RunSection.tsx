import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { RollbackRun, RollbackState } from "../../state/rollbacks/model";
import { Announce } from "../../ui/Announce";
import { Button } from "../../ui/Button";
import { EntryList } from "../../ui/EntryList";
import { Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { ProgressLine } from "../../ui/ProgressLine";
import { FailureNotice } from "../FailureNotice";
import { JobFacts } from "../jobs/JobFacts";
import { useJobs } from "../jobs/jobs";
import { useProduct } from "../product";
import { ComparisonSection } from "./ComparisonSection";
import { FailedSection } from "./FailedSection";
import { useRollbacks } from "./rollbacks";

export interface RunSectionProps {
  readonly state: Extract<RollbackState, { status: "previewed" }>;
  readonly onOpenComponent: (component: RollbackComponent) => void;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}

/** The uninstall itself, step by step, and how it came out. */
export function RunSection(props: RunSectionProps): React.ReactElement {
  const { t } = useProduct();
  const { jobs: live } = useJobs();
  const { run } = props.state;
  // What was seen last by the store of jobs: an end that was not known may have been found since.
  const jobs = (run.status === "none" ? [] : run.jobs).map((job) => live.find(({ key }) => key === job.key) ?? job);
  return (
    <Column>
      <Stage {...props} />
      {jobs.length > 0 && (
        <EntryList
          label={t("Run_Steps")}
          items={jobs}
          getKey={({ key }) => key}
          render={(job) => <JobFacts job={job} />}
        />
      )}
    </Column>
  );
}

function Stage(props: RunSectionProps): React.ReactElement | null {
  const { t, host } = useProduct();
  const { run } = props.state;
  switch (run.status) {
    case "none":
      return null;
    case "running": {
      const label = t("Run_Step", host.formatNumber(run.step + 1), host.formatNumber(run.steps));
      return (
        <Column gap={4}>
          <ProgressLine label={label} />
          <div>{t("Run_Text")}</div>
          <Announce message={label} />
        </Column>
      );
    }
    case "comparing":
      return (
        <>
          <ProgressLine label={t("Run_Comparing")} />
          <Announce message={t("Run_Comparing")} />
        </>
      );
    case "ended":
      return <Ended {...props} run={run} />;
  }
}

interface EndedProps extends RunSectionProps {
  readonly run: Extract<RollbackRun, { status: "ended" }>;
}

function Ended({ state, run, onOpenComponent, onAgain, onDone }: EndedProps): React.ReactElement {
  const { t } = useProduct();
  const { store } = useRollbacks();
  const leave = (): void => {
    store.close();
    onDone();
  };
  if (run.outcome !== "succeeded") {
    return <FailedSection run={run} preview={state.preview} onOpenComponent={onOpenComponent} onAgain={onAgain} />;
  }
  return (
    <Column>
      {run.comparison && <ComparisonSection comparison={run.comparison} onOpenComponent={onOpenComponent} />}
      {run.failure && <FailureNotice title={t("Run_NotCompared")} failure={run.failure} />}
      {!run.comparison && !run.failure && <Notice kind="info" title={t("Run_Done")} />}
      <Row>
        <Button text={t("Run_Close")} onClick={leave} />
      </Row>
    </Column>
  );
}
