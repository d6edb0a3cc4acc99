import { Label, useTheme } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface DateInputProps {
  readonly label: string;
  /** `YYYY-MM-DD`; empty while there is no whole date in the field. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  /** What is wrong with it now. */
  readonly error?: string | undefined;
}

/** Years of more than four digits are none that anybody means; without this, browsers let them be typed. */
const LAST_DAY = "9999-12-31";

let fields = 0;

/**
 * A labelled field for a date. The browser keeps what stands in it: it moves the focus inside the field when a date is
 * set, before it tells of the new date, and a field that React keeps writes the old one back when it is drawn again
 * for that.
 */
export function DateInput({ label, value, onChange, description, error }: DateInputProps): React.ReactElement {
  const styles = useStyles();
  const { isInverted } = useTheme();
  const [id] = React.useState(() => `date-input-${(fields += 1)}`);
  const input = React.useRef<HTMLInputElement>(null);
  const told = React.useRef(value);
  const [first] = React.useState(value);
  React.useEffect(() => {
    if (value !== told.current && input.current) input.current.value = value;
    told.current = value;
  }, [value]);
  const tell = (event: React.ChangeEvent<HTMLInputElement>): void => {
    told.current = event.target.value;
    onChange(event.target.value);
  };
  const about = [description === undefined ? "" : `${id}-about`, error === undefined ? "" : `${id}-error`];
  return (
    <div className={styles.root}>
      <Label htmlFor={id}>{label}</Label>
      <input
        id={id}
        ref={input}
        type="date"
        max={LAST_DAY}
        className={error === undefined ? styles.input : styles.wrongInput}
        // The picker and its sign are the browser's own, and black unless it is told otherwise.
        style={{ colorScheme: isInverted ? "dark" : "light" }}
        defaultValue={first}
        onChange={tell}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={about.filter(Boolean).join(" ") || undefined}
      />
      {description !== undefined && (
        <span id={`${id}-about`} className={styles.description}>
          {description}
        </span>
      )}
      <div id={`${id}-error`} role="alert" className={styles.error}>
        {error}
      </div>
    </div>
  );
}

const useStyles = createStyles((theme) => {
  const { semanticColors, fonts, effects } = theme;
  const input = {
    ...fonts.medium,
    height: 32,
    boxSizing: "border-box",
    width: "100%",
    padding: "0 8px",
    margin: 0,
    color: semanticColors.inputText,
    background: semanticColors.inputBackground,
    border: `1px solid ${semanticColors.inputBorder}`,
    borderRadius: effects.roundedCorner2,
    selectors: {
      ":hover": { borderColor: semanticColors.inputBorderHovered },
      ":focus": { outline: `2px solid ${semanticColors.inputFocusBorderAlt}`, outlineOffset: "-2px" },
    },
  } as const;
  return {
    root: { display: "flex", flexDirection: "column", minWidth: 0 },
    input,
    wrongInput: { ...input, borderColor: semanticColors.errorText },
    description: { ...fonts.small, color: semanticColors.bodySubtext, marginTop: 4 },
    error: { ...fonts.small, color: semanticColors.errorText, selectors: { ":not(:empty)": { paddingTop: 5 } } },
  };
});
