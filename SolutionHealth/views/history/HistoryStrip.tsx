import * as React from "react";
import { DAY } from "../../domain/history/filterOperations";
import { historyStrip } from "../../domain/history/historyStrip";
import type { OperationGroup } from "../../domain/history/operationGroups";
import { EventStrip } from "../../ui/EventStrip";
import { useProduct } from "../product";
import { ACT_LOOKS, RESULT_LOOKS } from "./looks";

export interface HistoryStripProps {
  readonly groups: readonly OperationGroup[];
  readonly activeKey?: string | undefined;
  readonly onOpen: (key: string) => void;
}

const DAYS = 90;
const ROWS = 3;

/** The last 90 days at a glance: one mark an operation. */
export function HistoryStrip({ groups, activeKey, onOpen }: HistoryStripProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const now = host.now();
  const marks = historyStrip(groups, DAYS, now, ROWS);
  const failed = marks.filter(({ group }) => group.result === "failed").length;
  return (
    <EventStrip
      label={`${plural("HistoryPage_Strip", marks.length)} ${plural("HistoryPage_StripFailed", failed)}`}
      rows={ROWS}
      from={host.formatDate(new Date(now.getTime() - DAYS * DAY), false)}
      to={t("HistoryPage_Now")}
      activeKey={activeKey}
      onOpen={onOpen}
      events={marks.map(({ group, at, row }) => ({
        key: group.key,
        at,
        row,
        shape: ACT_LOOKS[group.act].shape,
        tone: RESULT_LOOKS[group.result].tone,
        title: t(
          "HistoryPage_Mark",
          t(ACT_LOOKS[group.act].word),
          group.head.solutionName || group.solution,
          t(RESULT_LOOKS[group.result].word),
          group.startedOn ? host.formatDate(group.startedOn, true) : t("Value_Unknown"),
        ),
      }))}
    />
  );
}
