import * as React from "react";
import { PLAN_SORTS } from "../../domain/plan/filterPlans";
import { Announce } from "../../ui/Announce";
import { EmptyState } from "../../ui/EmptyState";
import { Grid } from "../../ui/Grid";
import { Column, Fill } from "../../ui/Layout";
import { Muted } from "../../ui/Text";
import type { Place } from "../host";
import { useProduct } from "../product";
import { usePageKeys } from "../solutions/usePageKeys";
import { useDebounced } from "../useDebounced";
import { useWidth } from "../useWidth";
import { planColumns } from "./columns";
import { MakePlansDialog } from "./MakePlansDialog";
import { PlanNotices } from "./PlanNotices";
import { PlanPanel } from "./PlanPanel";
import { usePlans } from "./plans";
import { PlanToolbar } from "./PlanToolbar";
import { FIRST_QUERY, type PlanList, type PlanQuery, usePlanList } from "./usePlanList";

export interface PlanPageProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

const SEARCH_DELAY = 150;

/** How each solution is to be kept healthy, and what contradicts it. */
export function PlanPage({ place, go }: PlanPageProps): React.ReactElement {
  const { host } = useProduct();
  const { state } = usePlans();
  const [query, setQuery] = React.useState(FIRST_QUERY);
  const [making, setMaking] = React.useState(false);
  const list = usePlanList(query, useDebounced(query.search, SEARCH_DELAY, host.after));
  const close = (): void => go({ page: place.page });
  // A finding leads here by the solution's name.
  const opened = list.all?.find(({ id, solution }) => id === place.solution || solution === place.about);
  const focusSearch = usePageKeys(host.onKey, opened ? close : undefined);
  const isPhone = useWidth() === "phone";
  if (state.status === "absent") return <NotInstalled />;
  return (
    <Fill scrolls={isPhone}>
      <Column gap={8}>
        <PlanNotices />
        {list.all && list.all.length > 0 && (
          <>
            <PlanToolbar
              query={query}
              onQuery={setQuery}
              list={list}
              focusSearch={focusSearch}
              onMake={() => setMaking(true)}
            />
            <Showing list={list} />
          </>
        )}
      </Column>
      <PlanEmpty list={list} onClear={() => setQuery({ ...query, search: "", standings: [] })} />
      <PlanGrid
        list={list}
        query={query}
        onQuery={setQuery}
        activeKey={opened?.id}
        onOpen={(id) => go({ page: place.page, solution: id })}
      />
      {opened && <PlanPanel key={opened.id} row={opened} onClose={close} />}
      {making && (
        <MakePlansDialog
          rows={(list.all ?? []).filter(({ standing }) => standing === "missing")}
          onClose={() => setMaking(false)}
        />
      )}
    </Fill>
  );
}

/** The control is there without the product's solution: what is missing, and how it comes. */
function NotInstalled(): React.ReactElement {
  const { t } = useProduct();
  const { store } = usePlans();
  return (
    <EmptyState
      shape="list"
      title={t("Plan_AbsentTitle")}
      text={t("Plan_AbsentText")}
      action={{ label: t("Plan_LookAgain"), onClick: () => store.refresh() }}
    />
  );
}

function Showing({ list: { all, rows } }: { readonly list: PlanList }): React.ReactElement {
  const { plural, host } = useProduct();
  const showing = plural("Plan_Showing", all?.length ?? 0, host.formatNumber(rows.length));
  return (
    <>
      <Muted>{showing}</Muted>
      <Announce message={showing} />
    </>
  );
}

interface PlanEmptyProps {
  readonly list: PlanList;
  readonly onClear: () => void;
}

/** Why there is nothing to be seen; nothing itself where there is. */
function PlanEmpty({ list: { all, rows }, onClear }: PlanEmptyProps): React.ReactElement | null {
  const { t } = useProduct();
  if (!all || rows.length > 0) return null;
  if (all.length === 0) return <EmptyState shape="list" title={t("Plan_NoneTitle")} text={t("Plan_NoneText")} />;
  return (
    <EmptyState
      shape="search"
      title={t("Plan_NoMatch")}
      text={t("Solutions_NoMatchText")}
      action={{ label: t("Solutions_ClearFilters"), onClick: onClear }}
    />
  );
}

interface PlanGridProps {
  readonly list: PlanList;
  readonly query: PlanQuery;
  readonly onQuery: (query: PlanQuery) => void;
  readonly activeKey: string | undefined;
  readonly onOpen: (id: string) => void;
}

function PlanGrid({
  list: { all, rows },
  query,
  onQuery,
  activeKey,
  onOpen,
}: PlanGridProps): React.ReactElement | null {
  const product = useProduct();
  const { state } = usePlans();
  const width = useWidth();
  const columns = React.useMemo(() => planColumns(product, width === "phone"), [product, width]);
  if (all ? rows.length === 0 : state.status === "failed") return null;
  const sortBy = (key: string): void => {
    const column = PLAN_SORTS.find((known) => known === key);
    if (!column) return;
    onQuery({ ...query, sort: { column, descending: query.sort.column === column && !query.sort.descending } });
  };
  return (
    <Grid
      label={product.t("Frame_Plan")}
      items={rows}
      columns={columns}
      getKey={({ id }) => id}
      narrow={width !== "wide"}
      sort={query.sort}
      onSort={sortBy}
      onOpen={({ id }) => onOpen(id)}
      activeKey={activeKey}
      shimmer={!all}
      scrolls={width !== "phone"}
    />
  );
}
