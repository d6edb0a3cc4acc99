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

/** A plain table for some dozens of rows; its texts break where it is narrow. */
export function DataTable<T>({ label, items, columns, getKey }: DataTableProps<T>): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className={styles.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={getKey(item, index)} className={styles.row}>
              {columns.map(({ key, rowHeader, render }) =>
                rowHeader ? (
                  <th key={key} scope="row" className={styles.rowHead}>
                    {render(item, index)}
                  </th>
                ) : (
                  <td key={key} className={styles.cell}>
                    {render(item, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = createStyles((theme) => {
  const cell = { padding: "5px 12px 5px 0", textAlign: "start", verticalAlign: "top" } as const;
  return {
    frame: { maxWidth: "100%", minWidth: 0 },
    table: { ...theme.fonts.medium, borderCollapse: "collapse", width: "100%" },
    head: { ...cell, fontWeight: 600, borderBottom: `1px solid ${theme.palette.neutralTertiaryAlt}` },
    row: { selectors: { ":not(:last-child)": { borderBottom: `1px solid ${theme.semanticColors.bodyDivider}` } } },
    rowHead: { ...cell, fontWeight: 400, overflowWrap: "anywhere" },
    cell: { ...cell, overflowWrap: "anywhere" },
  };
});
