import * as React from "react";
import type { OperationAct } from "../../domain/history/operationAct";
import { Choice } from "../../ui/Choice";
import { CommandButton } from "../../ui/CommandButton";
import { FilterPills } from "../../ui/FilterPills";
import { Column, Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { exportHistory } from "./export";
import { ACT_LOOKS, RESULT_LOOKS } from "./looks";
import type { HistoryQuery } from "./query";
import type { HistoryList } from "./useHistoryList";

export interface HistoryToolbarProps {
  readonly query: HistoryQuery;
  readonly onQuery: (query: HistoryQuery) => void;
  readonly list: HistoryList;
  readonly focusSearch: React.MutableRefObject<(() => void) | undefined>;
}

const RESULTS = ["failed", "running", "unknown", "succeeded"] as const;
const PERIODS = ["", "1", "7", "30", "90"] as const;
const ACTS = Object.keys(ACT_LOOKS) as OperationAct[];

/** Search, filters and export of the history. */
export function HistoryToolbar({ query, onQuery, list, focusSearch }: HistoryToolbarProps): React.ReactElement {
  const product = useProduct();
  const { t, plural, host } = product;
  const present = new Set((list.all ?? []).map(({ act }) => act));
  return (
    <Column gap={8}>
      <FilterPills
        label={t("HistoryPage_Results")}
        pills={RESULTS.filter((result) => list.counts[result] > 0).map((result) => ({
          key: result,
          text: `${host.formatNumber(list.counts[result])} ${t(RESULT_LOOKS[result].word)}`,
          tone: RESULT_LOOKS[result].tone,
          pressed: query.results.includes(result),
        }))}
        onToggle={(result) => onQuery({ ...query, results: toggled(query.results, result) })}
      />
      <Row gap={8}>
        <SearchField
          label={t("HistoryPage_Search")}
          value={query.search}
          onChange={(search) => onQuery({ ...query, search })}
          wide={useWidth() === "phone"}
          focusRef={focusSearch}
        />
        <Choice<OperationAct | "">
          label={t("HistoryPage_Act")}
          value={query.act}
          options={[
            { key: "", text: t("HistoryPage_AllActs") },
            ...ACTS.filter((act) => present.has(act)).map((act) => ({ key: act, text: t(ACT_LOOKS[act].word) })),
          ]}
          onChange={(act) => onQuery({ ...query, act })}
        />
        <Choice<HistoryQuery["days"]>
          label={t("HistoryPage_Period")}
          value={query.days}
          options={PERIODS.map((days) => ({
            key: days,
            text: days === "" ? t("HistoryPage_AllDays") : plural("HistoryPage_Days", Number(days)),
          }))}
          onChange={(days) => onQuery({ ...query, days })}
        />
        <CommandButton
          icon="Download"
          text={t("HistoryPage_Export")}
          onClick={() => exportHistory(list.rows, product)}
        />
      </Row>
    </Column>
  );
}

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
