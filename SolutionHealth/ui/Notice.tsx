import { DefaultButton, Link, MessageBar, MessageBarButton, MessageBarType } from "@fluentui/react";
import * as React from "react";
import { CopyButton } from "./CopyButton";
import { Column, Row } from "./Layout";
import { Code, Muted, Quote } from "./Text";
import { useUi } from "./UiProvider";

export interface NoticeDetail {
  readonly label: string;
  readonly value: string;
  /** Several lines, kept as they are. */
  readonly long?: boolean;
}

export interface NoticeProps {
  readonly kind: "error" | "warning" | "info";
  /** What happened. */
  readonly title: string;
  /** What it means and what to do. */
  readonly children?: React.ReactNode;
  /** Evidence behind "Details": code, activity id, the server's own words. */
  readonly details?: readonly NoticeDetail[];
  readonly onRetry?: (() => void) | undefined;
  readonly onDismiss?: () => void;
  /** It is announced beside it: a screen reader says it once. */
  readonly announced?: boolean;
}

const KINDS = {
  error: MessageBarType.error,
  warning: MessageBarType.severeWarning,
  info: MessageBarType.info,
} as const;

/** One message of one area; never covers what is still good. */
export function Notice(props: NoticeProps): React.ReactElement {
  const { kind, title, children, details, onRetry, onDismiss, announced = false } = props;
  const { texts } = useUi();
  const root = useUnsaid(announced);
  const [open, setOpen] = React.useState(false);
  const hasDetails = details !== undefined && details.length > 0;
  const actions = onRetry && <MessageBarButton onClick={onRetry}>{texts.retry}</MessageBarButton>;
  return (
    <MessageBar
      ref={root}
      messageBarType={KINDS[kind]}
      delayedRender={false}
      styles={SOFT}
      {...(actions ? { actions: <div>{actions}</div> } : {})}
      {...(onDismiss ? { onDismiss, dismissButtonAriaLabel: texts.dismiss } : {})}
    >
      <Column gap={4}>
        <div>
          <strong>{title}</strong> {children}{" "}
          {hasDetails && (
            <Link as="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {texts.details}
            </Link>
          )}
        </div>
        {open && hasDetails && <Details details={details} />}
      </Column>
    </MessageBar>
  );
}

/** Fluent's message is a live region whatever it is told; here it stops being one. */
function useUnsaid(unsaid: boolean): React.RefObject<HTMLDivElement> {
  const root = React.useRef<HTMLDivElement>(null);
  React.useLayoutEffect(() => {
    if (!unsaid) return;
    for (const region of root.current?.querySelectorAll("[aria-live]") ?? []) {
      region.removeAttribute("aria-live");
      region.removeAttribute("role");
    }
  }, [unsaid]);
  return root;
}

/** Evidence to hand on to whoever can help. */
export function Details({ details }: { readonly details: readonly NoticeDetail[] }): React.ReactElement {
  const { texts } = useUi();
  return (
    <Column gap={4}>
      {details.map(({ label, value, long }) => (
        <div key={label}>
          <Row gap={4}>
            <Muted>{label}</Muted>
            {!long && <Code>{value}</Code>}
            <CopyButton text={value} label={`${texts.copy}: ${label}`} />
          </Row>
          {long && <Quote label={label} text={value} />}
        </div>
      ))}
    </Column>
  );
}

/** The same button as in a notice, for empty states. */
export function ActionButton(props: { readonly label: string; readonly onClick: () => void }): React.ReactElement {
  return <DefaultButton text={props.label} onClick={props.onClick} />;
}

const SOFT = { root: { borderRadius: 4 }, innerText: { whiteSpace: "normal" } } as const;
