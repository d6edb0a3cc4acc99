import {
  CheckboxVisibility,
  ConstrainMode,
  DetailsListLayoutMode,
  Selection,
  SelectionMode,
  ShimmeredDetailsList,
} from "@fluentui/react";
import type { IColumn, IDetailsListProps, IObjectWithKey } from "@fluentui/react";
import * as React from "react";
import { toFluentColumns } from "./gridColumns";
import type { GridColumn, GridSort } from "./gridColumns";
import { drawListRow } from "./listRow";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

export interface GridProps<T> {
  /** Names the list for a screen reader. */
  readonly label: string;
  readonly items: readonly T[];
  readonly columns: readonly GridColumn<T>[];
  readonly getKey: (item: T) => string;
  /** Only the essential columns. */
  readonly narrow?: boolean;
  readonly sort?: GridSort;
  readonly onSort?: (column: string) => void;
  /** A click, Space or Enter on a row. Without it rows cannot be chosen. */
  readonly onOpen?: (item: T) => void;
  readonly activeKey?: string | undefined;
  /** First load: rows of grey instead of items. */
  readonly shimmer?: boolean;
  /** Scrolls inside and takes the height that is left; otherwise as high as its rows. */
  readonly scrolls?: boolean;
  /** False renders every row, for tests in a page without layout. */
  readonly virtualised?: boolean;
}

/** Rows and columns: resizable, sorted by their headers, virtualised, one tab stop. */
export function Grid<T>(props: GridProps<T>): React.ReactElement {
  const { items, columns, getKey, narrow, sort, onSort, shimmer, scrolls, virtualised, label } = props;
  const styles = useStyles();
  const { texts } = useUi();
  const selection = useActiveRow(props);
  const fluentColumns = React.useMemo(
    () => toFluentColumns(narrow ? columns.filter(({ essential }) => essential) : columns, sort, texts),
    [columns, narrow, sort, texts],
  );
  const sortBy = (_event?: React.MouseEvent<HTMLElement>, column?: IColumn): void => {
    if (column && columns.find(({ key }) => key === column.key)?.sortable) onSort?.(column.key);
  };
  // The selection knows the keys as well, but Fluent does not let its list ask it. A shimmer has rows without items.
  const listProps = React.useMemo(
    () => ({ getKey: (item: T | null | undefined, index?: number) => (item ? getKey(item) : `shimmer ${index}`) }),
    [getKey],
  );
  const behaviour: Partial<IDetailsListProps> = virtualised === false ? { onShouldVirtualize: () => false } : {};
  return (
    <div className={scrolls ? styles.scrolling : styles.flowing} data-is-scrollable={scrolls ? "true" : undefined}>
      <ShimmeredDetailsList
        {...behaviour}
        items={items as T[]}
        columns={fluentColumns}
        listProps={listProps}
        setKey="rows"
        enableShimmer={shimmer ?? false}
        shimmerLines={10}
        ariaLabelForShimmer={texts.loading}
        ariaLabelForGrid={label}
        selection={selection}
        selectionMode={props.onOpen ? SelectionMode.single : SelectionMode.none}
        selectionPreservedOnEmptyClick
        selectionZoneProps={{ selection, toggleWithoutModifierPressed: false }}
        isSelectedOnFocus={false}
        checkboxVisibility={CheckboxVisibility.hidden}
        constrainMode={ConstrainMode.unconstrained}
        layoutMode={DetailsListLayoutMode.justified}
        onRenderRow={drawListRow}
        onItemInvoked={(item: T) => props.onOpen?.(item)}
        onColumnHeaderClick={sortBy}
        detailsListStyles={STICKY_HEADER}
      />
    </div>
  );
}

/** Ties Fluent's selection to the one row that is open beside the list. */
function useActiveRow<T>({ getKey, onOpen, activeKey }: GridProps<T>): Selection {
  const latest = React.useRef({ onOpen, activeKey });
  latest.current = { onOpen, activeKey };
  const [selection] = React.useState(
    () =>
      new Selection<IObjectWithKey>({
        selectionMode: SelectionMode.single,
        getKey: (item) => getKey(item as unknown as T),
        onSelectionChanged: () => {
          const chosen = selection.getSelection()[0] as unknown as T | undefined;
          if (chosen && getKey(chosen) !== latest.current.activeKey) latest.current.onOpen?.(chosen);
        },
      }),
  );
  React.useEffect(() => {
    selection.setChangeEvents(false, true);
    selection.setAllSelected(false);
    if (activeKey !== undefined) selection.setKeySelected(activeKey, true, false);
    selection.setChangeEvents(true, true);
  }, [selection, activeKey]);
  return selection;
}

/** Fluent scrolls sideways inside its root, which would break a header that stays. */
export const STICKY_HEADER = {
  root: { overflow: "visible" },
  headerWrapper: { position: "sticky", top: 0, zIndex: 1, selectors: { ".ms-DetailsHeader": { paddingTop: 0 } } },
} as const;

export const DENSE_ROWS = {
  ".ms-DetailsRow": { fontSize: 14 },
  ".ms-DetailsRow-cell": {
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    paddingTop: 5,
    paddingBottom: 5,
    minHeight: 36,
    boxSizing: "border-box",
  },
} as const;

const useStyles = createStyles((theme) => {
  const selectors = {
    ...DENSE_ROWS,
    // The open row is told by more than its background, which high-contrast themes leave as it is.
    ".ms-DetailsRow.is-selected": { boxShadow: `inset 0 0 0 1px ${theme.semanticColors.inputBorder}` },
  };
  return {
    scrolling: { flex: "1 1 auto", minHeight: 160, overflow: "auto", position: "relative", selectors },
    flowing: { selectors },
  };
});
