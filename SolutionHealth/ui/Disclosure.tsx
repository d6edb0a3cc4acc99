import { ActionButton } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface DisclosureProps {
  readonly title: string;
  /** Said after the title, e.g. how many. */
  readonly note: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** One of many of that name: no area of its own to jump to. */
  readonly minor?: boolean;
  readonly children: React.ReactNode;
}

/** A titled part that opens and closes. Its content is only rendered while open. */
export function Disclosure({ title, note, open, onToggle, minor, children }: DisclosureProps): React.ReactElement {
  const styles = useStyles();
  const Area = minor ? "div" : "section";
  return (
    <Area className={styles.root} {...(minor ? {} : { "aria-label": title })}>
      <ActionButton
        className={styles.button}
        iconProps={{ iconName: open ? "ChevronDown" : "ChevronRight" }}
        aria-expanded={open}
        onClick={onToggle}
      >
        <span className={styles.words}>
          <span className={styles.title}>{title}</span>
          <span className={styles.note} dir="auto">
            {note}
          </span>
        </span>
      </ActionButton>
      {open && <div className={styles.content}>{children}</div>}
    </Area>
  );
}

const useStyles = createStyles((theme) => ({
  root: { borderBottom: `1px solid ${theme.semanticColors.bodyDivider}` },
  button: {
    width: "100%",
    height: "auto",
    minHeight: 36,
    padding: "4px 0",
    textAlign: "start",
    overflowWrap: "anywhere",
    selectors: {
      ".ms-Button-flexContainer": { justifyContent: "flex-start", height: "auto" },
      "[dir=rtl] & .ms-Button-icon[data-icon-name=ChevronRight]": { transform: "scaleX(-1)" },
    },
  },
  words: { display: "flex", flexWrap: "wrap", gap: "0 8px", minWidth: 0, marginInlineStart: 4 },
  title: { fontWeight: 600 },
  note: { color: theme.semanticColors.bodySubtext },
  content: { paddingBottom: 12 },
}));
