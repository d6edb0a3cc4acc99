import * as React from "react";
import type { TrackedJob } from "../../../state/jobs/model";
import type { ImportRun } from "../../../state/releases/model";
import { Busy } from "../../consequences/Busy";
import { goesOn } from "../../jobs/jobTexts";
import { useProduct } from "../../product";

type Running = Extract<ImportRun, { status: "running" }>;

export interface RunningStageProps {
  readonly run: Running;
  /** As they are now. */
  readonly jobs: readonly TrackedJob[];
}

/** What goes on, and whether the page must stay open for it: what has not been sent is sent from here. */
export function RunningStage({ run, jobs }: RunningStageProps): React.ReactElement {
  const { t, host } = useProduct();
  const job = jobs.find(goesOn);
  const label = t(labelOf(run, job), host.formatNumber(run.step + 1), host.formatNumber(run.steps.length));
  const text = textOf(run, job);
  const percent = job?.progress;
  const share = percent === undefined || percent <= 0 ? {} : { share: percent / 100 };
  return <Busy label={label} {...(text !== undefined && { text: t(text) })} {...share} />;
}

function labelOf({ applies = false }: Running, job: TrackedJob | undefined): string {
  if (job?.phase === "waitingForLock") return "Import_Waiting";
  if (job?.phase === "lookingUp") return "Import_LookingUp";
  return applies ? "Import_Applying" : "Import_Running";
}

/** Nothing of an operation whose answer got lost: whether the environment has it is being found out. */
function textOf({ step, steps }: Running, job: TrackedJob | undefined): string | undefined {
  const phase = job?.phase ?? "starting";
  if (phase === "lookingUp") return undefined;
  if (phase === "waitingForLock") return "Import_WaitingText";
  if (phase !== "running") return "Import_SendingText";
  return step + 1 < steps.length ? "Import_RunningMoreText" : "Import_RunningText";
}
