import * as React from "react";
import { shownState } from "../../domain/health/shownState";
import { FilterPills } from "../../ui/FilterPills";
import type { Tone } from "../../ui/tone";
import { useProduct } from "../product";
import { useHealth } from "./health";
import { SHOWN_LOOKS } from "./looks";
import type { HealthPill, HealthQuery } from "./query";

export interface HealthPillsProps {
  readonly query: HealthQuery;
  readonly onQuery: (query: HealthQuery) => void;
}

/** How many solutions are in each state; each number filters the list. */
export function HealthPills({ query, onQuery }: HealthPillsProps): React.ReactElement {
  const { t, plural } = useProduct();
  const { report } = useHealth().state;
  const { counts, change } = report;
  const healthy = shownState("healthy", report);
  const all: readonly {
    readonly key: HealthPill;
    readonly tone: Tone;
    readonly count: number;
    readonly text: string;
  }[] = [
    {
      key: "atRisk",
      tone: "bad",
      count: counts.solutionsAtRisk,
      text: plural("Health_CountAtRisk", counts.solutionsAtRisk),
    },
    {
      key: "attention",
      tone: "warning",
      count: counts.solutionsAttention,
      text: plural("Health_CountAttention", counts.solutionsAttention),
    },
    {
      key: "unknown",
      tone: "unknown",
      count: counts.solutionsUnknown,
      text: plural("Health_CountUnknown", counts.solutionsUnknown),
    },
    {
      key: "healthy",
      tone: SHOWN_LOOKS[healthy].tone,
      count: counts.solutionsHealthy,
      text:
        healthy === "healthy"
          ? plural("Health_CountHealthy", counts.solutionsHealthy)
          : plural("Health_CountNoProblem", counts.solutionsHealthy),
    },
    { key: "new", tone: "neutral", count: change?.new ?? 0, text: plural("Health_CountNew", change?.new ?? 0) },
    {
      key: "accepted",
      tone: "neutral",
      count: counts.findingsAccepted,
      text: plural("Health_CountAccepted", counts.findingsAccepted),
    },
  ];
  // Numbers of states are told also where they are zero; the other two only where there is something.
  const pills = all.filter(
    ({ key, count }) => count > 0 || (key !== "new" && key !== "accepted") || query.pills.has(key),
  );
  return (
    <FilterPills
      label={t("Health_Counts")}
      pills={pills.map(({ key, tone, text }) => ({ key, tone, text, pressed: query.pills.has(key) }))}
      onToggle={(key) => {
        const next = new Set(query.pills);
        if (!next.delete(key)) next.add(key);
        onQuery({ ...query, pills: next });
      }}
    />
  );
}
