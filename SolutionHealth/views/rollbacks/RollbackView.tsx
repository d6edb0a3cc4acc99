import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { TrackedJob } from "../../state/jobs/model";
import type { RollbackStage, RollbackState } from "../../state/rollbacks/model";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { ProgressLine } from "../../ui/ProgressLine";
import { Muted } from "../../ui/Text";
import { FailureNotice } from "../FailureNotice";
import { JobFacts } from "../jobs/JobFacts";
import { useProduct } from "../product";
import { Preview } from "./Preview";
import { useRollbacks } from "./rollbacks";
import { isRunning, stateOf } from "./targets";
import { useRunningJob } from "./useRunningJob";
import { usePreview } from "./usePreview";

export interface RollbackViewProps {
  readonly targets: readonly Guid[];
  readonly onOpenComponent: (component: RollbackComponent) => void;
  /** The person has seen how an uninstall came out. */
  readonly onDone: () => void;
}

/** What taking these solutions back would do, and the way to do it. Read when it is opened. */
export function RollbackView({ targets, onOpenComponent, onDone }: RollbackViewProps): React.ReactElement {
  const { t } = useProduct();
  const { store, state } = useRollbacks();
  const job = useRunningJob(targets);
  const preview = (): void => store.preview(targets);
  const own = stateOf(state, targets);
  usePreview(targets);
  if (own.status === "idle" && isRunning(state)) return <Elsewhere />;
  if (job && own.status === "idle") return <AlreadyRunning job={job} onPreview={preview} />;
  switch (own.status) {
    case "idle":
      return (
        <EmptyState
          shape="undo"
          title={t("Rollback_IdleTitle")}
          text={t("Rollback_IdleText")}
          action={{ label: t("Rollback_Preview"), onClick: preview }}
        />
      );
    case "reading":
      return <Reading state={own} onCancel={() => store.cancel()} />;
    case "failed":
      return <FailureNotice title={t("Rollback_PreviewFailed")} failure={own.failure} onRetry={preview} />;
    case "previewed":
      return <Preview state={own} onOpenComponent={onOpenComponent} onAgain={preview} onDone={onDone} />;
  }
}

const STAGE_WORDS: Readonly<Record<RollbackStage, string>> = {
  members: "Rollback_ReadingMembers",
  holders: "Rollback_ReadingHolders",
  layers: "Rollback_ReadingLayers",
  dependencies: "Rollback_ReadingDependencies",
  done: "Rollback_Judging",
};

interface ReadingProps {
  readonly state: Extract<RollbackState, { status: "reading" }>;
  readonly onCancel: () => void;
}

function Reading({ state: { progress }, onCancel }: ReadingProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const { stage, done, total, calls } = progress;
  const counted = total > 0 ? { share: done / total } : {};
  const label = t(STAGE_WORDS[stage], host.formatNumber(done), host.formatNumber(total));
  return (
    <Column gap={8}>
      <ProgressLine label={label} {...counted} onCancel={onCancel} />
      <Muted>
        {t("Rollback_ReadingText")} {plural("Rollback_Calls", calls)}
      </Muted>
    </Column>
  );
}

/** Another uninstall is being followed: its preview must stay to be compared with what comes out. */
function Elsewhere(): React.ReactElement {
  const { t } = useProduct();
  const { state } = useRollbacks();
  const names =
    state.status === "previewed" ? state.preview.targets.map(({ displayName }) => displayName).join(", ") : "";
  return (
    <Notice kind="info" title={t("Rollback_ElsewhereTitle", names)}>
      {t("Rollback_ElsewhereText")}
    </Notice>
  );
}

interface AlreadyRunningProps {
  readonly job: TrackedJob;
  readonly onPreview: () => void;
}

/** After a reload: the uninstall goes on, its preview is gone. */
function AlreadyRunning({ job, onPreview }: AlreadyRunningProps): React.ReactElement {
  const { t } = useProduct();
  return (
    <Column>
      <Notice kind="info" title={t("Rollback_AlreadyTitle")}>
        {t("Rollback_AlreadyText")}
      </Notice>
      <JobFacts job={job} />
      <Row>
        <Button text={t("Rollback_PreviewAnyway")} onClick={onPreview} />
      </Row>
    </Column>
  );
}
