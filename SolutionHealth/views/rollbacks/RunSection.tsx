import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { RollbackRun, RollbackState } from "../../state/rollbacks/model";
import { Button } from "../../ui/Button";
import { EntryList } from "../../ui/EntryList";
import { Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { Busy } from "../consequences/Busy";
import { FailureNotice } from "../FailureNotice";
import { JobFacts } from "../jobs/JobFacts";
import { useLatest } from "../jobs/useLatest";
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
  const { run } = props.state;
  const jobs = useLatest(run.status === "none" ? [] : run.jobs);
  return (
    <Column>
      <Stage {...props} />
      {jobs.length > 0 && (
        <EntryList
          label={t("Run_Steps")}
          items={jobs}
          getKey={({ key }) => key}
          render={(job) => <JobFacts job={job} stays />}
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
      return <Busy label={label} text={t("Run_Text")} />;
    }
    case "comparing":
      return <Busy label={t("Run_Comparing")} />;
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
