import * as React from "react";
import { TextButton } from "./Text";
import { MONOSPACE } from "./theme/appTheme";
import { createStyles } from "./theme/createStyles";

export interface FoldedTextProps {
  readonly text: string;
  readonly moreLabel: string;
  readonly lessLabel: string;
  /** Characters shown while folded; 240 unless told. */
  readonly length?: number;
}

/** More than this is not put into the page at once even when it is unfolded: there is a copy button for the whole. */
const LONGEST = 200_000;

/** A value of any length: its beginning, and the rest when asked. */
export function FoldedText(props: FoldedTextProps): React.ReactElement {
  const { text, moreLabel, lessLabel, length = 240 } = props;
  const styles = useStyles();
  const [open, setOpen] = React.useState(false);
  const long = text.length > length;
  const shown = !long || open ? text.slice(0, LONGEST) : `${text.slice(0, length)}…`;
  return (
    <span className={styles.root}>
      <span className={styles.text} dir="auto">
        {shown}
      </span>
      {long && <TextButton onClick={() => setOpen(!open)}>{open ? lessLabel : moreLabel}</TextButton>}
    </span>
  );
}

const useStyles = createStyles(() => ({
  root: { display: "inline-flex", flexDirection: "column", alignItems: "flex-start", maxWidth: "100%", minWidth: 0 },
  text: { fontFamily: MONOSPACE, fontSize: 12, whiteSpace: "pre-wrap", overflowWrap: "anywhere", maxWidth: "100%" },
}));
