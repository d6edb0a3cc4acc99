import { ActionButton, ProgressIndicator } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

export interface ProgressLineProps {
  /** What is going on, e.g. "Reading tables 12 of 40". */
  readonly label: string;
  /** True: the label is only for screen readers. */
  readonly thin?: boolean;
  /** 0 to 1; left out while it cannot be known. */
  readonly share?: number;
  readonly onCancel?: () => void;
}

/** A line that says something is being read, with a way to stop it. */
export function ProgressLine({ label, thin, share, onCancel }: ProgressLineProps): React.ReactElement {
  const styles = useStyles();
  const { texts } = useUi();
  const known = share === undefined ? {} : { percentComplete: share };
  if (thin) {
    return (
      <div className={styles.thin}>
        <ProgressIndicator ariaLabel={label} barHeight={2} styles={BARE} {...known} />
      </div>
    );
  }
  return (
    <div className={styles.full}>
      <div className={styles.bar}>
        <ProgressIndicator label={label} barHeight={2} {...known} />
      </div>
      {onCancel && <ActionButton text={texts.cancel} onClick={onCancel} />}
    </div>
  );
}

const BARE = { itemProgress: { padding: 0 } };

const useStyles = createStyles(() => ({
  thin: { height: 2 },
  full: { display: "flex", alignItems: "center", gap: 12 },
  bar: { flex: "1 1 auto", minWidth: 0 },
}));
