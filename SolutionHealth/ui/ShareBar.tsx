import { css } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { createStyles } from "./theme/createStyles";

/** How a part of the bar looks; each has its own icon as well, since colour alone says nothing. */
export type ShareLook = "bad" | "warning" | "accent" | "good" | "neutral" | "unknown";

export interface Share {
  readonly key: string;
  readonly count: number;
  /** Number and word, for the tooltip. */
  readonly text: string;
  readonly look: ShareLook;
  readonly shape: IconShape;
}

export interface ShareBarProps {
  /** All of it in words: what a screen reader says in place of the picture. */
  readonly label: string;
  readonly shares: readonly Share[];
}

/** How a whole is divided, as one bar. Parts without anything are left out; small ones stay wide enough to be seen. */
export function ShareBar({ label, shares }: ShareBarProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div role="img" aria-label={label} className={styles.root}>
      {shares
        .filter(({ count }) => count > 0)
        .map(({ key, count, text, look, shape }) => (
          <span key={key} className={css(styles.share, styles[look])} style={{ flexGrow: count }} title={text}>
            <Glyph shape={shape} size={12} />
          </span>
        ))}
    </div>
  );
}

const useStyles = createStyles((theme) => {
  const tinted = (color: string, background: string) => ({
    color,
    background,
    borderColor: color,
  });
  const { palette, semanticColors } = theme;
  return {
    root: { display: "flex", gap: 2, width: "100%", minWidth: 0 },
    share: {
      display: "inline-flex",
      alignItems: "center",
      justifyContent: "center",
      flexBasis: 0,
      minWidth: 18,
      height: 20,
      boxSizing: "border-box",
      overflow: "hidden",
      borderRadius: 3,
      border: "1px solid",
    },
    bad: tinted(semanticColors.errorIcon, semanticColors.errorBackground),
    warning: tinted(semanticColors.warningIcon, semanticColors.warningBackground),
    accent: tinted(palette.themePrimary, palette.themeLighter),
    good: tinted(semanticColors.successIcon, semanticColors.successBackground),
    neutral: tinted(palette.neutralSecondary, palette.neutralLighterAlt),
    unknown: { ...tinted(palette.neutralSecondary, semanticColors.bodyBackground), borderStyle: "dashed" },
  };
});
