import * as React from "react";
import type { TrackedJob } from "../../../state/jobs/model";
import { stagedIn } from "../../../state/releases/importSteps";
import type { ImportRun, ImportStep, StepComparison } from "../../../state/releases/model";
import { Announce } from "../../../ui/Announce";
import { Button } from "../../../ui/Button";
import { EntryList } from "../../../ui/EntryList";
import { Column, Row } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { Busy } from "../../consequences/Busy";
import { FailureNotice } from "../../FailureNotice";
import { JobFacts } from "../../jobs/JobFacts";
import { useLatest } from "../../jobs/useLatest";
import { useProduct } from "../../product";
import { useReleases } from "../releases";
import { ComparedSection } from "./ComparedSection";
import { OutcomeSection } from "./OutcomeSection";
import { RunningStage } from "./RunningStage";

type Begun = Exclude<ImportRun, { status: "none" }>;

/** The import itself, step by step, and how it came out. */
export function RunSection({ run }: { readonly run: Begun }): React.ReactElement {
  const { t } = useProduct();
  const jobs = useLatest(run.jobs);
  return (
    <Column gap={16}>
      <Stage run={run} jobs={jobs} />
      {jobs.length > 0 && (
        <EntryList
          label={t("Import_Jobs")}
          // What goes on, or went last, is what one looks for.
          items={[...jobs].reverse()}
          getKey={({ key }) => key}
          render={(job) => (
            <Column gap={8}>
              <JobFacts job={job} stays />
              <OutcomeSection job={job} />
            </Column>
          )}
        />
      )}
    </Column>
  );
}

interface StageProps {
  readonly run: Begun;
  /** As they are now. */
  readonly jobs: readonly TrackedJob[];
}

function Stage({ run, jobs }: StageProps): React.ReactElement {
  const { t } = useProduct();
  switch (run.status) {
    case "running":
      return <RunningStage run={run} jobs={jobs} />;
    case "paused":
      return <Paused run={run} jobs={jobs} />;
    case "comparing":
      return <Busy label={t("Import_Comparing")} />;
    case "ended":
      return <Ended run={run} jobs={jobs} />;
  }
}

interface PausedProps {
  readonly run: Extract<ImportRun, { status: "paused" }>;
  readonly jobs: readonly TrackedJob[];
}

/** Staged: there is time to look before it is applied. Applying may have been refused: then it is said, and can be tried again. */
function Paused({ run, jobs }: PausedProps): React.ReactElement {
  const { t } = useProduct();
  const { store } = useReleases();
  const step = run.steps[run.step];
  const refused = jobs[jobs.length - 1]?.phase === "notStarted";
  const title = refused ? t("Import_NotApplied") : t("Import_Staged", step?.displayName ?? "", step?.version ?? "");
  return (
    <Column gap={8}>
      <Announce message={title} />
      <Notice kind={refused ? "error" : "info"} title={title} announced>
        {t(refused ? "Import_NotAppliedText" : "Import_StagedText")}
      </Notice>
      <Row gap={8}>
        <Button primary text={t("Import_Apply")} onClick={() => store.apply({ waitForLock: false })} />
        <Button text={t("Import_LeaveStaged")} onClick={() => store.leaveStaged()} />
      </Row>
    </Column>
  );
}

const OUTCOMES = {
  succeeded: ["info", "Import_Succeeded", "Import_SucceededText"],
  failed: ["error", "Import_Failed", "Import_FailedText"],
  notStarted: ["error", "Import_NotStarted", "Import_NotStartedText"],
  lost: ["warning", "Import_Lost", "Import_LostText"],
  staged: ["info", "Import_LeftStaged", "Import_LeftStagedText"],
  fileGone: ["error", "Import_NotStarted", "Import_FileGone"],
} as const;

/** An end that was not known when the run gave up, and has been found by looking again. */
const FOUND_DONE = ["info", "Import_FoundDone", "Import_FoundDoneText"] as const;

interface EndedProps {
  readonly run: Extract<ImportRun, { status: "ended" }>;
  readonly jobs: readonly TrackedJob[];
}

function Ended({ run, jobs }: EndedProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const { store } = useReleases();
  const { outcome, done, steps, comparisons } = run;
  const left = useStagedLeft(steps);
  const foundDone = outcome === "lost" && jobs[jobs.length - 1]?.phase === "succeeded";
  const [kind, title, text] = foundDone ? FOUND_DONE : OUTCOMES[outcome];
  return (
    <Column gap={12}>
      <Announce message={t(title)} />
      <Notice kind={kind} title={t(title)} announced>
        {t(text)} {steps.length > 1 && t("Import_DoneOf", host.formatNumber(done), host.formatNumber(steps.length))}
      </Notice>
      {comparisons.map((one) => (
        <Compared key={one.step.id} one={one} />
      ))}
      {left > 0 && <div>{plural("Import_StagedLeft", left)}</div>}
      <Row>
        <Button primary text={t("Import_Finish")} onClick={() => store.finish()} />
      </Row>
    </Column>
  );
}

/** How many other upgrades were staged when the run began: they wait for their turn. */
function useStagedLeft(steps: readonly ImportStep[]): number {
  const { preview } = useReleases().state;
  if (preview.status !== "ready") return 0;
  return stagedIn(preview.preview).filter(({ package: own }) => steps.every(({ id }) => id !== own.sha256)).length;
}

function Compared({ one: { step, comparison, failure } }: { readonly one: StepComparison }): React.ReactElement | null {
  const { t } = useProduct();
  if (failure) return <FailureNotice title={t("Import_NotCompared", step.displayName)} failure={failure} />;
  return comparison ? <ComparedSection step={step} comparison={comparison} /> : null;
}
