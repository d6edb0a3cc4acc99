import { css } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import { createStyles } from "./theme/createStyles";
import { TONE_SHAPE, toneColor } from "./tone";
import type { Tone } from "./tone";

export interface MapMark {
  readonly key: string;
  readonly tone: Tone;
  /** What it is and how it stands, for the tooltip. */
  readonly title: string;
}

export interface MapRow {
  readonly key: string;
  readonly title: string;
  /** The row in words: "1 at risk, 3 healthy". */
  readonly note: string;
  readonly marks: readonly MapMark[];
  readonly pressed: boolean;
}

export interface StateMapProps {
  readonly label: string;
  readonly rows: readonly MapRow[];
  /** A row was pressed: the list is to show what belongs to it, or everything again. */
  readonly onRow: (key: string) => void;
  readonly onMark: (key: string) => void;
}

/**
 * Many things by their owner, one mark a thing, its state by icon and colour. Each row says in words what its marks
 * show; the marks themselves are a short way for the pointer and take neither the keyboard nor a screen reader's time.
 */
export function StateMap({ label, rows, onRow, onMark }: StateMapProps): React.ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.root} aria-label={label}>
      {rows.map(({ key, title, note, marks, pressed }) => (
        <li key={key} className={styles.row}>
          <button
            type="button"
            className={css(styles.name, pressed && styles.pressed)}
            aria-pressed={pressed}
            onClick={() => onRow(key)}
          >
            <span className={styles.title}>{title}</span> <span className={styles.note}>{note}</span>
          </button>
          <span className={styles.marks} aria-hidden="true">
            {marks.map((mark) => (
              <button
                key={mark.key}
                type="button"
                tabIndex={-1}
                title={mark.title}
                className={css(styles.mark, styles[mark.tone])}
                onMouseDown={keepFocus}
                onClick={() => onMark(mark.key)}
              >
                <Glyph shape={TONE_SHAPE[mark.tone]} size={12} />
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is hidden from a screen reader must not have the focus. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault();

const useStyles = createStyles((theme) => {
  const look = (tone: Tone, background = theme.semanticColors.bodyBackground) => ({
    color: toneColor(theme, tone),
    borderColor: toneColor(theme, tone),
    background,
  });
  return {
    root: { listStyle: "none", margin: 0, padding: 0, minWidth: 0, display: "flex", flexDirection: "column", gap: 4 },
    row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px 12px", minWidth: 0 },
    name: {
      ...theme.fonts.medium,
      flex: "0 1 300px",
      minWidth: 0,
      minHeight: 28,
      padding: "2px 8px",
      textAlign: "start",
      color: theme.semanticColors.bodyText,
      background: "transparent",
      border: "1px solid transparent",
      borderRadius: 4,
      cursor: "pointer",
      overflowWrap: "anywhere",
      selectors: {
        ":hover": { background: theme.palette.neutralLighter },
        ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "-2px" },
        "@media (max-width: 480px)": { flex: "1 1 100%" },
      },
    },
    pressed: {
      borderColor: theme.palette.themePrimary,
      selectors: { "@media (forced-colors: active)": { borderColor: "Highlight", outline: "1px solid Highlight" } },
    },
    title: { fontWeight: 600 },
    note: {
      color: theme.semanticColors.bodySubtext,
      selectors: { "@media (forced-colors: active)": { color: "inherit" } },
    },
    marks: { display: "flex", flexWrap: "wrap", gap: 3, flex: "1 1 160px", minWidth: 0 },
    mark: {
      width: 20,
      height: 20,
      boxSizing: "border-box",
      padding: 0,
      display: "inline-flex",
      alignItems: "center",
      justifyContent: "center",
      border: "1px solid",
      borderRadius: 4,
      cursor: "pointer",
    },
    good: look("good"),
    unproven: look("unproven"),
    warning: look("warning", theme.semanticColors.warningBackground),
    bad: { ...look("bad", theme.semanticColors.errorBackground), borderWidth: 2 },
    neutral: look("neutral"),
    busy: { ...look("busy"), borderStyle: "dashed" },
    unknown: { ...look("unknown"), borderStyle: "dotted" },
  };
});
