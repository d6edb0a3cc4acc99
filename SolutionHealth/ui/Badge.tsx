import { css } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface BadgeProps {
  /** `alarm` is filled: kept for what must be noticed before anything is done, such as a production environment. */
  readonly look: "alarm" | "accent" | "quiet";
  readonly children: React.ReactNode;
}

/** A short word in a frame. */
export function Badge({ look, children }: BadgeProps): React.ReactElement {
  const styles = useStyles();
  return <span className={css(styles.root, styles[look])}>{children}</span>;
}

const useStyles = createStyles((theme) => ({
  root: {
    ...theme.fonts.small,
    fontWeight: 600,
    display: "inline-block",
    padding: "1px 8px",
    borderRadius: 10,
    border: "1px solid transparent",
    whiteSpace: "nowrap",
  },
  alarm: {
    background: theme.semanticColors.accentButtonBackground,
    color: theme.semanticColors.primaryButtonText,
    borderColor: theme.semanticColors.accentButtonBackground,
  },
  accent: { color: theme.palette.themeSecondary, borderColor: theme.palette.themeSecondary },
  quiet: { color: theme.semanticColors.bodyText, borderColor: theme.palette.neutralTertiaryAlt },
}));
