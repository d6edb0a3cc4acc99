import { Dialog, DialogFooter, DialogType } from "@fluentui/react";
import type { IModalProps } from "@fluentui/react";
import * as React from "react";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

export interface DialogBoxProps {
  readonly title: string;
  /** Escape and the cross. Left out while it must not be closed. */
  readonly onClose?: () => void;
  /** Class of the element that has the focus at first; the first one that can, unless told. */
  readonly firstFocus?: string;
  /** Wide enough for lists. */
  readonly wide?: boolean;
  readonly buttons: React.ReactNode;
  readonly children: React.ReactNode;
}

/** Something to be decided before anything else. The focus goes back to what opened it. */
export function DialogBox(props: DialogBoxProps): React.ReactElement {
  const { title, onClose, firstFocus, wide, buttons, children } = props;
  const { texts } = useUi();
  const styles = useStyles();
  const modal: IModalProps = {
    isBlocking: true,
    // Not every dialog is an alarm, as Fluent takes them to be.
    isAlert: false,
    ...(firstFocus === undefined
      ? {}
      : { focusTrapZoneProps: { firstFocusableTarget: (root) => root.querySelector<HTMLElement>(`.${firstFocus}`) } }),
  };
  return (
    <Dialog
      hidden={false}
      onDismiss={() => onClose?.()}
      dialogContentProps={{
        type: onClose ? DialogType.close : DialogType.normal,
        title,
        // Under the heading of the page.
        titleProps: { "aria-level": 2 },
        closeButtonAriaLabel: texts.close,
        showCloseButton: onClose !== undefined,
      }}
      minWidth={wide ? "min(880px, 94vw)" : "min(480px, 94vw)"}
      maxWidth={wide ? "min(880px, 94vw)" : "min(480px, 94vw)"}
      modalProps={modal}
    >
      <div className={styles.content}>{children}</div>
      <DialogFooter>
        <div className={styles.buttons}>{buttons}</div>
      </DialogFooter>
    </Dialog>
  );
}

const useStyles = createStyles((theme) => ({
  buttons: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: 8 },
  content: {
    ...theme.fonts.medium,
    color: theme.semanticColors.bodyText,
    display: "flex",
    flexDirection: "column",
    gap: 12,
    maxHeight: "60vh",
    overflow: "auto",
    // Room for the focus frame of what stands at the edge.
    padding: 2,
  },
}));
