import { css } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { createStyles } from "./theme/createStyles";
import { TONE_SHAPE } from "./tone";
import type { Tone } from "./tone";

export interface FilterPill<K extends string> {
  readonly key: K;
  /** Number and word: "150 real". */
  readonly text: string;
  readonly tone: Tone;
  /** An icon of its own; that of the tone unless told. */
  readonly shape?: IconShape;
  readonly pressed: boolean;
}

export interface FilterPillsProps<K extends string> {
  readonly label: string;
  readonly pills: readonly FilterPill<K>[];
  readonly onToggle: (key: K) => void;
}

/** Counts that filter the list when they are pressed. */
export function FilterPills<K extends string>({ label, pills, onToggle }: FilterPillsProps<K>): React.ReactElement {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.root}>
      {pills.map(({ key, text, tone, shape, pressed }) => (
        <button
          key={key}
          type="button"
          className={css(styles.pill, pressed && styles.pressed)}
          aria-pressed={pressed}
          onClick={() => onToggle(key)}
        >
          <Glyph shape={pressed ? "check" : (shape ?? TONE_SHAPE[tone])} size={14} />
          {text}
        </button>
      ))}
    </div>
  );
}

const useStyles = createStyles((theme) => ({
  root: { display: "flex", flexWrap: "wrap", gap: 6 },
  pill: {
    ...theme.fonts.medium,
    display: "inline-flex",
    alignItems: "center",
    gap: 6,
    minHeight: 28,
    padding: "2px 10px",
    borderRadius: 14,
    border: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    color: theme.semanticColors.bodyText,
    background: theme.semanticColors.bodyBackground,
    cursor: "pointer",
    selectors: {
      ":hover": { background: theme.palette.neutralLighter },
      ":focus-visible": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "1px" },
    },
  },
  pressed: {
    borderColor: theme.palette.themePrimary,
    background: theme.palette.themeLighter,
    fontWeight: 600,
    selectors: { "@media (forced-colors: active)": { borderColor: "Highlight", outline: "1px solid Highlight" } },
  },
}));
