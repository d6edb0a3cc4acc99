import { css, keyframes } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { createStyles } from "./theme/createStyles";
import { toneColor } from "./tone";
import type { Tone } from "./tone";

export interface StripEvent {
  readonly key: string;
  /** Where it stands: 0 = the start of the strip, 1 = its end. */
  readonly at: number;
  /** Row, counted from below. */
  readonly row: number;
  readonly shape: IconShape;
  readonly tone: Tone;
  /** What it is, for the tooltip. */
  readonly title: string;
}

export interface EventStripProps {
  /** All of it in words: what a screen reader says in place of the picture. */
  readonly label: string;
  readonly events: readonly StripEvent[];
  readonly rows: number;
  /** Under the start and under the end. */
  readonly from: string;
  readonly to: string;
  readonly activeKey?: string | undefined;
  readonly onOpen: (key: string) => void;
}

/**
 * Events along time, kind by shape, result by colour and rim. A picture: the table beside it says the same, so that it
 * takes neither the keyboard nor a screen reader's time; the pointer may open an event from it.
 */
export function EventStrip({ label, events, rows, from, to, activeKey, onOpen }: EventStripProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div role="img" aria-label={label} className={styles.words} />
      <div aria-hidden="true">
        <div className={styles.field} style={{ height: rows * ROW_HEIGHT + 6 }}>
          {events.map(({ key, at, row, shape, tone, title }) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              title={title}
              className={css(styles.mark, styles[tone], key === activeKey && styles.active)}
              style={{ insetInlineStart: `calc((100% - ${MARK}px) * ${at})`, bottom: 4 + row * ROW_HEIGHT }}
              onMouseDown={keepFocus}
              onClick={() => onOpen(key)}
            >
              <Glyph shape={shape} size={12} />
            </button>
          ))}
        </div>
        <div className={styles.ends}>
          <span>{from}</span>
          <span>{to}</span>
        </div>
      </div>
    </div>
  );
}

/** What is hidden from a screen reader must not have the focus. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault();

const MARK = 20;
const ROW_HEIGHT = 23;
const PULSE = keyframes({ "50%": { opacity: 0.45 } });

const useStyles = createStyles((theme) => {
  const look = (tone: Tone) => ({ color: toneColor(theme, tone), borderColor: toneColor(theme, tone) });
  return {
    root: { minWidth: 0, position: "relative" },
    words: { position: "absolute", width: 1, height: 1, overflow: "hidden", clip: "rect(0 0 0 0)" },
    field: { position: "relative", borderBottom: `1px solid ${theme.palette.neutralTertiaryAlt}` },
    mark: {
      position: "absolute",
      width: MARK,
      height: MARK,
      boxSizing: "border-box",
      padding: 0,
      display: "inline-flex",
      alignItems: "center",
      justifyContent: "center",
      borderRadius: 5,
      border: "1px solid",
      background: theme.semanticColors.bodyBackground,
      cursor: "pointer",
      selectors: { ":hover": { background: theme.palette.neutralLighter } },
    },
    active: { boxShadow: `0 0 0 2px ${theme.semanticColors.focusBorder}` },
    good: look("good"),
    unproven: look("unproven"),
    warning: look("warning"),
    bad: { ...look("bad"), borderWidth: 2, background: theme.semanticColors.errorBackground },
    neutral: look("neutral"),
    busy: {
      ...look("busy"),
      borderStyle: "dashed",
      animationName: PULSE,
      animationDuration: "1.6s",
      animationIterationCount: "infinite",
      selectors: {
        "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
      },
    },
    unknown: { ...look("unknown"), borderStyle: "dotted" },
    ends: {
      ...theme.fonts.small,
      display: "flex",
      justifyContent: "space-between",
      color: theme.semanticColors.bodySubtext,
      paddingTop: 2,
    },
  };
});
