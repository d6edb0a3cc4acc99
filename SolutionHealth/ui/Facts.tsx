import * as React from "react";
import { CopyButton } from "./CopyButton";
import { createStyles } from "./theme/createStyles";
import { Code } from "./Text";
import { useUi } from "./UiProvider";

export interface Fact {
  readonly label: string;
  readonly value: React.ReactNode;
  /** Given for ids and names that are worth copying; shown in place of `value`. */
  readonly copy?: string;
}

/** Names and values in two columns; one column where it is narrow. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): React.ReactElement {
  const styles = useStyles();
  const { texts } = useUi();
  return (
    <dl className={styles.root}>
      {facts.map(({ label, value, copy }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>
            {copy === undefined ? value : <Code>{copy}</Code>}
            {copy !== undefined && <CopyButton text={copy} label={`${texts.copy}: ${label}`} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = createStyles((theme) => ({
  root: { margin: 0, display: "flex", flexDirection: "column" },
  fact: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    padding: "6px 0",
    borderBottom: `1px solid ${theme.semanticColors.bodyDivider}`,
    selectors: { ":last-child": { borderBottomColor: "transparent" } },
  },
  label: { flex: "0 0 168px", color: theme.semanticColors.bodySubtext },
  value: {
    flex: "1 1 200px",
    minWidth: 0,
    margin: 0,
    display: "flex",
    alignItems: "center",
    gap: 4,
    overflowWrap: "anywhere",
  },
}));
