import { css, DefaultButton, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import { Announce } from "./Announce";
import { Glyph } from "./icons";
import { createStyles } from "./theme/createStyles";

export interface DropZoneProps {
  /** Names the area for a screen reader. */
  readonly label: string;
  /** On the button that opens the browser's own choice of files. */
  readonly button: string;
  /** Said beside the button. */
  readonly hint: string;
  /** Shown, and read aloud, while files are held over the area. */
  readonly over: string;
  /** Ending with a dot: ".zip". */
  readonly accept: string;
  /** Little height: once there is something to look at below. */
  readonly compact?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files dropped with the mouse, or chosen with a button: each way does the same. */
export function DropZone(props: DropZoneProps): React.ReactElement {
  const { label, button, hint, over, accept, compact, disabled, onFiles } = props;
  const styles = useStyles();
  const Choose = compact ? DefaultButton : PrimaryButton;
  const input = React.useRef<HTMLInputElement>(null);
  const [held, setHeld] = React.useState(false);
  const take = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const field = event.currentTarget;
    const files = [...(field.files ?? [])];
    // The same file may be chosen once more.
    field.value = "";
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setHeld(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  const hold = (event: React.DragEvent): void => {
    // Without this the browser would open the file.
    event.preventDefault();
    if (!disabled && !held) setHeld(true);
  };
  const leave = (event: React.DragEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && event.currentTarget.contains(to))) setHeld(false);
  };
  return (
    <div
      role="group"
      aria-label={label}
      className={css(styles.root, compact && styles.compact, held && styles.held)}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={leave}
      onDrop={drop}
    >
      {!compact && <Glyph shape={held ? "download" : "upload"} size={32} />}
      {/* Once files are there, what is done with them comes first. */}
      <Choose text={button} disabled={disabled ?? false} onClick={() => input.current?.click()} />
      <span className={styles.hint}>{held ? over : hint}</span>
      <Announce message={held ? over : ""} />
      <input ref={input} type="file" accept={accept} multiple onChange={take} aria-label={button} hidden />
    </div>
  );
}

const useStyles = createStyles((theme) => ({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: 12,
    minHeight: 180,
    padding: 16,
    boxSizing: "border-box",
    textAlign: "center",
    color: theme.semanticColors.bodySubtext,
    border: `1px dashed ${theme.palette.neutralSecondary}`,
    borderRadius: 6,
  },
  compact: {
    flexDirection: "row",
    flexWrap: "wrap",
    justifyContent: "flex-start",
    minHeight: 0,
    padding: "6px 8px",
    textAlign: "start",
  },
  held: {
    borderColor: theme.palette.themePrimary,
    background: theme.palette.themeLighterAlt,
    selectors: { "@media (forced-colors: active)": { borderColor: "Highlight" } },
  },
  hint: { ...theme.fonts.medium, color: theme.semanticColors.bodyText, minWidth: 0 },
}));
