import * as React from "react";
import type { OperationGroup } from "../../domain/history/operationGroups";
import { Announce } from "../../ui/Announce";
import { EmptyState } from "../../ui/EmptyState";
import { Grid } from "../../ui/Grid";
import { Column, Fill } from "../../ui/Layout";
import { Muted } from "../../ui/Text";
import { FailureNotice } from "../FailureNotice";
import type { Place } from "../host";
import { LayerPanel } from "../layers/LayerPanel";
import { openedComponent } from "../layers/openedComponent";
import { useProduct } from "../product";
import { useOverrides } from "../overrides/overrides";
import { failureOf, isLoading, shown } from "../resource";
import { usePageKeys } from "../solutions/usePageKeys";
import { useDebounced } from "../useDebounced";
import { useWidth } from "../useWidth";
import { historyColumns, solutionTitle } from "./columns";
import { HistoryStrip } from "./HistoryStrip";
import { HistoryToolbar } from "./HistoryToolbar";
import { OperationPanel } from "./OperationPanel";
import { FIRST_QUERY } from "./query";
import type { HistoryList } from "./useHistoryList";
import { useHistoryList } from "./useHistoryList";

export interface HistoryPageProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
}

const SEARCH_DELAY = 150;

/** Every solution operation of the environment, as a strip and as a table; a failed one opens its reading. */
export function HistoryPage({ place, go }: HistoryPageProps): React.ReactElement {
  const { host } = useProduct();
  const [query, setQuery] = React.useState({ ...FIRST_QUERY, search: place.about ?? "" });
  const list = useHistoryList(query, useDebounced(query.search, SEARCH_DELAY, host.after));
  const close = (): void => go({ page: place.page });
  const focusSearch = usePageKeys(host.onKey, place.operation === undefined ? undefined : close);
  const open = (operation: string): void => go({ page: place.page, operation });
  const opened = list.all?.find(({ steps }) => steps.some(({ id }) => id === place.operation));
  return (
    <Fill scrolls={useWidth() === "phone"}>
      <Column gap={8}>
        <HistoryFailure />
        {list.all && list.all.length > 0 && (
          <>
            <HistoryStrip groups={list.rows} activeKey={opened?.key} onOpen={open} />
            <HistoryToolbar query={query} onQuery={setQuery} list={list} focusSearch={focusSearch} />
            <Showing list={list} />
          </>
        )}
      </Column>
      <HistoryEmpty list={list} onClear={() => setQuery(FIRST_QUERY)} />
      <HistoryGrid list={list} activeKey={opened?.key} onOpen={open} />
      {opened && !place.component && <OperationPanel group={opened} place={place} go={go} onClose={close} />}
      {opened && place.component && <NamedLayers place={place} group={opened} go={go} onClose={close} />}
    </Fill>
  );
}

interface NamedLayersProps {
  readonly place: Place;
  readonly group: OperationGroup;
  readonly go: (place: Place) => void;
  readonly onClose: () => void;
}

/** The layers of a component that a failure names, with the way back to it. */
function NamedLayers({ place, group, go, onClose }: NamedLayersProps): React.ReactElement | null {
  const { t, state } = useProduct();
  const { rows } = useOverrides().state;
  const { component, ...back } = place;
  if (!component) return null;
  return (
    <LayerPanel
      component={openedComponent(component, rows, [], shown(state.typeNames))}
      crumbs={[
        { text: t("Frame_History"), onClick: onClose },
        { text: solutionTitle(group), onClick: () => go(back) },
      ]}
      onClose={onClose}
    />
  );
}

function HistoryFailure(): React.ReactElement | null {
  const { t, state, store } = useProduct();
  const failure = failureOf(state.history);
  if (!failure) return null;
  return <FailureNotice title={t("History_FailedTitle")} failure={failure} onRetry={() => store.retry("history")} />;
}

/** How many of how many, and how far back the history is known. */
function Showing({ list: { all, rows, knownSince } }: { readonly list: HistoryList }): React.ReactElement {
  const { t, plural, host } = useProduct();
  const showing = plural("HistoryPage_Showing", all?.length ?? 0, host.formatNumber(rows.length));
  return (
    <>
      <Muted>
        {showing}
        {knownSince && ` ${t("HistoryPage_KnownSince", host.formatDate(knownSince, true))}`}
      </Muted>
      <Announce message={showing} />
    </>
  );
}

interface HistoryEmptyProps {
  readonly list: HistoryList;
  readonly onClear: () => void;
}

/** Why there is nothing to be seen; nothing itself where there is. */
function HistoryEmpty({ list: { all, rows }, onClear }: HistoryEmptyProps): React.ReactElement | null {
  const { t } = useProduct();
  if (!all || rows.length > 0) return null;
  if (all.length === 0) {
    return <EmptyState shape="clock" title={t("History_NoneTitle")} text={t("HistoryPage_NoneText")} />;
  }
  return (
    <EmptyState
      shape="search"
      title={t("HistoryPage_NoMatch")}
      text={t("Solutions_NoMatchText")}
      action={{ label: t("Solutions_ClearFilters"), onClick: onClear }}
    />
  );
}

interface HistoryGridProps {
  readonly list: HistoryList;
  readonly activeKey: string | undefined;
  readonly onOpen: (key: string) => void;
}

function HistoryGrid({ list: { all, rows }, activeKey, onOpen }: HistoryGridProps): React.ReactElement | null {
  const product = useProduct();
  const width = useWidth();
  const columns = React.useMemo(() => historyColumns(product, width === "phone"), [product, width]);
  if (all ? rows.length === 0 : !isLoading(product.state.history)) return null;
  return (
    <Grid
      label={product.t("HistoryPage_Label")}
      items={rows}
      columns={columns}
      getKey={({ key }) => key}
      narrow={width !== "wide"}
      onOpen={({ key }) => onOpen(key)}
      activeKey={activeKey}
      shimmer={!all}
      scrolls={width !== "phone"}
    />
  );
}
