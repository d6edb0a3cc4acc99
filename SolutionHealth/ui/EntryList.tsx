import { css } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface EntryListProps<T> {
  /** Names the list for a screen reader. */
  readonly label: string;
  readonly items: readonly T[];
  readonly getKey: (item: T) => string;
  readonly render: (item: T) => React.ReactNode;
  /** Moved in under what it belongs to. */
  readonly indented?: boolean;
}

/** Entries of any height one under the other, with a line between them. */
export function EntryList<T>({ label, items, getKey, render, indented }: EntryListProps<T>): React.ReactElement {
  const styles = useStyles();
  return (
    <ul className={css(styles.root, indented && styles.indented)} aria-label={label}>
      {items.map((item) => (
        <li key={getKey(item)} className={styles.item}>
          {render(item)}
        </li>
      ))}
    </ul>
  );
}

const useStyles = createStyles((theme) => ({
  root: { listStyle: "none", margin: 0, padding: 0, minWidth: 0 },
  indented: { paddingInlineStart: 24, selectors: { "@media (max-width: 480px)": { paddingInlineStart: 8 } } },
  item: {
    padding: "8px 0",
    minWidth: 0,
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${theme.semanticColors.bodyDivider}`,
    selectors: { ":last-child": { borderBottom: "none" } },
  },
}));
