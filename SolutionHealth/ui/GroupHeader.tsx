import { css } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import { createStyles } from "./theme/createStyles";

export interface GroupHeaderProps {
  readonly title: string;
  /** Said after the title, e.g. how many. */
  readonly note: string;
  readonly level: 1 | 2;
  readonly open: boolean;
  /** How many columns it spans. */
  readonly columns: number;
  readonly onToggle: () => void;
}

/** The head of a group inside a list, as a row of it. */
export function GroupHeader({ title, note, level, open, columns, onToggle }: GroupHeaderProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div role="row" className={css(styles.row, level === 1 ? styles.outer : styles.inner)}>
      <div role="gridcell" aria-colspan={columns} className={styles.cell}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          data-is-focusable="true"
          onClick={onToggle}
          onKeyDown={(event) => {
            if (event.key !== (open ? towardsStart(event) : towardsEnd(event))) return;
            event.preventDefault();
            onToggle();
          }}
          // Fluent's list would take the press for a choice of the row.
          onMouseDown={(event) => event.stopPropagation()}
        >
          <span className={styles.chevron}>
            <Glyph shape={open ? "chevronDown" : "chevronRight"} size={14} />
          </span>
          <span className={level === 1 ? styles.strong : undefined}>{title}</span>
          <span className={styles.note}>{note}</span>
        </button>
      </div>
    </div>
  );
}

/** As in any tree: the arrow towards the text opens, the other one closes. */
const isMirrored = ({ currentTarget }: React.KeyboardEvent): boolean =>
  getComputedStyle(currentTarget).direction === "rtl";
const towardsEnd = (event: React.KeyboardEvent): string => (isMirrored(event) ? "ArrowLeft" : "ArrowRight");
const towardsStart = (event: React.KeyboardEvent): string => (isMirrored(event) ? "ArrowRight" : "ArrowLeft");

const useStyles = createStyles((theme) => ({
  row: { display: "flex", borderBottom: `1px solid ${theme.semanticColors.bodyDivider}` },
  outer: { background: theme.palette.neutralLighterAlt },
  inner: { paddingInlineStart: 20 },
  cell: { position: "sticky", insetInlineStart: 0, minWidth: 0, maxWidth: "100%" },
  button: {
    ...theme.fonts.medium,
    display: "flex",
    alignItems: "center",
    gap: 8,
    minHeight: 32,
    maxWidth: "100%",
    padding: "0 8px",
    border: "none",
    color: theme.semanticColors.bodyText,
    background: "transparent",
    cursor: "pointer",
    textAlign: "start",
    selectors: {
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "-2px" },
    },
  },
  chevron: { display: "inline-flex", selectors: { "[dir=rtl] &": { transform: "scaleX(-1)" } } },
  strong: { fontWeight: 600 },
  note: { color: theme.semanticColors.bodySubtext },
}));
