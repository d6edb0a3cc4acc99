import { css } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface RowProps {
  readonly children: React.ReactNode;
  /** Pixels between the children. */
  readonly gap?: 4 | 8 | 12 | 16 | 24;
  /** Pushes the last child to the far edge. */
  readonly spread?: boolean;
  /** Texts of different kinds on one line of writing. */
  readonly baseline?: boolean;
}

/** Things side by side; they go to the next line where the width does not suffice. */
export function Row({ children, gap = 8, spread, baseline }: RowProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={css(styles.row, spread && styles.spread, baseline && styles.baseline)} style={{ gap }}>
      {children}
    </div>
  );
}

/** Things one under the other. */
export function Column({ children, gap = 12 }: Pick<RowProps, "children" | "gap">): React.ReactElement {
  return (
    <div className={useStyles().column} style={{ gap }}>
      {children}
    </div>
  );
}

export interface FillProps {
  readonly children: React.ReactNode;
  /** All of it scrolls together: where the height does not suffice for a list that scrolls by itself. */
  readonly scrolls?: boolean;
}

/** Takes the height that is left and keeps scrolling inside. */
export function Fill({ children, scrolls }: FillProps): React.ReactElement {
  const styles = useStyles();
  return <div className={css(styles.fill, scrolls && styles.scrolls)}>{children}</div>;
}

/** A list that scrolls by itself inside a page that scrolls: never higher than most of the window. */
export function Bounded({ children }: Pick<RowProps, "children">): React.ReactElement {
  return <div className={useStyles().bounded}>{children}</div>;
}

/** Takes the width that is left in a row, and gives way where there is little. */
export function Grow({ children }: Pick<RowProps, "children">): React.ReactElement {
  return <div className={useStyles().grow}>{children}</div>;
}

/** A cell's content moved in by `level` steps, with a connector to the row above. */
export function Indented(props: { readonly level: number; readonly children: React.ReactNode }): React.ReactElement {
  const styles = useStyles();
  if (props.level === 0) return <div className={styles.cell}>{props.children}</div>;
  return (
    <div className={styles.indented} style={{ paddingInlineStart: props.level * 12 }}>
      <span className={styles.connector} aria-hidden="true" />
      <div className={styles.cell}>{props.children}</div>
    </div>
  );
}

/** What can be done about a text, under it. */
export function Below({ children }: Pick<RowProps, "children">): React.ReactElement {
  return <div className={useStyles().below}>{children}</div>;
}

const useStyles = createStyles((theme) => ({
  below: { display: "flex", flexWrap: "wrap", gap: 8, marginTop: 8 },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", minWidth: 0 },
  spread: { justifyContent: "space-between" },
  baseline: { alignItems: "baseline" },
  column: { display: "flex", flexDirection: "column", alignItems: "stretch", minWidth: 0 },
  fill: { display: "flex", flexDirection: "column", flex: "1 1 auto", minHeight: 0, minWidth: 0 },
  scrolls: { overflowY: "auto", selectors: { "> *": { flexShrink: 0 } } },
  bounded: { display: "flex", flexDirection: "column", minWidth: 0, minHeight: 0, maxHeight: "70vh" },
  grow: { flex: "1 1 200px", minWidth: 0, maxWidth: "100%" },
  cell: { minWidth: 0, flex: "1 1 auto" },
  indented: { display: "flex", alignItems: "flex-start", minWidth: 0 },
  connector: {
    flexShrink: 0,
    width: 10,
    height: 10,
    marginInlineEnd: 6,
    borderInlineStart: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    borderBottom: `1px solid ${theme.palette.neutralTertiaryAlt}`,
  },
}));
