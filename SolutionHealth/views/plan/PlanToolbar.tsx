import * as React from "react";
import { PLAN_STANDINGS, type PlanStanding } from "../../domain/plan/planList";
import { CommandButton } from "../../ui/CommandButton";
import { FilterPills } from "../../ui/FilterPills";
import { Column, Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { exportPlans } from "./export";
import { STANDING_LOOKS } from "./looks";
import { usePlans } from "./plans";
import type { PlanList, PlanQuery } from "./usePlanList";

export interface PlanToolbarProps {
  readonly query: PlanQuery;
  readonly onQuery: (query: PlanQuery) => void;
  readonly list: PlanList;
  readonly focusSearch: React.MutableRefObject<(() => void) | undefined>;
  /** Asks what the plans for all without one are to begin with. */
  readonly onMake: () => void;
}

/** Counts that filter, search, export, and plans for all that have none. */
export function PlanToolbar({ query, onQuery, list, focusSearch, onMake }: PlanToolbarProps): React.ReactElement {
  const product = useProduct();
  const { t, plural, host } = product;
  const { state } = usePlans();
  const mayMake = list.counts.missing > 0 && state.missing.length === 0 && state.making?.status !== "running";
  const toggle = (standing: PlanStanding): void => {
    const { standings } = query;
    const isOn = standings.includes(standing);
    onQuery({ ...query, standings: isOn ? standings.filter((one) => one !== standing) : [...standings, standing] });
  };
  return (
    <Column gap={8}>
      <FilterPills
        label={t("Plan_States")}
        pills={PLAN_STANDINGS.filter((standing) => list.counts[standing] > 0).map((standing) => ({
          key: standing,
          text: `${host.formatNumber(list.counts[standing])} ${t(STANDING_LOOKS[standing].word)}`,
          tone: STANDING_LOOKS[standing].tone,
          pressed: query.standings.includes(standing),
        }))}
        onToggle={toggle}
      />
      <Row gap={8}>
        <SearchField
          label={t("Plan_Search")}
          value={query.search}
          onChange={(search) => onQuery({ ...query, search })}
          wide={useWidth() === "phone"}
          focusRef={focusSearch}
        />
        {mayMake && <CommandButton icon="Add" text={plural("Plan_MakeAll", list.counts.missing)} onClick={onMake} />}
        <CommandButton icon="Download" text={t("Plan_Export")} onClick={() => exportPlans(list.rows, product)} />
      </Row>
    </Column>
  );
}
