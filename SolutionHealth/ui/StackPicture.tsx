import { css } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import { createStyles } from "./theme/createStyles";

export interface StackMark {
  readonly key: string;
  readonly text: string;
  /** False: something above covers it. */
  readonly wins: boolean;
  /** Read to the text by a screen reader, and shown as tooltip. */
  readonly meaning: string;
}

export interface StackBar {
  readonly key: string;
  readonly title: string;
  /** Publisher, version, order, time. */
  readonly facts: readonly string[];
  readonly look: "active" | "managed" | "system";
  readonly marks: readonly StackMark[];
  /** Said in place of marks. */
  readonly note?: string;
  /** How many marks are folded away, in words, where they are. */
  readonly more?: string;
}

export interface StackPictureProps {
  readonly label: string;
  readonly bars: readonly StackBar[];
  /** Said before the marks of each bar. */
  readonly marksLabel: string;
  readonly onMore: (key: string) => void;
}

/** Layers one on top of the other, the top one first, each with marks for what it changes. */
export function StackPicture({ label, bars, marksLabel, onMore }: StackPictureProps): React.ReactElement {
  const styles = useStyles();
  return (
    <ol className={styles.root} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={css(styles.bar, styles[bar.look])}>
          <div className={styles.head}>
            <span className={styles.title}>{bar.title}</span>
            <span className={styles.facts}>{bar.facts.join(" · ")}</span>
          </div>
          {bar.note && <div className={styles.facts}>{bar.note}</div>}
          {bar.marks.length > 0 && (
            <ul className={styles.marks} aria-label={marksLabel}>
              {bar.marks.map(({ key, text, wins, meaning }) => (
                <li key={key} className={css(styles.mark, wins ? styles.wins : styles.covered)} title={meaning}>
                  <Glyph shape={wins ? "check" : "minus"} size={12} />
                  <span>{text}</span>
                  <span className={styles.hidden}>{meaning}</span>
                </li>
              ))}
              {bar.more && (
                <li>
                  <button type="button" className={styles.more} onClick={() => onMore(bar.key)}>
                    {bar.more}
                  </button>
                </li>
              )}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

const useStyles = createStyles((theme) => {
  const mark = {
    ...theme.fonts.small,
    display: "inline-flex",
    alignItems: "center",
    gap: 4,
    padding: "1px 8px",
    borderRadius: 10,
    border: "1px solid transparent",
    overflowWrap: "anywhere",
  } as const;
  return {
    root: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: 3 },
    bar: {
      display: "flex",
      flexDirection: "column",
      gap: 4,
      padding: "8px 12px",
      borderRadius: 4,
      border: `1px solid ${theme.palette.neutralTertiaryAlt}`,
      borderInlineStartWidth: 5,
    },
    active: {
      borderInlineStartColor: theme.semanticColors.warningIcon,
    },
    managed: { borderInlineStartColor: theme.palette.themePrimary },
    system: { borderInlineStartColor: theme.palette.neutralTertiary, background: theme.palette.neutralLighterAlt },
    head: { display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "0 10px" },
    title: { fontWeight: 600, overflowWrap: "anywhere" },
    facts: { ...theme.fonts.small, color: theme.palette.neutralPrimaryAlt },
    marks: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: 4 },
    mark,
    wins: {
      fontWeight: 600,
      color: theme.semanticColors.primaryButtonText,
      background: theme.semanticColors.primaryButtonBackground,
      selectors: { "@media (forced-colors: active)": { borderColor: "Highlight" } },
    },
    covered: {
      color: theme.palette.neutralPrimaryAlt,
      borderColor: theme.palette.neutralTertiaryAlt,
      borderStyle: "dashed",
    },
    more: {
      ...mark,
      color: theme.semanticColors.link,
      background: "transparent",
      cursor: "pointer",
      selectors: { ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}` } },
    },
    hidden: {
      position: "absolute",
      width: 1,
      height: 1,
      overflow: "hidden",
      clip: "rect(0 0 0 0)",
      whiteSpace: "nowrap",
    },
  };
});
