import { useTheme } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import { createStyles } from "./theme/createStyles";
import { TONE_SHAPE, toneColor } from "./tone";
import type { Tone } from "./tone";

export interface StatusMarkProps {
  readonly tone: Tone;
  readonly word: string;
  /** A sentence for the tooltip: why it stands so. */
  readonly reason?: string;
}

/** A state as icon and word. */
export const StatusMark = React.memo(function StatusMark({ tone, word, reason }: StatusMarkProps): React.ReactElement {
  const styles = useStyles();
  const theme = useTheme();
  return (
    <span className={styles.root} title={reason ?? word}>
      <span style={{ color: toneColor(theme, tone), display: "inline-flex" }}>
        <Glyph shape={TONE_SHAPE[tone]} />
      </span>
      <span className={styles.word}>{word}</span>
    </span>
  );
});

const useStyles = createStyles(() => ({
  root: { display: "inline-flex", alignItems: "center", gap: 6, maxWidth: "100%", minWidth: 0 },
  word: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
}));
