import { DefaultButton, DirectionalHint, FocusTrapCallout, IconButton } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import * as React from "react";
import { Heading } from "./Text";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

export interface FlyoutProps {
  /** Text of the button that opens it. */
  readonly button: string;
  readonly title: string;
  readonly children: React.ReactNode;
}

/** A button with a card that opens under it. */
export function Flyout({ button, title, children }: FlyoutProps): React.ReactElement {
  const styles = useStyles();
  const { texts } = useUi();
  const [open, setOpen] = React.useState(false);
  const anchor = React.useRef<HTMLDivElement>(null);
  const close = (): void => setOpen(false);
  return (
    <div ref={anchor}>
      <DefaultButton
        text={button}
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        aria-haspopup="dialog"
        styles={QUIET}
      />
      {open && (
        <FocusTrapCallout
          target={anchor}
          onDismiss={close}
          directionalHint={DirectionalHint.bottomRightEdge}
          isBeakVisible={false}
          gapSpace={4}
          role="dialog"
          ariaLabel={title}
          setInitialFocus
          focusTrapProps={{ isClickableOutsideFocusTrap: true }}
        >
          <div className={styles.card}>
            <div className={styles.head}>
              <Heading level={2}>{title}</Heading>
              <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel={texts.close} onClick={close} />
            </div>
            {children}
          </div>
        </FocusTrapCallout>
      )}
    </div>
  );
}

const QUIET: IButtonStyles = {
  root: { border: "none", background: "transparent", minWidth: 0, padding: "0 8px" },
  label: { fontWeight: 400 },
};

const useStyles = createStyles(() => ({
  card: {
    width: 720,
    maxWidth: "calc(100vw - 32px)",
    boxSizing: "border-box",
    padding: 16,
    display: "flex",
    flexDirection: "column",
    gap: 12,
  },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center" },
}));
