import * as React from "react";
import type { InstalledSolution } from "../../domain/model/solution";
import { Announce } from "../../ui/Announce";
import { Column, Fill } from "../../ui/Layout";
import { FailureNotice } from "../FailureNotice";
import type { Place } from "../host";
import { useProduct } from "../product";
import { failureOf, shown } from "../resource";
import { useDebounced } from "../useDebounced";
import { ChoiceBar } from "./ChoiceBar";
import { copyIds, exportCsv } from "./export";
import { PageEmpty } from "./PageEmpty";
import { PagePanel } from "./PagePanel";
import { FIRST_QUERY, withoutFilters } from "./query";
import { ShowingLine } from "./ShowingLine";
import { SolutionGrid } from "./SolutionGrid";
import { useStateLook } from "./stateLook";
import { Toolbar } from "./Toolbar";
import { useChosen } from "./useChosen";
import { usePageKeys } from "./usePageKeys";
import { useSolutionList } from "./useSolutionList";

export interface SolutionsPageProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

const SEARCH_DELAY = 150;

/** The solutions of the environment, patches under their base. */
export function SolutionsPage({ place, go }: SolutionsPageProps): React.ReactElement {
  const product = useProduct();
  const { plural, state, host } = product;
  const [query, setQuery] = React.useState(FIRST_QUERY);
  const search = useDebounced(query.search, SEARCH_DELAY, host.after);
  const list = useSolutionList(query, search);
  const lookOf = useStateLook();
  const close = (): void => go({ page: place.page });
  const closed = place.solution === undefined && place.rollback === undefined;
  const focusSearch = usePageKeys(host.onKey, closed ? undefined : close);
  const [chosen, setChosen] = useChosen(place, list);
  const open = (solution: InstalledSolution): void =>
    go({ page: place.page, solution: solution.id, panelTab: lastTab(place) });
  const solutions = shown(state.solutions);
  const reading = !solutions && state.solutions.status !== "failed";
  return (
    <Fill>
      <Column gap={8}>
        <PageFailures />
        {(reading || solutions) && (
          <Toolbar
            query={query}
            onQuery={setQuery}
            publishers={list.publishers}
            focusSearch={focusSearch}
            nothingToExport={list.counts.shown === 0}
            onExport={() => exportCsv(list, lookOf, product)}
            onCopyIds={() => copyIds(list, product)}
          />
        )}
        {solutions && <ShowingLine list={list} query={query} onQuery={setQuery} />}
      </Column>
      {(reading || list.rows.length > 0) && (
        <SolutionGrid
          list={list}
          query={query}
          onQuery={setQuery}
          onOpen={open}
          openId={place.solution}
          chosen={chosen}
          onChoose={setChosen}
          shimmer={reading}
        />
      )}
      <ChoiceBar
        chosen={chosen}
        onClear={() => setChosen(new Set())}
        onPreviewUninstall={() => go({ page: place.page, rollback: [...chosen] })}
      />
      <PageEmpty list={list} onClear={() => setQuery(withoutFilters(query))} />
      {solutions && (
        <>
          <Announce message={plural("Solutions_Showing", list.counts.total, host.formatNumber(list.counts.shown))} />
          <PagePanel place={place} go={go} list={list} onOpen={open} onClose={close} />
        </>
      )}
    </Fill>
  );
}

/** The tab stays from one solution to the next, but a preview is begun only when it is asked for: it costs calls. */
const lastTab = ({ panelTab }: Place): string =>
  panelTab === undefined || panelTab === "uninstall" ? "overview" : panelTab;

/** Failed readings, above the rows of before if there are any: of the list, or of what its states come from. */
function PageFailures(): React.ReactElement {
  const { t, state, store } = useProduct();
  const solutions = failureOf(state.solutions);
  const history = failureOf(state.history);
  // Without rows, a missing permission is told in the place of the list.
  const toldBelow = solutions?.kind === "forbidden" && !shown(state.solutions);
  return (
    <>
      {solutions && !toldBelow && (
        <FailureNotice title={t("Solutions_Failed")} failure={solutions} onRetry={() => store.retry("solutions")} />
      )}
      {history && shown(state.solutions) && (
        <FailureNotice title={t("Solutions_NoHistory")} failure={history} onRetry={() => store.retry("history")} />
      )}
    </>
  );
}
