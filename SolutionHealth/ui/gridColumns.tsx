import type { IColumn } from "@fluentui/react";
import type * as React from "react";
import type { UiTexts } from "./UiProvider";

export interface GridColumn<T> {
  readonly key: string;
  readonly name: string;
  /** Pixels. */
  readonly minWidth: number;
  readonly maxWidth?: number;
  /** Stays where the width only suffices for few columns. */
  readonly essential?: boolean;
  /** The column that names the row; exactly one. */
  readonly rowHeader?: boolean;
  readonly sortable?: boolean;
  /** The name is only read aloud: for columns that are too narrow for it. */
  readonly hiddenName?: boolean;
  readonly render: (item: T) => React.ReactNode;
}

export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Fluent's columns from ours; the widths that the person has dragged are kept by Fluent itself, by key. */
export function toFluentColumns<T>(
  columns: readonly GridColumn<T>[],
  sort: GridSort | undefined,
  texts: UiTexts,
): IColumn[] {
  return columns.map((column) => ({
    key: column.key,
    name: column.name,
    minWidth: column.minWidth,
    ...(column.maxWidth === undefined ? {} : { maxWidth: column.maxWidth }),
    isResizable: true,
    isRowHeader: column.rowHeader ?? false,
    isIconOnly: column.hiddenName ?? false,
    isSorted: sort?.column === column.key,
    isSortedDescending: sort?.column === column.key && sort.descending,
    sortAscendingAriaLabel: texts.sortedAscending,
    sortDescendingAriaLabel: texts.sortedDescending,
    // Fluent makes a header a button only where it does something.
    columnActionsMode: column.sortable ? 1 : 0,
    styles: { cellName: { fontWeight: 600 } },
    onRender: (item: T) => column.render(item),
  }));
}
