import * as React from "react";
import type { InstalledSolution } from "../../domain/model/solution";
import { Announce } from "../../ui/Announce";
import { Grid } from "../../ui/Grid";
import { Column, Fill } from "../../ui/Layout";
import { FailureNotice } from "../FailureNotice";
import type { Place } from "../host";
import { useProduct } from "../product";
import { failureOf, shown } from "../resource";
import type { SortColumn } from "../../domain/solutions/sortSolutions";
import { useDebounced } from "../useDebounced";
import { solutionColumns } from "./columns";
import { copyIds, exportCsv } from "./export";
import { PageEmpty } from "./PageEmpty";
import { PagePanel } from "./PagePanel";
import { FIRST_QUERY, sortedBy, withoutFilters } from "./query";
import { ShowingLine } from "./ShowingLine";
import { Toolbar } from "./Toolbar";
import { usePageKeys } from "./usePageKeys";
import { useSolutionList } from "./useSolutionList";

export interface SolutionsPageProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

/** Below this width, in pixels, only the essential columns are shown. */
const NARROW = 720;
const SEARCH_DELAY = 150;

/** The solutions of the environment, patches under their base. */
export function SolutionsPage({ place, go }: SolutionsPageProps): React.ReactElement {
  const product = useProduct();
  const { t, plural, state, store, host } = product;
  const [query, setQuery] = React.useState(FIRST_QUERY);
  const search = useDebounced(query.search, SEARCH_DELAY, host.after);
  const solutions = shown(state.solutions);
  const list = useSolutionList(query, search);
  const narrow = host.width > 0 && host.width < NARROW;
  const columns = React.useMemo(() => solutionColumns(product, narrow), [product, narrow]);
  const close = (): void => go({ page: place.page });
  const focusSearch = usePageKeys(host.onKey, place.solution === undefined ? undefined : close);
  const open = (solution: InstalledSolution): void =>
    go({ ...place, solution: solution.id, panelTab: place.panelTab ?? "overview" });
  const failure = failureOf(state.solutions);
  const reading = !solutions && !failure;
  return (
    <Fill>
      <Column gap={8}>
        {failure && failure.kind !== "forbidden" && (
          <FailureNotice title={t("Solutions_Failed")} failure={failure} onRetry={() => store.retry("solutions")} />
        )}
        {(reading || solutions) && (
          <Toolbar
            query={query}
            onQuery={setQuery}
            publishers={list.publishers}
            narrow={narrow}
            focusSearch={focusSearch}
            nothingToExport={list.rows.length === 0}
            onExport={() => exportCsv(list, product)}
            onCopyIds={() => void copyIds(list, product)}
          />
        )}
        {solutions && <ShowingLine list={list} query={query} onQuery={setQuery} />}
      </Column>
      {(reading || list.rows.length > 0) && (
        <Grid
          label={t("Frame_Solutions")}
          items={list.rows}
          columns={columns}
          getKey={({ solution }) => solution.id}
          narrow={narrow}
          sort={query.sort}
          onSort={(column) => setQuery(sortedBy(query, column as SortColumn))}
          onOpen={({ solution }) => open(solution)}
          activeKey={place.solution}
          shimmer={reading}
          scrolls
        />
      )}
      <PageEmpty list={list} failure={failure} loaded={solutions} onClear={() => setQuery(withoutFilters(query))} />
      {solutions && (
        <Announce message={plural("Solutions_Showing", list.counts.total, host.formatNumber(list.counts.shown))} />
      )}
      {solutions && <PagePanel place={place} go={go} list={list} onOpen={open} onClose={close} />}
    </Fill>
  );
}
