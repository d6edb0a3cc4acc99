import * as React from "react";
import type { FlagWay, ScanProgress, ScanState, UnreadPart } from "../../state/overrides/model";
import { Announce } from "../../ui/Announce";
import { Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import type { NoticeDetail } from "../../ui/Notice";
import { ProgressLine } from "../../ui/ProgressLine";
import { Muted } from "../../ui/Text";
import { FailureNotice } from "../FailureNotice";
import { meaningOf } from "../failureTexts";
import type { Product } from "../product";
import { useProduct } from "../product";
import { secondsText } from "./secondsText";
import { useNames } from "./names";
import type { Names } from "./names";
import { useOverrides } from "./overrides";

/** How far the scan is, or how the last one went: when, what it cost, by which way, and what it could not read. */
export function ScanStatus(): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const names = useNames();
  const { store, state } = useOverrides();
  const { scan, counts } = state;
  const [told, announced] = useAnnouncement(scan, product);
  return (
    <Column gap={4}>
      {scan.status === "running" && <Progress progress={scan.progress} />}
      <Row gap={4} baseline>
        {scan.status !== "idle" && scan.status !== "running" && <Muted>{summaryOf(scan, product)}</Muted>}
        {scan.way && <Muted>{t(...wayText(scan.way, names))}</Muted>}
      </Row>
      {scan.status === "failed" && scan.failure && (
        <FailureNotice
          title={t("Scan_Failed")}
          failure={scan.failure}
          onRetry={() => scan.scope && store.scan(scan.scope)}
        />
      )}
      {scan.status !== "running" && (
        <NotRead parts={scan.unread} unknown={counts.unknown} onRetry={() => store.retry()} />
      )}
      {announced && <Announce message={told} />}
    </Column>
  );
}

function Progress({ progress }: { readonly progress: ScanProgress | undefined }): React.ReactElement {
  const { t, plural, state, host } = useProduct();
  if (!progress) return <ProgressLine label={t("Scan_Starting")} />;
  const { stage, done, total, current, calls } = progress;
  const what = t(
    stage === "flags" ? "Scan_ReadingFlags" : "Scan_ReadingLayers",
    host.formatNumber(done),
    host.formatNumber(total),
  );
  const waiting = state.throttledFor;
  const parts = [
    what,
    ...(current ? [current] : []),
    plural("Scan_Calls", calls),
    ...(waiting === undefined ? [] : [plural("Scan_Waiting", Math.ceil(waiting))]),
  ];
  return <ProgressLine label={parts.join(" · ")} {...(total > 0 ? { share: Math.min(1, done / total) } : {})} />;
}

/** "Finished on …, 412 calls, 38 s, complete. 120 components were not read again since nothing had changed." */
function summaryOf(scan: ScanState, { t, plural, host }: Product): string {
  const at = scan.endedAt ?? scan.startedAt;
  const facts = [
    t(scan.status === "paused" ? "Scan_PausedAt" : "Scan_EndedAt", at ? host.formatDate(at, true) : t("Value_Unknown")),
    ...(scan.progress ? [plural("Scan_Calls", scan.progress.calls)] : []),
    ...(scan.duration === undefined ? [] : [secondsText(scan.duration, { t, host })]),
    ...(scan.status === "finished" ? [t(scan.complete ? "Scan_Complete" : "Scan_Incomplete")] : []),
    ...(scan.reused ? [plural("Scan_Reused", scan.reused)] : []),
  ];
  return facts.join(" · ");
}

const BECAUSE: Readonly<Record<Extract<FlagWay, { kind: "solutions" }>["because"], string>> = {
  refused: "Scan_WayRefused",
  incomplete: "Scan_WayIncomplete",
  unproven: "Scan_WayUnproven",
  scope: "Scan_WayScope",
};

function wayText(way: FlagWay, names: Names): [key: string, ...values: string[]] {
  if (way.kind === "solutions") return [BECAUSE[way.because]];
  const { provenBy, compared, others } = way;
  const witnesses = provenBy.map((name) => names.solution(name)).join(", ");
  return others === 0
    ? ["Scan_WayEnvironment", witnesses]
    : ["Scan_WayCompared", witnesses, String(compared), String(others)];
}

interface NotReadProps {
  readonly parts: readonly UnreadPart[];
  /** Rows that could not be judged. */
  readonly unknown: number;
  readonly onRetry: () => void;
}

/** What is not known after the scan: whole parts, or single rows. */
function NotRead({ parts, unknown, onRetry }: NotReadProps): React.ReactElement | null {
  const product = useProduct();
  const { t, plural } = product;
  if (parts.length > 0) {
    const details = parts.map((part, index) => detailOf(part, index, product));
    return (
      <Notice kind="warning" title={plural("Scan_UnreadTitle", parts.length)} details={details} onRetry={onRetry}>
        {t("Scan_UnreadText")}
      </Notice>
    );
  }
  if (unknown === 0) return null;
  return (
    <Notice kind="warning" title={plural("Scan_UnknownTitle", unknown)} onRetry={onRetry}>
      {t("Scan_UnknownText")}
    </Notice>
  );
}

function detailOf({ solutionName, table, failure }: UnreadPart, index: number, product: Product): NoticeDetail {
  const part = table === undefined ? solutionName : product.t("Scan_UnreadTable", solutionName, table);
  return {
    label: `${index + 1}. ${part}`,
    value: [meaningOf(failure, product), failure.serverText].filter(Boolean).join("\n"),
    long: true,
  };
}

/** Said once when a scan begins or ends, not on every step. */
function useAnnouncement(scan: ScanState, product: Product): readonly [string, boolean] {
  const first = React.useRef(scan.status);
  const changed = first.current !== scan.status;
  const { t } = product;
  if (scan.status === "running") return [t("Scan_Starting"), changed];
  return [summaryOf(scan, product), changed && scan.status !== "idle"];
}
