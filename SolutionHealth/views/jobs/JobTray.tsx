import * as React from "react";
import type { TrackedJob } from "../../state/jobs/model";
import { Announce } from "../../ui/Announce";
import { EntryList } from "../../ui/EntryList";
import { Grow, Row } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Muted, OneLine, TextButton } from "../../ui/Text";
import { Tray } from "../../ui/Tray";
import type { Product } from "../product";
import { useProduct } from "../product";
import { JobFacts } from "./JobFacts";
import { goesOn, jobTitle, PHASE_LOOKS } from "./jobTexts";
import { useJobs } from "./jobs";
import { useElapsed } from "./useElapsed";

/** Solution operations that run, and those that ended while the page was open. Nothing where there are none. */
export function JobTray(): React.ReactElement | null {
  const product = useProduct();
  const { t, plural } = product;
  const { store, jobs } = useJobs();
  const [open, setOpen] = React.useState(false);
  const told = useAnnouncement(jobs, product);
  const [shown] = [...jobs.filter(goesOn), ...jobs];
  if (!shown) return told === "" ? null : <Announce message={told} />;
  return (
    <Tray label={t("Job_Tray")}>
      <Announce message={told} />
      <Row gap={12}>
        {open ? <strong>{t("Job_Tray")}</strong> : <JobLine job={shown} />}
        {!open && jobs.length > 1 && <Muted>{plural("Job_More", jobs.length - 1)}</Muted>}
        <TextButton onClick={() => setOpen(!open)} expanded={open}>
          {t("Ui_Details")}
        </TextButton>
        {!open && jobs.length === 1 && !goesOn(shown) && (
          <TextButton onClick={() => store.dismiss(shown.key)}>{t("Job_Dismiss")}</TextButton>
        )}
      </Row>
      {open && (
        <EntryList
          label={t("Job_Tray")}
          items={jobs}
          getKey={({ key }) => key}
          render={(job) => <JobFacts job={job} />}
        />
      )}
    </Tray>
  );
}

/** One operation in one line: name, state, elapsed, last word of the server. */
function JobLine({ job }: { readonly job: TrackedJob }): React.ReactElement {
  const product = useProduct();
  const { tone, word, sentence } = PHASE_LOOKS[job.phase];
  const elapsed = useElapsed(job);
  return (
    <>
      <strong>{jobTitle(job, product)}</strong>
      <StatusMark tone={tone} word={product.t(word)} />
      {elapsed !== undefined && <Muted>{elapsed}</Muted>}
      <Grow>
        <OneLine text={job.message ?? product.t(sentence)} />
      </Grow>
    </>
  );
}

/** What a screen reader hears: each job once in each phase, not each second. Jobs found at the start are not news. */
function useAnnouncement(jobs: readonly TrackedJob[], product: Product): string {
  const known = React.useRef<ReadonlyMap<string, string>>();
  const [said, setSaid] = React.useState("");
  const latest = React.useRef(product);
  latest.current = product;
  React.useEffect(() => {
    const before = known.current;
    known.current = new Map(jobs.map(({ key, phase }) => [key, phase]));
    const { t } = latest.current;
    const news = jobs.filter(({ key, phase }) => before !== undefined && before.get(key) !== phase);
    if (news.length === 0) return;
    setSaid(
      news
        .map((job) => t("Job_Announcement", jobTitle(job, latest.current), t(PHASE_LOOKS[job.phase].sentence)))
        .join(" "),
    );
  }, [jobs]);
  return said;
}
