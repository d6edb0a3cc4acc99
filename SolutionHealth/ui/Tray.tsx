import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface TrayProps {
  /** Names the area for a screen reader. */
  readonly label: string;
  readonly children: React.ReactNode;
}

/** What goes on in the background, at the bottom edge. It takes its own room, so it covers nothing. */
export function Tray({ label, children }: TrayProps): React.ReactElement {
  const styles = useStyles();
  return (
    <section aria-label={label} className={styles.root}>
      {children}
    </section>
  );
}

const useStyles = createStyles((theme) => ({
  root: {
    ...theme.fonts.medium,
    display: "flex",
    flexDirection: "column",
    flexShrink: 0,
    gap: 8,
    maxHeight: "45%",
    overflowY: "auto",
    padding: "6px 16px",
    color: theme.semanticColors.bodyText,
    background: theme.palette.neutralLighterAlt,
    borderTop: `1px solid ${theme.palette.neutralTertiaryAlt}`,
  },
}));
