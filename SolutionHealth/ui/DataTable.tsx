import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface DataColumn<T> {
  readonly key: string;
  readonly name: string;
  readonly render: (item: T, index: number) => React.ReactNode;
  /** Names its row. */
  readonly rowHeader?: boolean;
}

export interface DataTableProps<T> {
  /** Names the table for a screen reader. */
  readonly label: string;
  readonly items: readonly T[];
  readonly columns: readonly DataColumn<T>[];
  readonly getKey: (item: T, index: number) => string;
}

/**
 * A plain table for some dozens of rows. On a phone each row becomes a card, with the column's name before each value;
 * parts have their roles written out, since browsers take them from the layout otherwise.
 */
export function DataTable<T>({ label, items, columns, getKey }: DataTableProps<T>): React.ReactElement {
  const styles = useStyles();
  return (
    <div role="table" aria-label={label} className={styles.table}>
      <div role="rowgroup" className={styles.heads}>
        <div role="row" className={styles.row}>
          {columns.map(({ key, name }) => (
            <div key={key} role="columnheader" className={styles.head}>
              {name}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.rows}>
        {items.map((item, index) => (
          <div key={getKey(item, index)} role="row" className={styles.row}>
            {columns.map(({ key, name, rowHeader, render }) => (
              <div
                key={key}
                role={rowHeader ? "rowheader" : "cell"}
                className={rowHeader ? styles.rowHead : styles.cell}
                data-label={name}
              >
                {render(item, index)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Out of sight, still read aloud. */
const HIDDEN = { position: "absolute", width: 1, height: 1, overflow: "hidden", clip: "rect(0 0 0 0)" } as const;

const PHONE = "@media (max-width: 480px)";

const useStyles = createStyles((theme) => {
  const line = `1px solid ${theme.semanticColors.bodyDivider}`;
  const cell = {
    display: "table-cell",
    padding: "5px 0",
    paddingInlineEnd: 12,
    textAlign: "start",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    borderBottom: line,
  } as const;
  const card = { display: "block", border: "none", padding: "1px 0" } as const;
  const named = { content: "attr(data-label)", display: "block", color: theme.semanticColors.bodySubtext } as const;
  return {
    table: {
      ...theme.fonts.medium,
      display: "table",
      width: "100%",
      minWidth: 0,
      selectors: { [PHONE]: { display: "block" } },
    },
    heads: { display: "table-header-group", selectors: { [PHONE]: HIDDEN } },
    rows: { display: "table-row-group", selectors: { [PHONE]: { display: "block" } } },
    row: {
      display: "table-row",
      selectors: { [PHONE]: { display: "block", padding: "6px 0", borderBottom: line } },
    },
    head: { ...cell, fontWeight: 600, borderBottom: `1px solid ${theme.palette.neutralTertiaryAlt}` },
    rowHead: { ...cell, selectors: { [PHONE]: { ...card, fontWeight: 600 } } },
    cell: { ...cell, selectors: { [PHONE]: { ...card, selectors: { ":not(:empty)::before": named } } } },
  };
});
