import * as React from "react";
import type { TrackedJob } from "../../state/jobs/model";
import type { Failure } from "../../state/model";
import { Button } from "../../ui/Button";
import { Column, Row } from "../../ui/Layout";
import type { NoticeDetail } from "../../ui/Notice";
import { Details } from "../../ui/Notice";
import { StatusMark } from "../../ui/StatusMark";
import { Muted } from "../../ui/Text";
import { detailsOf, isKnown, meaningOf } from "../failureTexts";
import type { Product } from "../product";
import { useProduct } from "../product";
import { goesOn, jobTitle, PHASE_LOOKS, SERVER_WORDS } from "./jobTexts";
import { useJobs } from "./jobs";
import { useElapsed } from "./useElapsed";

export interface JobFactsProps {
  readonly job: TrackedJob;
  /** It is part of a run that keeps it: it cannot be taken off there. */
  readonly stays?: boolean;
}

/** One operation: how it stands, for how long, what the server said last, and what can be done about it. */
export function JobFacts({ job, stays = false }: JobFactsProps): React.ReactElement {
  const product = useProduct();
  const { t, plural } = product;
  const { tone, word, sentence } = PHASE_LOOKS[job.phase];
  const elapsed = useElapsed(job);
  const details = evidenceOf(job, product);
  const why = job.failure && whyOf(job.failure, product);
  return (
    <Column gap={4}>
      <Row gap={12}>
        <strong>{jobTitle(job, product)}</strong>
        <StatusMark tone={tone} word={t(word)} />
        {elapsed !== undefined && <Muted>{elapsed}</Muted>}
      </Row>
      <div>{t(sentence)}</div>
      {job.presumed && (goesOn(job) || job.phase === "lost") && (
        <div>{plural("Job_Presumed", job.presumed.length)}</div>
      )}
      {job.lockedBy && goesOn(job) && <div>{t("Job_LockedBy", job.lockedBy)}</div>}
      {why !== undefined && <div>{why}</div>}
      <Muted>{timesOf(job, product)}</Muted>
      {details.length > 0 && <Details details={details} />}
      <JobCommands job={job} stays={stays} />
    </Column>
  );
}

/** What a refusal or failure means; nothing where only the server's own words say why. */
function whyOf(failure: Failure, product: Product): string | undefined {
  const { kind, status = 0, serverText } = failure;
  const isOurs = kind !== "badRequest" && kind !== "server";
  const isFault = status >= 500 || serverText === undefined;
  return isOurs || isFault || isKnown(failure) ? meaningOf(failure, product) : undefined;
}

function timesOf({ startedAt, endedAt, serverStatus, found }: TrackedJob, { t, host }: Product): string {
  return [
    t("Job_Started", host.formatDate(startedAt, true)),
    ...(endedAt ? [t("Job_Ended", host.formatDate(endedAt, true))] : []),
    ...(serverStatus && !endedAt ? [t("Job_ServerState", t(SERVER_WORDS[serverStatus]))] : []),
    ...(found ? [t("Job_Found")] : []),
  ].join(" · ");
}

/** The server's own words and numbers, to be copied and handed on. */
function evidenceOf(
  { asyncOperationId, message, failure, presumed = [] }: TrackedJob,
  product: Product,
): NoticeDetail[] {
  const { t } = product;
  const told = failure ? detailsOf(failure, product) : [];
  return [
    ...(message && message !== failure?.serverText ? [{ label: t("Job_Message"), value: message, long: true }] : []),
    ...told,
    ...(asyncOperationId ? [{ label: t("Job_Id"), value: asyncOperationId }] : []),
    ...presumed.slice(1).map((value) => ({ label: t("Job_OtherId"), value })),
  ];
}

/** What can be done about a job. Nothing here stops one that the environment has. */
function JobCommands({ job, stays = false }: JobFactsProps): React.ReactElement | null {
  const { t } = useProduct();
  const { store } = useJobs();
  const waits = job.phase === "waitingForLock";
  const looks = job.phase === "lost" || job.phase === "lookingUp";
  const ended = !goesOn(job) && !stays;
  if (!waits && !looks && !ended) return null;
  return (
    <Row gap={8}>
      {waits && <Button text={t("Job_GiveUp")} onClick={() => store.giveUp(job.key)} />}
      {looks && <Button text={t("Job_LookAgain")} icon="Refresh" onClick={() => store.lookAgain()} />}
      {ended && <Button text={t("Job_Dismiss")} onClick={() => store.dismiss(job.key)} />}
    </Row>
  );
}
