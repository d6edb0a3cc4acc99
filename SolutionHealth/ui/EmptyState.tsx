import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { ActionButton } from "./Notice";
import { createStyles } from "./theme/createStyles";

export interface EmptyStateProps {
  readonly shape: IconShape;
  readonly title: string;
  readonly text: string;
  /** Evidence below the action. */
  readonly children?: React.ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Why there is nothing here, and the one thing to do about it. */
export function EmptyState({ shape, title, text, action, children }: EmptyStateProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <span className={styles.icon}>
        <Glyph shape={shape} size={40} />
      </span>
      <div className={styles.title}>{title}</div>
      <div className={styles.text}>{text}</div>
      {action && <ActionButton {...action} />}
      {children && <div className={styles.evidence}>{children}</div>}
    </div>
  );
}

const useStyles = createStyles((theme) => ({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: 8,
    padding: "48px 16px",
    textAlign: "center",
  },
  icon: { color: theme.semanticColors.bodySubtext },
  title: { ...theme.fonts.large, fontWeight: 600 },
  evidence: { width: "100%", maxWidth: 480, marginTop: 16, textAlign: "start" },
  text: { color: theme.semanticColors.bodySubtext, maxWidth: 480, marginBottom: 8 },
}));
