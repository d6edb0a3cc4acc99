import * as React from "react";
import { filterPlans, sortPlans } from "../../domain/plan/filterPlans";
import { listPlans, type PlanRow, type PlanStanding } from "../../domain/plan/planList";
import type { GridSort } from "../../ui/gridColumns";
import { useProduct } from "../product";
import { shown } from "../resource";
import { STANDING_LOOKS, WAY_WORDS } from "./looks";
import { usePlans } from "./plans";

export interface PlanQuery {
  readonly search: string;
  readonly standings: readonly PlanStanding[];
  readonly sort: GridSort;
}

export const FIRST_QUERY: PlanQuery = { search: "", standings: [], sort: { column: "name", descending: false } };

export interface PlanList {
  /** Undefined while solutions or plans are not known. */
  readonly all: readonly PlanRow[] | undefined;
  /** Those that the filters leave. */
  readonly rows: readonly PlanRow[];
  readonly counts: Readonly<Record<PlanStanding, number>>;
}

/** @param search of the query, as it was when the person stopped typing */
export function usePlanList({ standings, sort }: PlanQuery, search: string): PlanList {
  const { t, state, host, collator } = useProduct();
  const { state: plans } = usePlans();
  const { now } = host;
  const solutions = shown(state.solutions);
  const history = shown(state.history);
  const isKnown = plans.status === "ready" || plans.plans.length > 0;
  const all = React.useMemo(
    () => (solutions && isKnown ? listPlans({ solutions, history, plans: plans.plans }, now()) : undefined),
    [solutions, history, plans.plans, isKnown, now],
  );
  const rows = React.useMemo(() => {
    const words = ({ plan, standing }: PlanRow) => ({
      way: plan?.way ? t(WAY_WORDS[plan.way]) : "",
      standing: t(STANDING_LOOKS[standing].word),
    });
    return sortPlans(filterPlans(all ?? [], { search, standings }), sort, collator, words);
  }, [all, search, standings, sort, collator, t]);
  const counts = React.useMemo(() => countStandings(all ?? []), [all]);
  return { all, rows, counts };
}

function countStandings(rows: readonly PlanRow[]): PlanList["counts"] {
  const counts = { missing: 0, contradicted: 0, gone: 0, unknown: 0, kept: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}
