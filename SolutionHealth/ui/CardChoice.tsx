import { css, getId } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface CardOption<K extends string> {
  readonly key: K;
  readonly title: string;
  /** Beside the title: a state or a recommendation. */
  readonly mark?: React.ReactNode;
  /** What speaks for and against it, line by line. */
  readonly lines: readonly React.ReactNode[];
  /** It cannot be chosen; its lines say why. */
  readonly disabled?: boolean;
}

export interface CardChoiceProps<K extends string> {
  readonly label: string;
  readonly options: readonly CardOption<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
}

/** One of several ways, side by side with what each means; below each other where it is narrow. */
export function CardChoice<K extends string>(props: CardChoiceProps<K>): React.ReactElement {
  const { label, options, value, onChange } = props;
  const styles = useStyles();
  const [group] = React.useState(() => getId("cards"));
  return (
    <div role="radiogroup" aria-label={label} className={styles.root}>
      {options.map(({ key, title, mark, lines, disabled }, index) => {
        // Keys may hold spaces, which ids may not.
        const id = `${group}-${index}`;
        return (
          <label
            key={key}
            className={css(styles.card, key === value && styles.chosen, disabled && styles.disabled)}
            htmlFor={id}
          >
            <span className={styles.head}>
              <input
                id={id}
                type="radio"
                name={group}
                className={styles.input}
                checked={key === value}
                disabled={disabled ?? false}
                aria-labelledby={`${id}-title`}
                aria-describedby={`${id}-lines`}
                onChange={() => onChange(key)}
              />
              <span id={`${id}-title`} className={styles.title}>
                {title}
              </span>
              {mark}
            </span>
            <span id={`${id}-lines`} className={styles.lines}>
              {lines.map((line, index) => (
                <span key={index}>{line}</span>
              ))}
            </span>
          </label>
        );
      })}
    </div>
  );
}

const useStyles = createStyles((theme) => ({
  root: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(190px, 100%), 1fr))", gap: 8 },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: 4,
    minWidth: 0,
    padding: "8px 10px",
    boxSizing: "border-box",
    border: `1px solid ${theme.palette.neutralTertiaryAlt}`,
    borderRadius: 6,
    cursor: "pointer",
    selectors: {
      ":hover": { background: theme.palette.neutralLighterAlt },
      ":focus-within": { outline: `2px solid ${theme.semanticColors.focusBorder}`, outlineOffset: "1px" },
    },
  },
  chosen: {
    borderColor: theme.palette.themePrimary,
    background: theme.palette.themeLighterAlt,
    selectors: {
      ":hover": { background: theme.palette.themeLighterAlt },
      "@media (forced-colors: active)": { borderColor: "Highlight", outline: "1px solid Highlight" },
    },
  },
  disabled: { cursor: "default", selectors: { ":hover": { background: "transparent" } } },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px 6px", minWidth: 0 },
  input: { margin: 0, accentColor: theme.palette.themePrimary, flexShrink: 0 },
  title: { fontWeight: 600, overflowWrap: "anywhere" },
  lines: {
    display: "flex",
    flexDirection: "column",
    gap: 1,
    minWidth: 0,
    color: theme.semanticColors.bodyText,
    overflowWrap: "anywhere",
  },
}));
