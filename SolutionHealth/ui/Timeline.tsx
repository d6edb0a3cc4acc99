import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface TimelineProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly getKey: (item: T) => string;
  readonly render: (item: T) => React.ReactNode;
}

/** Events one under the other on a line. */
export function Timeline<T>({ label, items, getKey, render }: TimelineProps<T>): React.ReactElement {
  const styles = useStyles();
  return (
    <ol className={styles.root} aria-label={label}>
      {items.map((item) => (
        <li key={getKey(item)} className={styles.item}>
          {render(item)}
        </li>
      ))}
    </ol>
  );
}

const useStyles = createStyles((theme) => ({
  root: { listStyle: "none", margin: "12px 0 0", padding: 0 },
  item: {
    padding: "0 0 20px",
    paddingInlineStart: 20,
    marginInlineStart: 5,
    borderInlineStart: `1px solid ${theme.semanticColors.bodyDivider}`,
    position: "relative",
    selectors: {
      "::before": {
        content: '""',
        position: "absolute",
        insetInlineStart: -5,
        top: 7,
        width: 9,
        height: 9,
        borderRadius: "50%",
        background: theme.palette.neutralTertiaryAlt,
        outline: `3px solid ${theme.semanticColors.bodyBackground}`,
      },
    },
  },
}));
