import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { ActionButton } from "./Notice";
import { createStyles } from "./theme/createStyles";

export interface EmptyStateProps {
  readonly shape: IconShape;
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Why there is nothing here, and the one thing to do about it. */
export function EmptyState({ shape, title, text, action }: EmptyStateProps): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <span className={styles.icon}>
        <Glyph shape={shape} size={40} />
      </span>
      <div className={styles.title}>{title}</div>
      <div className={styles.text}>{text}</div>
      {action && <ActionButton {...action} />}
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
  text: { color: theme.semanticColors.bodySubtext, maxWidth: 480, marginBottom: 8 },
}));
