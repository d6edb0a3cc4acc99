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
  const { list, query, onQuery, onToggleGroup, onOpen, onSelect } = props;
  const product = useProduct();
  const { t } = product;
  const { store } = useOverrides();
  const names = useNames();
  const width = useWidth();
  const latestOpen = React.useRef(onOpen);
  React.useEffect(() => {
    latestOpen.current = onOpen;
  });
  const columns = React.useMemo(
    () =>
      overrideColumns({
        product,
        names,
        onOpen: (row) => latestOpen.current(row),
        onRetry: ({ component }) => store.retry(component.key),
        ungrouped: !query.grouped,
        phone: width === "phone",
      }),
    [product, names, store, query.grouped, width],
  );
  const sortBy = (key: string): void => {
    const column = SORT_COLUMNS.find((known) => known === key);
    if (column) onQuery(sortedBy(query, column));
  };
  return (
    <GroupedGrid
      label={t("Frame_Overrides")}
      lines={list.lines}
      columns={columns}
      narrow={width !== "wide"}
      sort={query.sort}
      onSort={sortBy}
      onToggleGroup={onToggleGroup}
      onOpen={onOpen}
      onSelect={onSelect}
      checkLabel={t("Overrides_ChooseRow")}
      checkAllLabel={t("Overrides_ChooseAll")}
    />
  );
}
