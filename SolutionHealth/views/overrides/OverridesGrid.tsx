import * as React from "react";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverrideRow } from "../../state/overrides/model";
import { GroupedGrid } from "../../ui/GroupedGrid";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { overrideColumns, SORT_COLUMNS } from "./columns";
import { useNames } from "./names";
import { useOverrides } from "./overrides";
import type { OverrideQuery } from "./query";
import { sortedBy } from "./query";
import type { OverrideList } from "./useOverrideList";

export interface OverridesGridProps {
  readonly list: OverrideList;
  readonly query: OverrideQuery;
  readonly onQuery: (query: OverrideQuery) => void;
  readonly onToggleGroup: (key: string) => void;
  readonly onOpen: (row: OverrideRow) => void;
  readonly onSelect: (keys: readonly ComponentKey[]) => void;
}

/** The list itself. */
export function OverridesGrid(props: OverridesGridProps): React.ReactElement {
  const { list, query } = props;
  const { t, plural, collator, decimal, time, host } = useProduct();
  const { store } = useOverrides();
  const names = useNames();
  const width = useWidth();
  const latest = React.useRef(props);
  React.useEffect(() => {
    latest.current = props;
  });
  // Without the state that stands beside them in the product: each call of the environment changes that.
  const texts = React.useMemo(() => ({ t, plural, collator, decimal, time }), [t, plural, collator, decimal, time]);
  const columns = React.useMemo(
    () =>
      overrideColumns({
        texts,
        host,
        names,
        onOpen: (row) => latest.current.onOpen(row),
        onRetry: ({ component }) => store.retry(component.key),
        ungrouped: !query.grouped,
        phone: width === "phone",
      }),
    [texts, host, names, store, query.grouped, width],
  );
  const { sortBy, toggleGroup, open, select } = useHandlers(latest);
  return (
    <GroupedGrid
      label={t("Frame_Overrides")}
      lines={list.lines}
      columns={columns}
      narrow={width !== "wide"}
      sort={query.sort}
      onSort={sortBy}
      onToggleGroup={toggleGroup}
      onOpen={open}
      onSelect={select}
      checkLabel={t("Overrides_ChooseRow")}
      checkAllLabel={t("Overrides_ChooseAll")}
    />
  );
}

/** Always the same functions, so that the list is drawn again only where what it shows has changed. */
function useHandlers(latest: { readonly current: OverridesGridProps }) {
  return React.useMemo(
    () => ({
      sortBy: (key: string): void => {
        const column = SORT_COLUMNS.find((known) => known === key);
        if (column) latest.current.onQuery(sortedBy(latest.current.query, column));
      },
      toggleGroup: (key: string): void => latest.current.onToggleGroup(key),
      open: (row: OverrideRow): void => latest.current.onOpen(row),
      select: (keys: readonly ComponentKey[]): void => latest.current.onSelect(keys),
    }),
    [latest],
  );
}
