import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { createStyles } from "./theme/createStyles";
import { TONE_SHAPE, toneColor } from "./tone";
import type { Tone } from "./tone";

export interface StatusMarkProps {
  readonly tone: Tone;
  readonly word: string;
  /** An icon of its own; that of the tone unless told. */
  readonly shape?: IconShape;
  /** A sentence for the tooltip: why it stands so. */
  readonly reason?: string;
}

/** A state as icon and word. */
export const StatusMark = React.memo(function StatusMark(props: StatusMarkProps): React.ReactElement {
  const { tone, word, shape, reason } = props;
  const styles = useStyles();
  return (
    <span className={styles.root} title={reason ?? word}>
      <span className={styles[tone]}>
        <Glyph shape={shape ?? TONE_SHAPE[tone]} />
      </span>
      <span className={styles.word}>{word}</span>
    </span>
  );
});

const useStyles = createStyles((theme) => {
  const icon = (tone: Tone) => ({
    display: "inline-flex",
    alignSelf: "center",
    color: toneColor(theme, tone),
    // Forced colours: the row decides, also a selected one.
    selectors: { "@media (forced-colors: active)": { color: "inherit" } },
  });
  return {
    // Its line of writing is that of its word, so that it stands on one line with the text beside it.
    root: { display: "inline-flex", alignItems: "baseline", gap: 6, maxWidth: "100%", minWidth: 0 },
    word: {
      overflow: "hidden",
      textOverflow: "ellipsis",
      whiteSpace: "nowrap",
      selectors: {
        // A sentence breaks; rows of a grid keep their height.
        "@media (max-width: 480px)": { whiteSpace: "normal", selectors: { "[role=grid] &": { whiteSpace: "nowrap" } } },
      },
    },
    good: icon("good"),
    unproven: icon("unproven"),
    warning: icon("warning"),
    bad: icon("bad"),
    neutral: icon("neutral"),
    busy: icon("busy"),
    unknown: icon("unknown"),
  };
});
