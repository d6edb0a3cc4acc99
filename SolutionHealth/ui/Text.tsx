import { Link as FluentLink } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import { MONOSPACE } from "./theme/appTheme";
import { createStyles } from "./theme/createStyles";
import { useUi } from "./UiProvider";

export interface TextProps {
  readonly children: React.ReactNode;
}

export interface HeadingProps extends TextProps {
  readonly level: 1 | 2 | 3 | 4;
  readonly id?: string;
}

/** A heading of the page (1), of a panel (2), of an area inside (3) or of a part of it (4). */
export function Heading({ level, id, children }: HeadingProps): React.ReactElement {
  const styles = useStyles();
  return React.createElement(`h${level}`, { className: styles[`h${level}` as const], id }, children);
}

/** Secondary text. */
export function Muted({ children }: TextProps): React.ReactElement {
  return <span className={useStyles().muted}>{children}</span>;
}

/** An id, a path or the server's own words. */
export function Code({ children }: TextProps): React.ReactElement {
  return (
    <code className={useStyles().code} dir="ltr">
      {children}
    </code>
  );
}

/** Text of any length on one line; the whole of it is in the tooltip. */
export function OneLine({ text, strong }: { readonly text: string; readonly strong?: boolean }): React.ReactElement {
  const styles = useStyles();
  return (
    <span className={strong ? styles.oneLineStrong : styles.oneLine} title={text}>
      {text}
    </span>
  );
}

export interface QuoteProps {
  readonly label: string;
  readonly text: string;
}

/** Lines shown at once: enough for a message, not for a whole stack trace. */
const QUOTE_LINES = 10;

/** Several lines as the server wrote them, to be read, scrolled and selected. */
export function Quote({ label, text }: QuoteProps): React.ReactElement {
  const rows = Math.min(QUOTE_LINES, text.split("\n").length + 1);
  const common = { dir: "auto", "aria-label": label, rows, value: text, readOnly: true };
  return <textarea className={useStyles().quote} style={AS_LONG_AS_ITS_TEXT} {...common} />;
}

/** Where a browser knows it: on a phone one line of the server's becomes three. Elsewhere the rows decide. */
const AS_LONG_AS_ITS_TEXT: React.CSSProperties & { readonly fieldSizing: string } = { fieldSizing: "content" };

export interface TextButtonProps extends TextProps {
  readonly onClick: () => void;
  /** Accessible name, where the text alone does not say what it does. */
  readonly name?: string;
  /** Given where it opens and closes something. */
  readonly expanded?: boolean;
  /** Cut at the end of the line; for names of any length. */
  readonly oneLine?: boolean;
}

export function TextButton(props: TextButtonProps): React.ReactElement {
  const styles = useStyles();
  return (
    <FluentLink
      as="button"
      onClick={props.onClick}
      {...(props.oneLine ? { className: styles.oneLineButton } : {})}
      {...(props.name ? { "aria-label": props.name } : {})}
      {...(props.expanded === undefined ? {} : { "aria-expanded": props.expanded })}
    >
      {props.children}
    </FluentLink>
  );
}

/** Texts of a cell, one under the other. */
export function Lines({ children }: TextProps): React.ReactElement {
  return <span className={useStyles().lines}>{children}</span>;
}

/** Opens an address through the host, in a new window. */
export function OuterLink({ url, children }: TextProps & { readonly url: string }): React.ReactElement {
  const { openAddress, texts } = useUi();
  const open = (event: React.MouseEvent): void => {
    event.preventDefault();
    openAddress(url);
  };
  return (
    <FluentLink href={url} onClick={open} title={texts.opensInNewWindow}>
      {children} <Glyph shape="openOutside" size={14} />
    </FluentLink>
  );
}

const useStyles = createStyles((theme) => {
  const oneLine = {
    display: "block",
    minWidth: 0,
    maxWidth: "100%",
    // A name keeps its own direction and is cut at its own end, but stands where the page begins.
    unicodeBidi: "plaintext",
    textAlign: `${theme.rtl ? "right" : "left"} /* @noflip */`,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  } as const;
  return {
    h1: { ...theme.fonts.large, fontWeight: 600, margin: 0 },
    h2: { ...theme.fonts.xLarge, fontWeight: 600, margin: 0 },
    h3: { ...theme.fonts.mediumPlus, fontWeight: 600, margin: 0 },
    h4: { ...theme.fonts.medium, fontWeight: 600, margin: 0 },
    muted: {
      color: theme.semanticColors.bodySubtext,
      fontWeight: 400,
      selectors: { "@media (forced-colors: active)": { color: "inherit" } },
    },
    code: { fontFamily: MONOSPACE, fontSize: 12, overflowWrap: "anywhere", unicodeBidi: "isolate" },
    oneLine,
    oneLineButton: {
      ...oneLine,
      textAlign: "start",
      // It stands in rows that change their colour, chosen or under the pointer: there a link's own colour is too faint.
      selectors: { "&:active, &:hover, &:active:hover, .is-selected &": { color: theme.semanticColors.bodyText } },
    },
    lines: {
      display: "flex",
      flexDirection: "column",
      alignItems: "flex-start",
      minWidth: 0,
      maxWidth: "100%",
      selectors: { "> *": { maxWidth: "100%" } },
    },
    oneLineStrong: { ...oneLine, fontWeight: 600 },
    quote: {
      fontFamily: MONOSPACE,
      fontSize: 12,
      margin: 0,
      padding: 8,
      width: "100%",
      boxSizing: "border-box",
      resize: "vertical",
      minHeight: 34,
      maxHeight: 180,
      color: theme.semanticColors.bodyText,
      background: theme.palette.neutralLighterAlt,
      border: `1px solid ${theme.semanticColors.bodyDivider}`,
      borderRadius: 4,
    },
  };
});
