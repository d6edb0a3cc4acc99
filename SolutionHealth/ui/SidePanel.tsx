import { Panel, PanelType } from "@fluentui/react";
import * as React from "react";
import { KeptFocus } from "./KeptFocus";
import { Heading } from "./Text";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

export interface SidePanelProps {
  readonly title: string;
  readonly subtitle?: React.ReactNode;
  readonly onClose: () => void;
  /** As wide as comparing two things side by side needs. */
  readonly wide?: boolean;
  readonly children: React.ReactNode;
}

/**
 * A panel at the far side. It does not block the page: another row may be chosen while it is open. Escape closes it
 * and the focus goes back to what opened it.
 */
export function SidePanel({ title, subtitle, onClose, wide, children }: SidePanelProps): React.ReactElement {
  const { texts } = useUi();
  const styles = useStyles();
  const close = (event?: React.SyntheticEvent | KeyboardEvent): void => {
    // Fluent also reports clicks outside; only the close button and Escape are meant.
    event?.preventDefault();
    onClose();
  };
  return (
    <Panel
      isOpen
      isBlocking={false}
      type={PanelType.custom}
      customWidth={wide ? "min(960px, 100%)" : "min(640px, 100%)"}
      headerText={title}
      closeButtonAriaLabel={texts.close}
      onDismiss={close}
      popupProps={NOT_MODAL}
      focusTrapZoneProps={LOOSE_FOCUS}
      onRenderHeader={(_props?: unknown, _render?: unknown, headerId?: string) => (
        <div className={styles.header}>
          <Heading level={2} {...(headerId === undefined ? {} : { id: headerId })}>
            {title}
          </Heading>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
      )}
      styles={STYLES}
    >
      <KeptFocus gap={12}>{children}</KeptFocus>
    </Panel>
  );
}

/** The page stays readable for assistive technology: it is not behind a modal. */
const NOT_MODAL = { enableAriaHiddenSiblings: false };
const LOOSE_FOCUS = { forceFocusInsideTrap: false, isClickableOutsideFocusTrap: true };
const STYLES = {
  main: { selectors: { "@media (prefers-reduced-motion: reduce)": { animation: "none" } } },
  commands: { paddingTop: 12 },
  // What is only for screen readers is placed absolutely: it must scroll with the rest, and not the panel below it.
  scrollableContent: { position: "relative" },
  content: { display: "flex", flexDirection: "column", gap: 12, padding: "12px 24px 20px", minHeight: 0 },
} as const;

const useStyles = createStyles((theme) => ({
  header: { paddingInline: 24, flex: "1 1 auto", minWidth: 0, overflowWrap: "anywhere" },
  subtitle: { ...theme.fonts.medium, color: theme.semanticColors.bodySubtext, marginTop: 2 },
}));
