import {
  CheckboxVisibility,
  ConstrainMode,
  DetailsList,
  DetailsListLayoutMode,
  Selection,
  SelectionMode,
} from "@fluentui/react";
import type { IColumn, IDetailsListProps, IObjectWithKey } from "@fluentui/react";
import * as React from "react";
import { GroupHeader } from "./GroupHeader";
import { DENSE_ROWS, STICKY_HEADER } from "./Grid";
import { toFluentColumns } from "./gridColumns";
import type { GridColumn, GridSort } from "./gridColumns";
import { drawListRow } from "./listRow";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

/** A line of the list: a row, or the head of the rows that follow. */
export type GridLine<T> =
  | { readonly kind: "row"; readonly key: string; readonly item: T }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly title: string;
      /** Said after the title, e.g. how many. */
      readonly note: string;
      /** 1 = outermost. */
      readonly level: 1 | 2;
      readonly open: boolean;
    };

export interface GroupedGridProps<T> {
  readonly label: string;
  /** Groups with their rows after them; the rows of closed groups are left out. */
  readonly lines: readonly GridLine<T>[];
  readonly columns: readonly GridColumn<T>[];
  readonly narrow?: boolean;
  readonly sort?: GridSort;
  readonly onSort?: (column: string) => void;
  readonly onToggleGroup: (key: string) => void;
  /** Double click or Enter on a row. */
  readonly onOpen: (item: T) => void;
  /** Given where rows can be chosen; told the keys of those that are. Rows that leave the list are not chosen any more. */
  readonly onSelect?: (keys: readonly string[]) => void;
  /** Name of a row's check box; with `onSelect`. */
  readonly checkLabel?: string;
  readonly checkAllLabel?: string;
}

/**
 * Rows under foldable heads, of which several can be chosen. Heads are lines of one flat list, so that ten thousand
 * rows are virtualised whatever their groups look like. Drawn again only when a property is another one.
 */
export const GroupedGrid = React.memo(Lines) as typeof Lines;

function Lines<T>(props: GroupedGridProps<T>): React.ReactElement {
  const { lines, columns, narrow, sort, onSort, label, onSelect, onOpen, onToggleGroup } = props;
  const styles = useStyles();
  const { texts } = useUi();
  const selection = useChosenRows<T>(onSelect);
  const shown = React.useMemo(
    () => (narrow ? columns.filter(({ essential }) => essential) : columns),
    [columns, narrow],
  );
  const fluentColumns = React.useMemo(() => toFluentColumns(lineColumns(shown), sort, texts), [shown, sort, texts]);
  const sortBy = (_event?: React.MouseEvent<HTMLElement>, column?: IColumn): void => {
    if (column && columns.find(({ key }) => key === column.key)?.sortable) onSort?.(column.key);
  };
  const renderRow: IDetailsListProps["onRenderRow"] = (row, standard) => {
    const line = row?.item as GridLine<T> | undefined;
    if (line?.kind !== "group") return drawListRow(row, standard);
    const { key, kind: _kind, ...group } = line;
    return <GroupHeader {...group} columns={shown.length + (onSelect ? 1 : 0)} onToggle={() => onToggleGroup(key)} />;
  };
  return (
    <div className={styles.root} data-is-scrollable="true">
      <DetailsList
        items={lines as GridLine<T>[]}
        columns={fluentColumns}
        getKey={(line: GridLine<T>) => line.key}
        setKey="rows"
        ariaLabelForGrid={label}
        selection={selection}
        selectionMode={onSelect ? SelectionMode.multiple : SelectionMode.none}
        selectionPreservedOnEmptyClick
        isSelectedOnFocus={false}
        checkboxVisibility={onSelect ? CheckboxVisibility.always : CheckboxVisibility.hidden}
        checkButtonAriaLabel={props.checkLabel ?? ""}
        ariaLabelForSelectAllCheckbox={props.checkAllLabel ?? ""}
        constrainMode={ConstrainMode.unconstrained}
        layoutMode={DetailsListLayoutMode.justified}
        onRenderRow={renderRow}
        onItemInvoked={(line: GridLine<T>) => line.kind === "row" && onOpen(line.item)}
        onColumnHeaderClick={sortBy}
        styles={STICKY_HEADER}
      />
    </div>
  );
}

function lineColumns<T>(columns: readonly GridColumn<T>[]): GridColumn<GridLine<T>>[] {
  return columns.map((column) => ({
    ...column,
    render: (line: GridLine<T>) => (line.kind === "row" ? column.render(line.item) : null),
  }));
}

/** Fluent's selection, made once: heads cannot be chosen, and rows are known by key while the list changes. */
function useChosenRows<T>(onSelect: ((keys: readonly string[]) => void) | undefined): Selection<IObjectWithKey> {
  const latest = React.useRef(onSelect);
  latest.current = onSelect;
  const [selection] = React.useState(
    () =>
      new Selection<IObjectWithKey>({
        selectionMode: SelectionMode.multiple,
        getKey: (line) => (line as unknown as GridLine<T>).key,
        canSelectItem: (line) => (line as unknown as GridLine<T>).kind === "row",
        onSelectionChanged: () =>
          latest.current?.(selection.getSelection().map((line) => (line as unknown as GridLine<T>).key)),
      }),
  );
  return selection;
}

const useStyles = createStyles(() => ({
  root: { flex: "1 1 auto", minHeight: 240, overflow: "auto", position: "relative", selectors: DENSE_ROWS },
}));
