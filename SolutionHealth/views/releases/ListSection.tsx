import * as React from "react";
import type { ComponentRelease, PackagePreview, WayPreview } from "../../domain/releases/releasePreview";
import { Announce } from "../../ui/Announce";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { EmptyState } from "../../ui/EmptyState";
import { FilterPills } from "../../ui/FilterPills";
import { GroupedGrid } from "../../ui/GroupedGrid";
import { Bounded, Column, Row } from "../../ui/Layout";
import { SearchField } from "../../ui/SearchField";
import { ShareBar } from "../../ui/ShareBar";
import { Heading, Muted } from "../../ui/Text";
import { toggled } from "../overrides/query";
import { useProduct } from "../product";
import { useDebounced } from "../useDebounced";
import { useWidth } from "../useWidth";
import { fatesCsv, fileStem } from "./export";
import { releaseColumns } from "./releaseColumns";
import {
  FILTER_LOOKS,
  FILTERS,
  KIND_LOOKS,
  KIND_ORDER,
  matchesFilter,
  type ReleaseFilter,
  WAY_WORDS,
} from "./releaseLooks";
import { useReleaseNames } from "./releaseNames";
import { FIRST_QUERY, type ReleaseQuery } from "./releaseQuery";
import { type ReleaseList, useReleaseList, useSentences } from "./useReleaseList";

export interface ListSectionProps {
  readonly preview: PackagePreview;
  readonly way: WayPreview;
  readonly query: ReleaseQuery;
  readonly onQuery: (query: ReleaseQuery) => void;
  readonly onOpen: (fate: ComponentRelease) => void;
}

const SEARCH_DELAY = 150;

/** What will happen to each component: how many come to what as picture and as filters, and the list. */
export function ListSection(props: ListSectionProps): React.ReactElement {
  const { preview, way, query, onQuery } = props;
  const product = useProduct();
  const { t, plural, host } = product;
  const [closed, setClosed] = React.useState<ReadonlySet<string>>(new Set());
  const search = useDebounced(query.search, SEARCH_DELAY, host.after);
  const list = useReleaseList(way, query, search, closed);
  const sentences = useSentences(preview.package.sha256, way);
  const names = useReleaseNames();
  const showing = plural("Release_Showing", way.fates.length, host.formatNumber(list.fates.length));
  const save = (): void => {
    const content = fatesCsv(list.fates, { preview, way, sentences, names, product });
    host.saveFile(`${fileStem("components", [preview], product)}.csv`, content, "text/csv;charset=utf-8");
  };
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Release_WillHappen", t(WAY_WORDS[way.way]))}</Heading>
      <Picture way={way} />
      <Filters way={way} query={query} onQuery={onQuery} />
      <Row gap={8}>
        <SearchField
          label={t("Release_Search")}
          value={query.search}
          onChange={(text) => onQuery({ ...query, search: text })}
          wide={useWidth() === "phone"}
        />
        <Choice<"grouped" | "flat">
          label={t("Overrides_Grouping")}
          value={query.grouped ? "grouped" : "flat"}
          options={[
            { key: "grouped", text: t("Release_ByType") },
            { key: "flat", text: t("Overrides_Flat") },
          ]}
          onChange={(key) => onQuery({ ...query, grouped: key === "grouped" })}
        />
        <Button text={t("Release_Csv")} icon="Download" onClick={save} disabled={list.fates.length === 0} />
        <Muted>{showing}</Muted>
      </Row>
      <Announce message={showing} />
      {list.fates.length > 0 ? (
        <Bounded>
          <Grid {...props} list={list} sentences={sentences} onToggleGroup={(key) => setClosed(toggled(closed, key))} />
        </Bounded>
      ) : (
        <EmptyState
          shape="search"
          title={t("Components_NoMatchTitle")}
          text={t("Release_NoMatch")}
          action={{ label: t("Solutions_ClearFilters"), onClick: () => onQuery({ ...FIRST_QUERY, sort: query.sort }) }}
        />
      )}
    </Column>
  );
}

/** How the components are divided, as a bar. */
function Picture({ way: { counts } }: { readonly way: WayPreview }): React.ReactElement | null {
  const { t, host } = useProduct();
  const shares = KIND_ORDER.map((kind) => ({
    key: kind,
    count: counts[kind],
    text: t(KIND_LOOKS[kind].counted, host.formatNumber(counts[kind])),
    look: KIND_LOOKS[kind].look,
    shape: KIND_LOOKS[kind].shape,
  })).filter(({ count }) => count > 0);
  // A package without components has nothing to divide, and a picture without a name would be announced.
  if (shares.length === 0) return null;
  return <ShareBar label={shares.map(({ text }) => text).join(", ")} shares={shares} />;
}

function Filters({ way, query, onQuery }: Pick<ListSectionProps, "way" | "query" | "onQuery">): React.ReactElement {
  const { t, host } = useProduct();
  const counts = React.useMemo(
    () => FILTERS.map((filter) => [filter, way.fates.filter((fate) => matchesFilter(fate, filter)).length] as const),
    [way],
  );
  const pills = counts
    .filter(([filter, count]) => count > 0 || query.filters.has(filter))
    .map(([key, count]) => {
      const { word, tone, shape } = FILTER_LOOKS[key];
      return { key, text: t(word, host.formatNumber(count)), tone, shape, pressed: query.filters.has(key) };
    });
  return (
    <FilterPills<ReleaseFilter>
      label={t("Release_Filters")}
      pills={pills}
      onToggle={(key) => onQuery({ ...query, filters: toggled(query.filters, key) })}
    />
  );
}

interface GridProps extends ListSectionProps {
  readonly list: ReleaseList;
  readonly sentences: (fate: ComponentRelease) => string[];
  readonly onToggleGroup: (key: string) => void;
}

function Grid(props: GridProps): React.ReactElement {
  const { list, query, sentences } = props;
  const { t } = useProduct();
  const names = useReleaseNames();
  const width = useWidth();
  const latest = React.useRef(props);
  React.useEffect(() => {
    latest.current = props;
  });
  const columns = React.useMemo(
    () =>
      releaseColumns({
        texts: { t },
        names,
        sentences,
        onOpen: (fate) => latest.current.onOpen(fate),
        ungrouped: !query.grouped,
        phone: width === "phone",
      }),
    [t, names, sentences, query.grouped, width],
  );
  const { sortBy, toggleGroup, open } = useHandlers(latest);
  return (
    <GroupedGrid
      label={t("Release_List")}
      lines={list.lines}
      columns={columns}
      narrow={width !== "wide"}
      sort={query.sort}
      onSort={sortBy}
      onToggleGroup={toggleGroup}
      onOpen={open}
    />
  );
}

/** Always the same functions, so that the list is drawn again only where what it shows has changed. */
function useHandlers(latest: { readonly current: GridProps }) {
  return React.useMemo(
    () => ({
      sortBy: (column: string): void => {
        const { query, onQuery } = latest.current;
        const descending = query.sort.column === column && !query.sort.descending;
        onQuery({ ...query, sort: { column, descending } });
      },
      toggleGroup: (key: string): void => latest.current.onToggleGroup(key),
      open: (fate: ComponentRelease): void => latest.current.onOpen(fate),
    }),
    [latest],
  );
}
