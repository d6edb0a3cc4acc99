import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { RollbackRun } from "../../state/rollbacks/model";
import { Announce } from "../../ui/Announce";
import { Button } from "../../ui/Button";
import { Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { useJobs } from "../jobs/jobs";
import { useProduct } from "../product";
import { FailureReason } from "./FailureReason";

type Outcome = Extract<RollbackRun, { status: "ended" }>["outcome"];

export interface FailedSectionProps {
  readonly run: Extract<RollbackRun, { status: "ended" }>;
  readonly preview: RollbackPreview;
  readonly onOpenComponent: (component: RollbackComponent) => void;
  readonly onAgain: () => void;
}

const TITLES: Readonly<Record<Exclude<Outcome, "succeeded">, readonly [title: string, text: string]>> = {
  failed: ["Run_Failed", "Run_FailedText"],
  notStarted: ["Run_NotStarted", "Run_NotStartedText"],
  lost: ["Run_Lost", "Run_LostText"],
};

/** An uninstall that did not come to a good end: what is known, and what to do next. Nothing is sent again by itself. */
export function FailedSection({
  run,
  preview,
  onOpenComponent,
  onAgain,
}: FailedSectionProps): React.ReactElement | null {
  const { t } = useProduct();
  const { store, jobs } = useJobs();
  if (run.outcome === "succeeded") return null;
  const last = run.jobs[run.jobs.length - 1];
  const live = jobs.find(({ key }) => key === last?.key) ?? last;
  // Somebody has looked again meanwhile.
  const found = run.outcome === "lost" && live?.phase === "succeeded";
  const [title, text] = found ? (["Run_FoundDone", "Run_FoundDoneText"] as const) : TITLES[run.outcome];
  return (
    <Column gap={8}>
      <Announce message={t(title)} />
      <Notice kind={found ? "info" : run.outcome === "lost" ? "warning" : "error"} title={t(title)}>
        {t(text)}
      </Notice>
      {live && !found && <FailureReason job={live} preview={preview} onOpenComponent={onOpenComponent} />}
      <Row gap={8}>
        {run.outcome === "lost" && !found && (
          <Button text={t("Job_LookAgain")} icon="Refresh" onClick={() => store.lookAgain()} />
        )}
        <Button text={t("Rollback_Again")} onClick={onAgain} />
      </Row>
    </Column>
  );
}
