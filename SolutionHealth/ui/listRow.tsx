import type { IDetailsListProps } from "@fluentui/react";
import * as React from "react";

/** Draws a row the standard way, from what Fluent's list gives for it. */
type DrawRow = NonNullable<IDetailsListProps["onRenderRow"]>;
type RowProps = Parameters<DrawRow>[0];
type Standard = Parameters<DrawRow>[1];

interface ListRowProps {
  readonly row: RowProps;
  readonly standard: Standard;
}

/**
 * A row that is drawn again only when something it is drawn from has changed. While a list is scrolled, Fluent asks for
 * all its rows each time a few new ones come. Its own `useReducedRowRenderer` does the same, but no longer fits a column
 * to its content on a double click; here the row's own state is left to the row.
 */
const ListRow = React.memo(
  function ListRow({ row, standard }: ListRowProps): React.ReactElement | null {
    return standard?.(row) ?? null;
  },
  (before, after) => before.standard === after.standard && sameValues(before.row, after.row),
);

/** For `onRenderRow` of Fluent's list. */
export const drawListRow: DrawRow = (row, standard) => <ListRow row={row} standard={standard} />;

function sameValues(before: RowProps, after: RowProps): boolean {
  if (before === undefined || after === undefined) return before === after;
  const one: Readonly<Record<string, unknown>> = { ...before };
  const other: Readonly<Record<string, unknown>> = { ...after };
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]));
}
